import type { FormEventHandler, ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ProblemNote } from './problem-note.tsx';
import { useGuardedClose } from './use-guarded-close.tsx';

export type FormFrameProps = {
  id: string;
  title: string;
  /** The verb on the button. */
  action: string;
  busy: boolean;
  isDirty: boolean;
  /** What belongs to no field: above the button. */
  error: unknown;
  onSubmit: FormEventHandler<HTMLFormElement>;
  onClose: () => void;
  children: ReactNode;
  /** Two columns of fields stand in a wide one. */
  width?: 'normal' | 'wide' | undefined;
};

/** A small form over the page. A click beside it does not close it: something is typed in it. */
export function FormFrame({
  id,
  title,
  action,
  busy,
  isDirty,
  error,
  onSubmit,
  onClose,
  children,
  width,
}: FormFrameProps) {
  const { close, guard } = useGuardedClose(isDirty && !busy, onClose);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && close()}
      title={title}
      width={width}
      keepOnOutsidePress
      footer={
        <>
          <Button size="form" onClick={close}>
            Cancel
          </Button>
          <Button size="form" variant="primary" type="submit" form={id} busy={busy}>
            {action}
          </Button>
        </>
      }
    >
      <form id={id} noValidate onSubmit={onSubmit} className="flex flex-col gap-3">
        <fieldset disabled={busy} className="m-0 min-w-0 border-0 p-0">
          {children}
        </fieldset>
        <ProblemNote error={error} />
      </form>
      {guard}
    </Dialog>
  );
}
