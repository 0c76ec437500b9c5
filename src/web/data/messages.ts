/** The outbox: reading it while it empties, writing a message anew, un-sending it, sending it again. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { Message } from '#contract/message.ts';
import type { MessageState } from '#domain/messages/sending.ts';
import { api } from '../lib/api.ts';
import { widePages } from './wide-pages.ts';
import { write } from './write.ts';

/** Messages go out every few seconds; the change feed does not carry them. */
const READ_AGAIN_MS = 5_000;

export type MessageFilters = {
  readonly q?: string | undefined;
  readonly states?: readonly MessageState[] | undefined;
  readonly recipientKind?: Message['recipientKind'] | undefined;
  readonly operationId?: number | undefined;
};

export const messageQueries = {
  all: () => ['messages'] as const,
  list: (filters: MessageFilters) => ({
    ...widePages([...messageQueries.all(), filters], (page, signal) =>
      api.call('messages.list', { query: { ...filters, ...page }, background: true, signal }),
    ),
    refetchInterval: READ_AGAIN_MS,
  }),
};

type On = Pick<Message, 'id' | 'version'>;
const stale = () => [messageQueries.all()];

export const messageMutations = {
  change: () =>
    write<On & Pick<BodyIn<'messages.change'>, 'changes'>, Message>({
      key: ['messages', 'change'],
      send: ({ id, ...body }, { idempotencyKey }) =>
        api.call('messages.change', { params: { id }, body, idempotencyKey }),
      stale,
    }),
  cancel: () =>
    write<On, Message>({
      key: ['messages', 'cancel'],
      send: ({ id, version }, { idempotencyKey }) =>
        api.call('messages.cancel', { params: { id }, body: { version }, idempotencyKey }),
      stale,
    }),
  sendAgain: () =>
    write<On, Message>({
      key: ['messages', 'send-again'],
      send: ({ id, version }, { idempotencyKey }) =>
        api.call('messages.sendAgain', { params: { id }, body: { version }, idempotencyKey }),
      stale,
    }),
};
