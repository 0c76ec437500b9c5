/** Payments of a customer of a company, each of its own, by a payment type that is made once. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { CustomerPaymentView } from '#contract/payment.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Company } from '../company.ts';

let made = 0;

/** "Check", of the set-up that other tests have no need of. */
export async function paymentTypeOf(
  database: Database,
  { tenantId }: Pick<Company, 'tenantId'>,
): Promise<Id> {
  const id = tenantId * 100 + 57;
  await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query(
      `insert into company.payment_types (tenant_id, id, name, created_on, modified_on)
       values ($1, $2, 'Check', now(), now()) on conflict do nothing`,
      [tenantId, id],
    ),
  );
  return id;
}

/** 500.00 on account. */
export async function makeCustomerPayment(
  database: Database,
  company: Company,
  customerId: Id,
  lines: BodyIn<'payments.create'>['lines'] = [],
): Promise<CustomerPaymentView> {
  const paymentTypeId = await paymentTypeOf(database, company);
  const { payment } = await company.person('accounting').call('payments.create', {
    key: `fresh customer payment ${company.tenantId} ${++made}`,
    body: {
      customerId,
      businessUnitId: company.businessUnitId,
      paymentTypeId,
      paidOn: '2026-11-20',
      amountCents: 50_000,
      reference: `CHECK-${made}`,
      lines,
    },
  });
  return payment;
}

/** 1.00 of it goes back; the payment with what it is applied to by then. */
export async function refundOf(company: Company, { id, paymentTypeId }: CustomerPaymentView) {
  const person = company.person('accounting');
  await person.call('payments.refund', {
    key: `fresh refund ${company.tenantId} ${++made}`,
    params: { id },
    body: { amountCents: 100, reason: 'Overpayment', paymentTypeId, paidOn: '2026-11-20' },
  });
  return person.call('payments.get', { params: { id } });
}
