/** For every route of `contract/routes/payables.ts` a request that succeeds. */
import type { payables } from '#contract/routes/payables.ts';
import { makePayment, paymentBody, reconciledBill } from '../fresh-bills.ts';
import { byId, plain, type RequestsOf } from './makers.ts';

export const payablesRequests: RequestsOf<typeof payables> = {
  'payables.list': plain,
  'apPayments.list': async ({ mine }) => ({
    query: { payeeVendorId: String(mine.vendorId), from: '2026-01-01' },
  }),
  'apPayments.get': byId(({ mine }) => mine.apPaymentId),
  'apPayments.create': async (ground) => ({ body: paymentBody(await reconciledBill(ground)) }),
  'apPayments.cancel': async (ground) => {
    const { id, version } = await makePayment(ground.company, await reconciledBill(ground));
    return { params: { id }, body: { expected: [{ kind: 'apPayment', id, version }], memo: 'Bounced' } };
  },
};
