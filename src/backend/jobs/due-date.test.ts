import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { bookingBody, type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';

const TERM = 9_001;

/** A customer who pays in 30 days. */
async function payerWithTerm(database: Database, company: Company): Promise<Id> {
  const { job } = await company.book({ name: 'Harbor Property Management' });
  await database.transaction({ tenantId: 'system' }, async (tx) => {
    await tx.query(
      `insert into company.payment_terms (tenant_id, id, name, due_in_days, created_on, modified_on) values ($1, $2, 'Net 30', 30, now(), now())`,
      [company.tenantId, TERM],
    );
    await tx.query('update company.customers set payment_term_id = $2 where tenant_id = $1 and id = $3', [
      company.tenantId,
      TERM,
      job.customerId,
    ]);
  });
  return job.customerId;
}
async function invoiceOf(database: Database, jobId: Id) {
  const [row] = await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query(
      'select payment_term_id as term, invoice_date as day, due_date as due from company.invoices where job_id = $1',
      [jobId],
    ),
  );
  return row;
}

eachEngine('the due date of a job’s invoice', (database) => {
  test('follows the term of the one who pays, when booked and when the payer changes', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const payer = await payerWithTerm(database(), company);
    // 22:00 on the 20th in New York: the unit's day counts.
    (company.clock as FixedClock).set('2026-11-21T03:00:00Z');
    const { cards } = await csr.call('jobs.book', {
      key: 'with a payer',
      body: { ...bookingBody(company), billToCustomerId: payer },
    });
    const net30 = { term: TERM, day: '2026-11-20', due: '2026-12-20' };
    const onReceipt = { term: null, day: '2026-11-20', due: '2026-11-20' };
    expect(await invoiceOf(database(), cards[0]!.job.id)).toEqual(net30);
    const { job } = await company.book();
    expect(await invoiceOf(database(), job.id)).toEqual(onReceipt);
    const billTo = (billToCustomerId: Id, version: number) =>
      csr.call('jobs.update', {
        params: { id: job.id },
        body: { expected: [{ kind: 'job', id: job.id, version }], changes: { billToCustomerId } },
      });
    await billTo(payer, 1);
    expect(await invoiceOf(database(), job.id)).toEqual(net30);
    await csr.call('operations.undo', { body: {} });
    expect(await invoiceOf(database(), job.id)).toEqual(onReceipt);
  });
});
