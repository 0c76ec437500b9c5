import { type FormEvent, type ReactNode, useId } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog, type DialogProps } from '../ui/dialog.tsx';
import { ProblemNote } from './problem-note.tsx';

export type DialogFormProps = {
  title: string;
  /** What will happen, in a sentence. */
  description: string;
  /** The verb on the button; Ctrl+Enter presses it. */
  action: string;
  danger?: boolean | undefined;
  busy?: boolean | undefined;
  width?: DialogProps['width'];
  /** What the last try was refused with; what was typed stays. */
  error?: unknown;
  onSubmit: () => void;
  onClose: () => void;
  children: ReactNode;
};

/** A step on a record that asks for something first. */
export function DialogForm({ width = 'narrow', children, ...props }: DialogFormProps) {
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    props.onSubmit();
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && props.onClose()}
      title={props.title}
      description={props.description}
      width={width}
      keepOnOutsidePress
      footer={
        <>
          <Button size="form" onClick={props.onClose}>
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
      <form id={formId} noValidate onSubmit={submit} className="flex flex-col gap-3 pb-1">
        {children}
        <ProblemNote error={props.error} />
      </form>
    </Dialog>
  );
}
