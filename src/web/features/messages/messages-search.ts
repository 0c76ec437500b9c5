import type { Message } from '#contract/message.ts';
import type { MessageState } from '#domain/messages/sending.ts';
import type { MessageFilters } from '../../data/messages.ts';

/** The outbox's state in its address: `?state=waiting,failed&to=technician`. */
export type MessagesSearch = {
  q?: string | undefined;
  state?: MessageState[] | undefined;
  to?: Message['recipientKind'] | undefined;
  /** Of one step: where the link of a move's note leads. */
  step?: number | undefined;
  /** The one that is open. */
  message?: number | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
};

export const filtersOf = ({ q, state, to, step }: MessagesSearch): MessageFilters => ({
  q,
  states: state,
  recipientKind: to,
  operationId: step,
});
export const isFiltered = ({ q, state, to, step }: MessagesSearch): boolean =>
  [q, state, to, step].some((one) => one !== undefined);
