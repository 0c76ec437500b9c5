import { useBlocker } from '@tanstack/react-router';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';

/** Asks before a page with typed, unsent text is left, by a link, the browser's arrows or closing the tab. */
export function LeaveGuard({ when }: { when: boolean }) {
  const blocker = useBlocker({
    // Filters and drawers live in the URL too: only another page takes the text away.
    shouldBlockFn: ({ current, next }) => when && current.pathname !== next.pathname,
    enableBeforeUnload: when,
    withResolver: true,
  });
  return (
    <ConfirmDialog
      open={blocker.status === 'blocked'}
      onOpenChange={(open) => !open && blocker.reset?.()}
      title="Leave without saving?"
      description="What you typed here is not saved yet and would be gone."
      action="Leave"
      danger
      onConfirm={() => blocker.proceed?.()}
    />
  );
}
