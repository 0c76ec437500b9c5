/** For every route of `contract/routes/messages.ts` a request that succeeds. */
import type { messages } from '#contract/routes/messages.ts';
import type { MessageStatus } from '#domain/messages/sending.ts';
import { addMessage } from '../../outbox-rows.ts';
import type { Ground } from '../ground.ts';
import { fresh, type RequestsOf } from './makers.ts';

const message = async ({ database, mine }: Ground, status: MessageStatus) => ({
  id: await addMessage(database, 1, mine.card, status),
});

export const messagesRequests: RequestsOf<typeof messages> = {
  'messages.list': async ({ mine }) => ({
    query: {
      states: 'waiting,failed',
      recipientKind: 'customer',
      jobId: String(mine.card.job.id),
      q: 'maria',
    },
  }),
  'messages.change': async (ground) => ({
    params: await message(ground, 'Held'),
    body: {
      version: 1,
      changes: { subject: `A new time ${fresh()}`, text: 'We come later.', editing: false },
    },
  }),
  'messages.cancel': async (ground) => ({ params: await message(ground, 'Held'), body: { version: 1 } }),
  'messages.sendAgain': async (ground) => ({ params: await message(ground, 'Failed'), body: { version: 1 } }),
};
