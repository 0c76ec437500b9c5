import { expect, test } from 'vitest';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { bookingBody, type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { putItems } from '#testing/invoicing.ts';

const ZONE = 9_301;
const TERM = 9_302;

const system = (database: Database, sql: string, params: readonly unknown[]) =>
  database.transaction({ tenantId: 'system' }, (tx) => tx.query<Record<string, unknown>>(sql, params));

/** The unit taxes in Massachusetts and is paid by the 15th of the next month. */
async function withBooks(database: Database): Promise<Company> {
  const company = await makeCompany(database);
  const { tenantId, businessUnitId } = company;
  await system(
    database,
    `insert into company.tax_zones (tenant_id, id, name, created_on, modified_on) values ($1, $2, 'Massachusetts', now(), now())`,
    [tenantId, ZONE],
  );
  await setRate(database, tenantId, 'Sales tax', 62_500, '2020-01-01');
  await system(
    database,
    `insert into company.payment_terms (tenant_id, id, name, due_in_days, due_by, due_day, created_on, modified_on)
     values ($1, $2, '15th of next month', 0, 'DayOfNextMonth', 15, now(), now())`,
    [tenantId, TERM],
  );
  await system(
    database,
    'update company.business_units set tax_zone_id = $2, payment_term_id = $3 where tenant_id = $1 and id = $4',
    [tenantId, ZONE, TERM, businessUnitId],
  );
  return company;
}

const setRate = (database: Database, tenantId: Id, name: string, rate: number, from: string) =>
  system(
    database,
    `insert into company.tax_rates (tenant_id, id, tax_zone_id, name, base, rate, valid_from, created_on, modified_on)
     select $1, 9400 + count(*), $2, $3, 'Material', $4, $5, now(), now() from company.tax_rates`,
    [tenantId, ZONE, name, rate, from],
  );

const document = (company: Company, id: Id) => company.person('csr').call('jobs.invoice', { params: { id } });

async function correct(company: Company, job: { customerId: Id; locationId: Id }): Promise<void> {
  const csr = company.person('csr');
  await csr.call('customers.update', {
    params: { id: job.customerId },
    body: {
      expected: [{ kind: 'customer', id: job.customerId, version: 1 }],
      changes: { name: 'Maria Lopes' },
    },
  });
  await csr.call('locations.update', {
    params: { id: job.locationId },
    body: {
      expected: [{ kind: 'location', id: job.locationId, version: 1 }],
      changes: { street: '21 Main St' },
    },
  });
}

eachEngine('what a job’s invoice keeps of its own', (database) => {
  test('is who pays, the place, the term in words and the tax rates of the day; they stay as they were when the records change', async () => {
    const company = await withBooks(database());
    const { job } = await company.book();
    const booked = await document(company, job.id);
    const home = { street: '12 Main St', unit: '', city: 'Quincy', state: '', zip: '', country: 'US' };
    expect(booked).toMatchObject({
      billTo: { name: 'Maria Lopez', ...home },
      place: { name: '', ...home },
      invoiceDate: '2026-11-20',
      dueDate: '2026-12-15',
      term: '15th of next month',
      tax: { name: 'Massachusetts', rates: [{ name: 'Sales tax', base: 'Material', rate: 62_500 }] },
      currency: 'USD',
      differs: [],
    });
    await correct(company, job);
    await setRate(database(), company.tenantId, 'Sales tax', 70_000, '2026-11-01');
    await system(database(), `update company.payment_terms set name = 'Later', due_day = 20 where id = $1`, [
      TERM,
    ]);
    const { differs, ...kept } = await document(company, job.id);
    expect({ ...kept, differs: [] }).toEqual(booked);
    expect(differs).toEqual(['billTo', 'place', 'term', 'tax']);
  });

  test('is copied anew while it is pending, in one step that undo takes back; the version seen is asked for', async () => {
    const company = await withBooks(database());
    const csr = company.person('csr');
    const { job } = await company.book();
    const before = await document(company, job.id);
    await correct(company, job);
    const refresh = (version: number) =>
      csr.call('jobs.refreshInvoice', {
        params: { id: job.id },
        body: { expected: [{ kind: 'invoice', id: before.id, version }] },
      });
    await expect(csr.call('jobs.refreshInvoice', { params: { id: job.id }, body: {} })).rejects.toMatchObject(
      { code: 'request.versions_missing' },
    );
    const { invoice } = await refresh(1);
    expect(invoice).toMatchObject({
      version: 2,
      billTo: { name: 'Maria Lopes', street: '21 Main St' },
      place: { street: '21 Main St' },
      differs: [],
    });
    await csr.call('operations.undo', { body: {} });
    expect(await document(company, job.id)).toMatchObject({ billTo: before.billTo, place: before.place });
    await system(database(), `update company.invoices set sync_status = 'Posted' where job_id = $1`, [
      job.id,
    ]);
    await expect(refresh(3)).rejects.toMatchObject({ code: 'job.frozen' });
    expect((await document(company, job.id)).billTo).toEqual(before.billTo);
  });

  test('keeps its currency when it is copied anew with items on it, though its unit is kept in another by now', async () => {
    const company = await withBooks(database());
    const { job } = await company.book();
    const { id } = await document(company, job.id);
    await putItems(database(), company, id, [{ price: 1_500_000, taxable: true }]);
    await system(database(), `update company.business_units set currency = 'CAD' where id = $1`, [
      company.businessUnitId,
    ]);
    expect((await document(company, job.id)).differs).toEqual([]);
    await correct(company, job);
    const { invoice } = await company.person('csr').call('jobs.refreshInvoice', {
      params: { id: job.id },
      body: { expected: [{ kind: 'invoice', id, version: 1 }] },
    });
    expect(invoice).toMatchObject({ currency: 'USD', billTo: { name: 'Maria Lopes' }, differs: [] });
  });

  test('is not brought back by an undo once it is posted', async () => {
    const company = await withBooks(database());
    const csr = company.person('csr');
    const { job } = await company.book();
    await correct(company, job);
    const { invoice } = await csr.call('jobs.refreshInvoice', {
      params: { id: job.id },
      body: { expected: [{ kind: 'invoice', id: (await document(company, job.id)).id, version: 1 }] },
    });
    await system(database(), `update company.invoices set sync_status = 'Posted' where id = $1`, [
      invoice.id,
    ]);
    await expect(csr.call('operations.undo', { body: {} })).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'job.frozen' },
    });
  });

  test('another payer brings their own name, address and term; the place stays whose it is', async () => {
    const company = await withBooks(database());
    const csr = company.person('csr');
    const { job: landlords } = await company.book({ name: 'Harbor Property Management' });
    const { cards } = await csr.call('jobs.book', {
      key: 'tenant',
      body: {
        ...bookingBody(company),
        customer: { new: { name: 'Tom Tenant', locations: [{ street: '5 Pier Rd', city: 'Hull' }] } },
        billToCustomerId: landlords.customerId,
      },
    });
    const { job } = cards[0]!;
    expect(await document(company, job.id)).toMatchObject({
      billTo: { name: 'Harbor Property Management', street: '12 Main St' },
      place: { street: '5 Pier Rd' },
    });
    await csr.call('jobs.update', {
      params: { id: job.id },
      body: {
        expected: [{ kind: 'job', id: job.id, version: 1 }],
        changes: { billToCustomerId: job.customerId },
      },
    });
    expect(await document(company, job.id)).toMatchObject({
      billTo: { name: 'Tom Tenant', street: '5 Pier Rd' },
      place: { street: '5 Pier Rd' },
      differs: [],
    });
  });

  test('a unit in another zone dates it by its own clock, with the rates of that day', async () => {
    const company = await withBooks(database());
    const { tenantId, otherUnitId, businessUnitId } = company;
    await system(database(), `update company.job_types set business_unit_ids = '{}' where tenant_id = $1`, [
      tenantId,
    ]);
    // 15:00 UTC on the 20th is already the 21st in Kiritimati.
    await system(
      database(),
      `update company.business_units set time_zone = 'Pacific/Kiritimati', tax_zone_id = $2 where id = $1`,
      [otherUnitId, ZONE],
    );
    await setRate(database(), tenantId, 'Sales tax', 80_000, '2026-11-21');
    const { job } = await company.book();
    const give = (unit: Id, version: number) =>
      company.person('csr').call('jobs.update', {
        params: { id: job.id },
        body: {
          expected: [{ kind: 'job', id: job.id, version }],
          changes: { businessUnitId: unit },
        },
      });
    await give(otherUnitId, 1);
    expect(await document(company, job.id)).toMatchObject({
      invoiceDate: '2026-11-21',
      dueDate: '2026-11-21',
      term: null,
      tax: { rates: [{ rate: 80_000 }] },
    });
    await give(businessUnitId, 2);
    expect(await document(company, job.id)).toMatchObject({
      invoiceDate: '2026-11-20',
      dueDate: '2026-12-15',
      tax: { rates: [{ rate: 62_500 }] },
    });
  });

  test('a merge leaves the document as it is and hands its copies over; each person’s are theirs to be erased', async () => {
    const company = await withBooks(database());
    const csr = company.person('csr');
    const { job: keep } = await company.book({ name: 'Harbor Property Management' });
    const { cards } = await csr.call('jobs.book', {
      key: 'tenant',
      body: {
        ...bookingBody(company),
        customer: { new: { name: 'Tom Tenant', locations: [{ street: '5 Pier Rd' }] } },
        billToCustomerId: keep.customerId,
      },
    });
    const { job } = cards[0]!;
    const people = () =>
      system(
        database(),
        `select h.record_kind as kind, h.person_id as person, h.personal ? 'street' as street,
           h.personal ? 'billToStreet' as "billToStreet", h.changes ?| array['name', 'street', 'billToName'] as leaked
         from company.history h where h.record_id = (select id from company.invoices where job_id = $1)
           and h.record_kind in ('invoice', 'invoicePlace') and h.created order by 1`,
        [job.id],
      );
    expect(await people()).toEqual([
      { kind: 'invoice', person: keep.customerId, street: false, billToStreet: true, leaked: false },
      { kind: 'invoicePlace', person: job.customerId, street: true, billToStreet: false, leaked: false },
    ]);
    const before = await document(company, job.id);
    await csr.call('customers.merge', {
      params: { id: keep.customerId },
      key: 'merge',
      body: {
        absorbId: job.customerId,
        expected: [keep.customerId, job.customerId].map((id) => ({
          kind: 'customer' as const,
          id,
          version: 1,
        })),
        choice: {},
      },
    });
    const { version, differs, ...after } = await document(company, job.id);
    expect(after).toEqual({ ...after, billTo: before.billTo, place: before.place, dueDate: before.dueDate });
    expect(version).toBe(before.version);
    expect(differs).toEqual([]);
    const owner = await system(
      database(),
      'select customer_id as id from company.invoice_places where id = (select id from company.invoices where job_id = $1)',
      [job.id],
    );
    expect(owner).toEqual([{ id: keep.customerId }]);
  });
});
