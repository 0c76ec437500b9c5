/** For every route of `contract/routes/statements.ts` a request that succeeds. */
import type { statements } from '#contract/routes/statements.ts';
import { byId, type RequestsOf } from './makers.ts';

const account = { kind: 'BalanceForward', from: '2026-01-01', asOf: '2026-11-21' } as const;

export const statementsRequests: RequestsOf<typeof statements> = {
  'statements.list': async ({ mine }) => ({ query: { customerId: String(mine.customerId) } }),
  'statements.preview': async ({ mine }) => ({ query: { customerId: String(mine.customerId), ...account } }),
  'statements.get': byId(({ mine }) => mine.statementId),
  'statements.paper': byId(({ mine }) => mine.statementId),
  'statements.create': async ({ mine }) => ({ body: { customerIds: [mine.customerId], ...account } }),
  'statements.send': async ({ mine }) => ({
    body: { statementIds: [mine.statementId], to: ['payer@customer.test'] },
  }),
  'statements.markSent': async ({ mine }) => ({ params: { id: mine.statementId }, body: {} }),
};
