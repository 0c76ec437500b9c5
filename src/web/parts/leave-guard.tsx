import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

export type LeaveGuardProps = {
  /** Something typed is not sent yet. */
  when: boolean;
  /** The part of the address that says what the form is open for: another value closes it, too. */
  openBy?: string | undefined;
};

/** Asks before a page with typed, unsent text is left, by a link, the browser's arrows or closing the tab. */
export function LeaveGuard({ when, openBy }: LeaveGuardProps) {
  const blocker = useBlocker({
    // Filters live in the URL too: only another page, or another record in the form's place, takes the text away.
    shouldBlockFn: ({ current, next }) =>
      when &&
      (current.pathname !== next.pathname ||
        (openBy !== undefined && partOf(current.search, openBy) !== partOf(next.search, openBy))),
    enableBeforeUnload: when,
    withResolver: true,
  });
  return (
    <LeaveQuestion
      open={blocker.status === 'blocked'}
      onStay={() => blocker.reset?.()}
      onLeave={() => blocker.proceed?.()}
    />
  );
}

type LeaveQuestionProps = { open: boolean; onStay: () => void; onLeave: () => void };

export function LeaveQuestion({ open, onStay, onLeave }: LeaveQuestionProps) {
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={(stillOpen) => !stillOpen && onStay()}
      title="Leave without saving?"
      description="What you typed here is not saved yet and would be gone."
      action="Leave"
      danger
      onConfirm={onLeave}
    />
  );
}

const partOf = (search: unknown, name: string): unknown =>
  (search as Readonly<Record<string, unknown>>)[name];
