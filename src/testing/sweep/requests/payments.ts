/** For every route of `contract/routes/payments.ts` a request that succeeds. */
import type { payments } from '#contract/routes/payments.ts';
import { putItems } from '../../invoicing.ts';
import { paymentTypeOf } from '../fresh-payments.ts';
import type { Ground } from '../ground.ts';
import { byId, plain, type RequestsOf } from './makers.ts';

/** A job of a customer of its own, with 100.00 on its invoice. */
async function owing({ company, database }: Ground) {
  const { job, invoice } = await company.book();
  await putItems(database, company, invoice.id, [{ price: 1_000_000 }]);
  return { customerId: job.billToCustomerId, invoiceId: invoice.id, jobId: job.id };
}

export const paymentsRequests: RequestsOf<typeof payments> = {
  'payments.list': async ({ mine }) => ({
    query: { customerId: String(mine.customerId), from: '2026-01-01' },
  }),
  'payments.choices': plain,
  'payments.get': byId(({ mine }) => mine.paymentId),
  'payments.openOf': byId(({ mine }) => mine.customerId),
  'payments.create': async (ground) => {
    const { customerId, invoiceId, jobId } = await owing(ground);
    return {
      body: {
        customerId,
        businessUnitId: ground.company.businessUnitId,
        paymentTypeId: await paymentTypeOf(ground.database, ground.company),
        kind: 'Deposit',
        paidOn: '2026-11-20',
        amountCents: 15_000,
        jobId,
        lines: [{ invoiceId, cents: 10_000 }],
      },
    };
  },
};
