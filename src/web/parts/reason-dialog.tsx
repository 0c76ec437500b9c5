import { useSuspenseQuery } from '@tanstack/react-query';
import { type FormEvent, useId, useState } from 'react';
import { LONGEST_STEP_MEMO } from '#domain/lengths.ts';
import { setupQueries } from '../data/setup.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { ProblemNote } from './problem-note.tsx';

export type ReasonDialogProps = {
  open: boolean;
  onClose: () => void;
  /** Which of the set-up reasons are offered. */
  kind: 'Hold' | 'Cancel';
  /** "Hold job 1042?" */
  title: string;
  /** What will happen, in a sentence: "Its technicians are free at once." */
  description: string;
  /** The verb on the button: "Hold job", "Cancel job". */
  action: string;
  busy?: boolean | undefined;
  /** What the server answered to the last try; the text stays typed. */
  error?: unknown;
  onConfirm: (given: { reasonId: number; memo: string }) => void;
};

/** Asks why something is held or canceled: a reason of the list, and words for the rest. */
export function ReasonDialog(props: ReasonDialogProps) {
  const { open, onClose, title, description, action, busy, kind } = props;
  const formId = useId();
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => !next && onClose()}
      title={title}
      description={description}
      width="narrow"
      keepOnOutsidePress
      footer={
        <>
          <Button size="form" onClick={onClose}>
            Keep as it is
          </Button>
          <Button
            size="form"
            type="submit"
            form={formId}
            variant={kind === 'Cancel' ? 'danger' : 'primary'}
            busy={busy}
          >
            {action}
          </Button>
        </>
      }
    >
      <ReasonForm {...props} formId={formId} />
    </Dialog>
  );
}

function ReasonForm({ kind, error, onConfirm, formId }: ReasonDialogProps & { formId: string }) {
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const [reasonId, setReasonId] = useState<number | null>(null);
  const [memo, setMemo] = useState('');
  const [asked, setAsked] = useState(false);
  const options = setup.reasons
    .filter((reason) => reason.active && reason.kind === kind)
    .map(({ id, name }) => ({ value: id, label: name }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reasonId !== null) onConfirm({ reasonId, memo: memo.trim() });
  };
  return (
    <form id={formId} onSubmit={submit} className="flex flex-col gap-3 pb-1">
      <Field
        label="Reason"
        required
        error={asked && reasonId === null ? 'Choose a reason.' : undefined}
        hint={options.length === 0 ? 'There are no reasons yet. Ask an admin to add some.' : undefined}
      >
        <Select value={reasonId} onValueChange={setReasonId} options={options} />
      </Field>
      <Field label="Memo">
        <TextArea
          rows={2}
          maxLength={LONGEST_STEP_MEMO}
          value={memo}
          onChange={({ target }) => setMemo(target.value)}
        />
      </Field>
      <ProblemNote error={error} />
    </form>
  );
}
