/** For every route of `contract/routes/history.ts` a request that succeeds. */
import type { history } from '#contract/routes/history.ts';
import { expectedOf, freshCard } from '../fresh-cards.ts';
import { plain, type RequestsOf } from './makers.ts';

export const historyRequests: RequestsOf<typeof history> = {
  'history.get': async ({ mine }) => ({ params: { kind: 'job', id: mine.card.job.id } }),
  'history.at': async ({ mine }) => ({
    params: { kind: 'job', id: mine.card.job.id },
    query: { at: '2026-11-21T08:00:00Z' },
  }),
  'board.at': async () => ({
    query: { day: '2026-11-21', timeZone: 'America/New_York', at: '2026-11-21T08:00:00Z' },
  }),
  'moves.list': async ({ mine }) => ({ query: { jobId: String(mine.card.job.id) } }),
  'operations.list': plain,
  'operations.undo': async (ground) => {
    const card = await freshCard(ground, [], []);
    const { operationId } = await ground.company.person('admin').call('appointments.confirm', {
      params: { id: card.appointments[0]!.id },
      body: { expected: expectedOf(card) },
    });
    return { body: { operationId } };
  },
  'operations.redo': async (ground) => {
    const card = await freshCard(ground, [], []);
    const admin = ground.company.person('admin');
    const { operationId } = await admin.call('appointments.confirm', {
      params: { id: card.appointments[0]!.id },
      body: { expected: expectedOf(card) },
    });
    await admin.call('operations.undo', { body: { operationId } });
    return { body: { operationId } };
  },
};
