/** "2 messages go out in 60 s · Look" under the note of a step that somebody is told of. */
import type { useRouter } from '@tanstack/react-router';

type Router = Pick<ReturnType<typeof useRouter>, 'navigate'>;

/** Asked for after the step, in its own time: nothing waits for it, and a step that nobody is told of says nothing. */
export function tellMessages(router: Router, operationId: number, toastId: number): void {
  void import('./messages-of-step.ts')
    .then(({ addMessagesTo }) => addMessagesTo(router, operationId, toastId))
    // It is only a hint; the outbox has it all.
    .catch(() => undefined);
}
