import { expect, test } from 'vitest';
import { addMinutes } from '#domain/time.ts';
import { bookingBody, type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { putItems } from '#testing/invoicing.ts';

const phoned = async (company: Company, name: string, phone: string) =>
  (
    await company.person('csr').call('customers.create', {
      key: name,
      body: { name, contacts: [{ kind: 'Phone', value: phone }] },
    })
  ).customer.id;

eachEngine('what stands beside a call', (database) => {
  test('the last jobs and open invoices of one’s own business units, pinned notes, and that there is no membership', async () => {
    const company = await makeCompany(database());
    const first = await company.book({ name: 'Maria Lopez' });
    const { customerId: id, locationId } = first.job;
    const csr = company.person('csr');
    const second = await csr.call('jobs.book', {
      key: 'second',
      body: {
        ...bookingBody(company, { businessUnitId: company.otherUnitId }),
        customer: { id },
        location: { id: locationId },
      },
    });
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query(
        `update company.invoices set tax = '{"name": "MA", "rates": [{"name": "MA", "base": "Labor", "rate": 62500}]}'`,
      );
      await tx.query(
        `insert into company.notes (tenant_id, id, owner_kind, owner_id, customer_id, text, pinned, author_id, created_on, modified_on)
         values (1, 9999, 'customer', $1, $1, 'Dog in the yard', true, 120, now(), now()),
           (1, 9998, 'location', $2, $1, 'Key at number 14', true, 120, now(), now()),
           (1, 9997, 'location', $2, $1, 'Roof is new', false, 120, now(), now())`,
        [id, locationId],
      );
    });
    for (const { invoice } of [first, second.cards[0]!]) {
      await putItems(database(), company, invoice.id, [
        { quantity: 15_000, price: 1_000_000, taxable: true },
      ]);
    }
    const seen = await csr.call('customers.overview', { params: { id } });
    expect(seen.jobs.map(({ number }) => number)).toEqual([second.cards[0]!.job.number, first.job.number]);
    expect(seen).toMatchObject({
      jobCount: 2,
      memberships: [],
      notes: [
        { text: 'Dog in the yard', authorName: 'csr', locationId: null },
        { text: 'Key at number 14', locationId },
      ],
    });
    // 1.5 hours at 100.00 with 6.25 % on top.
    expect(seen.invoices.map(({ balanceCents }) => balanceCents)).toEqual([15938, 15938]);
    const confined = company.person('csr', { units: [company.businessUnitId] });
    const less = await confined.call('customers.overview', { params: { id } });
    expect([less.jobs.length, less.jobCount, less.invoices.length]).toEqual([1, 1, 1]);
  });

  test('the job canceled last says why, by whom and when for 30 days; a booking taken back is none', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const { job, appointments } = await company.book({ name: 'Maria Lopez' });
    const params = { id: job.customerId };
    const canceledOf = async (person = csr) =>
      (await person.call('customers.overview', { params })).lastCanceled;
    expect(await canceledOf()).toBeNull();
    await csr.call('jobs.cancel', {
      params: { id: job.id },
      body: {
        expected: [
          { kind: 'job', id: job.id, version: job.version },
          ...appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
        ],
        reasonId: company.cancelReasonId,
        memo: 'moved away',
      },
    });
    expect(await canceledOf()).toMatchObject({
      number: job.number,
      canceled: { memo: 'moved away', byName: 'csr', at: company.clock.now() },
    });
    expect(await canceledOf(company.person('csr', { units: [company.otherUnitId] }))).toBeNull();
    const again = await csr.call('jobs.book', {
      key: 'again',
      body: { ...bookingBody(company), customer: params, location: { id: job.locationId } },
    });
    await csr.call('operations.undo', { key: 'back', body: { operationId: again.operationId } });
    expect((await canceledOf())?.number).toBe(job.number);
    const clock = company.clock as FixedClock;
    clock.set(addMinutes(clock.now(), 30 * 24 * 60 + 1));
    expect(await canceledOf()).toBeNull();
  });

  test('an open invoice is not hidden by many of which nothing is left', async () => {
    const company = await makeCompany(database());
    const { job } = await company.book({ name: 'Maria Lopez' });
    await database().transaction({ tenantId: 'system' }, async (tx) => {
      await tx.query(
        `insert into company.invoices (tenant_id, id, number, kind, customer_id, business_unit_id, bill_to_name, currency, invoice_date, due_date, sync_status, created_on, modified_on)
         select 1, 20000 + n, 20000 + n, 'PointOfSale', $1, $2, 'Maria', 'USD', '2026-01-01', '2026-01-01'::date + n, 'Posted', now(), now()
         from generate_series(1, 130) n`,
        [job.customerId, company.businessUnitId],
      );
    });
    // Lines that cancel each other out leave nothing to pay.
    for (const id of [20_001, 20_002]) {
      await putItems(database(), company, id, [{ price: 50_000 }, { price: -50_000 }]);
    }
    await putItems(database(), company, 20_130, [{ price: 50_000 }]);
    const { invoices } = await company
      .person('csr')
      .call('customers.overview', { params: { id: job.customerId } });
    expect(invoices).toMatchObject([{ number: 20_130, balanceCents: 500 }]);
  });

  test('a call is its customer’s by the number, and nobody’s when two share it or nobody has it', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const maria = await phoned(company, 'Maria Lopez', '(617) 555-0142');
    await phoned(company, 'Ann Stone', '617 555 0177');
    await phoned(company, 'Bob Stone', '617 555 0177');
    const owners: (number | null)[] = [];
    for (const phone of ['+16175550142', '617-555-0177', '617 555 0199']) {
      const { call } = await csr.call('calls.record', { key: phone, body: { phone } });
      owners.push(call.customerId);
    }
    expect(owners).toEqual([maria, null, null]);
    const { items } = await csr.call('calls.list');
    expect(items.map(({ phone }) => phone)).toEqual(['617 555 0199', '617-555-0177', '+16175550142']);
    expect(items.at(-1)).toMatchObject({
      customerName: 'Maria Lopez',
      answeredByName: 'csr',
      source: 'simulated',
    });
  });

  test('who is being taken down is recognised, and not told to be himself', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const maria = await phoned(company, 'Maria Lopez', '(617) 555-0142');
    const draft = { name: 'Lopez Maria', phone: '617 555 0143' };
    const { items } = await csr.call('customers.matches', { query: draft });
    expect(items).toMatchObject([{ customer: { id: maria }, reasons: ['nameSwapped', 'phoneDigit'] }]);
    expect((await csr.call('customers.matches', { query: { ...draft, except: maria } })).items).toEqual([]);
    expect((await csr.call('customers.matches', { query: { name: 'Ann Stone' } })).items).toEqual([]);
  });
});
