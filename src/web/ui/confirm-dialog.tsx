import { useId, useState } from 'react';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';
import { Field } from './field.tsx';
import { TextArea } from './text-area.tsx';

export type ConfirmDialogProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  /** the question: "Cancel job 1042?" */
  title: string;
  /** what happens, in a sentence or two */
  description: string;
  /** the verb on the button: "Cancel job", never "OK" */
  action: string;
  danger?: boolean | undefined;
  busy?: boolean | undefined;
  /** asks for words before it can be confirmed ("Book over time off with a reason") */
  reason?: { label: string; hint?: string | undefined } | undefined;
  /** with the reason typed, trimmed; empty when none was asked for */
  onConfirm: (reason: string) => void;
};

/** Asks before something that cannot be undone; things that can be are done at once and offer Undo. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { open, onOpenChange, title, description, reason } = props;
  const formId = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={title}
      description={description}
      width="narrow"
      keepOnOutsidePress={reason !== undefined}
      footer={
        <>
          <Button size="form" onClick={() => onOpenChange(false)}>
            Keep as it is
          </Button>
          <Button
            size="form"
            type="submit"
            form={formId}
            variant={props.danger ? 'danger' : 'primary'}
            busy={props.busy}
          >
            {props.action}
          </Button>
        </>
      }
    >
      <ReasonForm id={formId} reason={reason} onConfirm={props.onConfirm} />
    </Dialog>
  );
}

function ReasonForm({
  id,
  reason,
  onConfirm,
}: Pick<ConfirmDialogProps, 'reason' | 'onConfirm'> & { id: string }) {
  const [text, setText] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = reason !== undefined && text.trim() === '';
  return (
    <form
      id={id}
      onSubmit={(event) => {
        event.preventDefault();
        setAsked(true);
        if (!missing) onConfirm(text.trim());
      }}
    >
      {reason && (
        <Field
          label={reason.label}
          hint={reason.hint}
          error={asked && missing ? 'Say why, in a few words.' : undefined}
          required
        >
          <TextArea value={text} onChange={(event) => setText(event.target.value)} rows={2} />
        </Field>
      )}
    </form>
  );
}
