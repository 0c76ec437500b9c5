import type { useRouter } from '@tanstack/react-router';
import { HOLD_MINUTES, type MessageState } from '#domain/messages/sending.ts';
import { api } from '../lib/api.ts';
import { amendToast } from '../ui/toast-store.ts';

type Router = Pick<ReturnType<typeof useRouter>, 'navigate'>;

/** Adds to the note of a step how many messages go out because of it, and the way to them. */
export async function addMessagesTo(router: Router, operationId: number, toastId: number): Promise<void> {
  const { items, canMail } = await api.call('messages.list', {
    query: { operationId, limit: 100 },
    background: true,
  });
  const going = items.filter(({ state }) => OUTGOING.includes(state)).length;
  if (going === 0) return;
  amendToast(toastId, {
    text: textOf(going, canMail),
    label: 'Look',
    act: () => void router.navigate({ to: '/messages', search: { step: operationId } }),
  });
}

const OUTGOING: readonly MessageState[] = ['waiting', 'queued'];

function textOf(count: number, canMail: boolean): string {
  const messages = count === 1 ? '1 message' : `${count} messages`;
  if (!canMail) return `${messages} in the outbox, no mail server to send ${count === 1 ? 'it' : 'them'}.`;
  return `${messages} ${count === 1 ? 'goes' : 'go'} out in ${HOLD_MINUTES * 60} s.`;
}
