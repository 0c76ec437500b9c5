/** For every route of `contract/routes/payments.ts` a request that succeeds. */
import type { CustomerPaymentView } from '#contract/payment.ts';
import type { payments } from '#contract/routes/payments.ts';
import { bookingBody } from '../../company.ts';
import { putItems } from '../../invoicing.ts';
import { makeCustomerPayment, paymentTypeOf } from '../fresh-payments.ts';
import type { Ground } from '../ground.ts';
import { byId, plain, type RequestsOf } from './makers.ts';

/** A job of a customer of its own, with 100.00 on its invoice. */
async function owing({ company, database }: Ground) {
  const { job, invoice } = await company.book();
  await putItems(database, company, invoice.id, [{ price: 1_000_000 }]);
  return { customerId: job.billToCustomerId, invoiceId: invoice.id, jobId: job.id };
}

const seen = ({ id, version }: CustomerPaymentView) => [{ kind: 'payment' as const, id, version }];

/** Taken for an invoice, and what it is applied to. */
async function paid(ground: Ground) {
  const { customerId, invoiceId, jobId } = await owing(ground);
  const payment = await makeCustomerPayment(ground.database, ground.company, customerId, [
    { invoiceId, cents: 5_000 },
  ]);
  return { customerId, invoiceId, jobId, payment, applicationId: payment.applications[0]!.id };
}
const free = async (ground: Ground) =>
  makeCustomerPayment(ground.database, ground.company, (await owing(ground)).customerId);

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
  'payments.update': async (ground) => {
    const payment = await free(ground);
    return { params: { id: payment.id }, body: { expected: seen(payment), changes: { memo: 'By mail' } } };
  },
  'payments.void': async (ground) => {
    const payment = await free(ground);
    return { params: { id: payment.id }, body: { expected: seen(payment), memo: 'Typed twice' } };
  },
  'payments.bounce': async (ground) => {
    const { payment } = await paid(ground);
    return { params: { id: payment.id }, body: { expected: seen(payment), on: '2026-11-20' } };
  },
  'payments.refund': async (ground) => {
    const { payment, invoiceId } = await paid(ground);
    const body = { amountCents: 100, reason: 'Overpayment' as const, paidOn: '2026-11-20', invoiceId };
    return { params: { id: payment.id }, body: { ...body, paymentTypeId: payment.paymentTypeId } };
  },
  'payments.apply': async (ground) => {
    const { customerId, invoiceId } = await owing(ground);
    const { id } = await makeCustomerPayment(ground.database, ground.company, customerId);
    const line = { from: { kind: 'payment' as const, id }, to: { kind: 'invoice' as const, id: invoiceId } };
    return { body: { lines: [{ ...line, cents: 100 }] } };
  },
  'payments.unapply': async (ground) => ({
    body: { applicationIds: [(await paid(ground)).applicationId] },
  }),
  'payments.move': async (ground) => {
    const { customerId, applicationId } = await paid(ground);
    const { cards } = await ground.company.person('csr').call('jobs.book', {
      key: `second invoice ${applicationId}`,
      body: {
        ...bookingBody(ground.company),
        customer: { id: customerId },
        location: { new: { street: '14 Main St' } },
      } as never,
    });
    const invoiceId = cards[0]!.invoice.id;
    await putItems(ground.database, ground.company, invoiceId, [{ price: 1_000_000 }]);
    return { body: { applicationId, invoiceId } };
  },
};
