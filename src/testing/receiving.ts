/** A company whose customers pay: jobs with something on their invoices, and who keeps its books. */
import type { BodyIn } from '#contract/endpoints.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { cents, unitPriceOfCents } from '#domain/money.ts';
import type { Right } from '#domain/roles.ts';
import { makeCompany } from './company.ts';
import { putItems } from './invoicing.ts';
import { paymentTypeOf } from './sweep/fresh-payments.ts';

let keys = 0;
export const key = () => `payment-${++keys}`;
type Body = BodyIn<'payments.create'>;
export type Receiving = Awaited<ReturnType<typeof receivingCompany>>;

export async function receivingCompany(database: Database, tenantId: Id = 1) {
  const office = await makeCompany(database, tenantId);
  const person = office.person('accounting');
  const paymentTypeId = await paymentTypeOf(database, office);
  /** A customer with an invoice of a job for each amount, in cents. */
  const owing = async (amounts: readonly number[], more: { businessUnitId?: Id } = {}) => {
    const first = await office.book(more);
    const { customerId, locationId } = first.job;
    const invoices: Id[] = [];
    for (const [at, amount] of amounts.entries()) {
      const card = at === 0 ? first : await again(customerId, locationId, more);
      await putItems(database, office, card.invoice.id, [{ price: unitPriceOfCents(cents(amount)) }]);
      invoices.push(card.invoice.id);
    }
    return { customerId, invoices, jobId: first.job.id };
  };
  const again = async (customerId: Id, locationId: Id, { businessUnitId = office.businessUnitId }) => {
    const { cards } = await office.person('csr').call('jobs.book', {
      key: key(),
      body: {
        customer: { id: customerId },
        location: { id: locationId },
        jobTypeId: office.jobTypeId,
        businessUnitId,
        campaignId: office.campaignId,
        priority: 'Normal',
        summary: 'No cool',
        appointment: {
          start: '2026-11-21T14:00:00Z',
          end: '2026-11-21T16:00:00Z',
          technicianIds: [],
        },
      } as never,
    });
    return cards[0]!;
  };
  const body = (
    customerId: Id,
    amountCents: number,
    lines: Body['lines'] = [],
    more: Partial<Body> = {},
  ): Body => ({
    customerId,
    businessUnitId: office.businessUnitId,
    paymentTypeId,
    paidOn: '2026-11-20',
    amountCents,
    lines,
    ...more,
  });
  const take = async (...given: Parameters<typeof body>) =>
    (await person.call('payments.create', { key: key(), body: body(...given) })).payment;
  const openOf = (customerId: Id) => person.call('payments.openOf', { params: { id: customerId } });
  const read = (id: Id) => person.call('payments.get', { params: { id } });
  const inSystem = (sql: string, values: readonly unknown[]) =>
    database.transaction({ tenantId: 'system' }, (tx) => tx.query(sql, [tenantId, ...values]));
  /** Into the books and out to the accounting, which has steps of its own. */
  const exported = (id: Id) =>
    inSystem(`update company.payments set sync_status = 'Exported' where tenant_id = $1 and id = $2`, [id]);
  const closeUntil = (day: string) =>
    inSystem(
      `insert into company.accounting_periods (tenant_id, id, name, starts_on, ends_on, closed, created_on, modified_on)
       values ($1, 9058, 'Past', '2020-01-01', $2, '{}', now(), now())`,
      [day],
    );
  /** Of the same role, with a right taken away. */
  const without = (right: Right) => {
    const rights = person.actor.rights.filter((one) => one !== right);
    return office.person('accounting', { rights });
  };
  return { office, person, paymentTypeId, owing, body, take, openOf, read, exported, closeUntil, without };
}
