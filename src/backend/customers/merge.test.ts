import { expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import type { Database } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { bookingBody, type Company, makeCompany } from '#testing/company.ts';
import { chanceFrom } from '#testing/customers/chance.ts';
import { makeCustomers } from '#testing/customers/generate.ts';
import { eachEngine } from '#testing/databases.ts';

type New = BodyIn<'customers.create'>;
let made = 0;

const create = async (company: Company, body: New) =>
  (await company.person('csr').call('customers.create', { key: `m${made++}`, body })).customer;

async function bookFor(company: Company, customerId: Id, locationId: Id, payerId?: Id) {
  const { cards } = await company.person('csr').call('jobs.book', {
    key: `b${made++}`,
    body: {
      ...bookingBody(company),
      customer: { id: customerId },
      location: { id: locationId },
      ...(payerId ? { billToCustomerId: payerId } : {}),
    },
  });
  return cards[0]!;
}

const versions = async (company: Company, ...ids: Id[]) =>
  Promise.all(
    ids.map(async (id) => {
      const { version } = await company.person('csr').call('customers.get', { params: { id } });
      return { kind: 'customer' as const, id, version };
    }),
  );

const merge = async (company: Company, keep: Id, absorb: Id, choice = {}) =>
  company.person('csr').call('customers.merge', {
    params: { id: keep },
    body: { expected: await versions(company, keep, absorb), absorbId: absorb, choice },
  });

const TABLES = [
  'customers',
  'locations',
  'contacts',
  'jobs',
  'appointments',
  'invoices',
  'notes',
  'files',
  'calls',
  'projects',
];
/** Everything anybody can see of the records: all but which version it is and when it became that. */
async function rowsOf(database: Database): Promise<unknown> {
  return database.transaction({ tenantId: 1, readOnly: true }, async (tx) => {
    const all: unknown[] = [];
    for (const table of TABLES) {
      all.push(
        await tx.query(
          `select '${table}' as "table", (to_jsonb(t) - 'version' - 'modified_on') as row from company.${table} t order by id`,
        ),
      );
    }
    return all;
  });
}

eachEngine('two customers that are one', (database) => {
  test('everything of the one becomes the other’s, and a link to it leads there', async () => {
    const company = await makeCompany(database());
    const street = { street: '12 Main Street', city: 'Quincy', zip: '02169' };
    const keep = await create(company, {
      name: 'Maria Lopez',
      memo: 'gate 4711',
      locations: [{ ...street, street: '12 Main St' }],
      contacts: [{ kind: 'Mobile', value: '(617) 555-0142' }],
    });
    const absorb = await create(company, {
      name: 'Lopez, Maria',
      memo: 'dog',
      doNotService: true,
      locations: [street, { street: '9 Elm St' }],
      contacts: [
        { kind: 'Phone', value: '617-555-0142' },
        { kind: 'Email', value: 'maria@example.com' },
      ],
    });
    const card = await bookFor(company, keep.id, keep.locations[0]!.id, absorb.id);
    const csr = company.person('csr');
    await csr.call('customers.update', {
      params: { id: absorb.id },
      body: { expected: await versions(company, absorb.id), changes: { doNotService: false } },
    });
    const other = await bookFor(company, absorb.id, absorb.locations[0]!.id);
    const { customer, moved } = await merge(company, keep.id, absorb.id);
    expect(customer).toMatchObject({ name: 'Maria Lopez', memo: 'gate 4711\ndog', doNotService: false });
    expect(moved).toMatchObject({ job: 2, location: 2, contact: 2, invoice: 2 });
    // The same place and the same number are kept once.
    expect(customer.locations.filter(({ active }) => active).map((one) => one.street)).toEqual([
      '12 Main St',
      '9 Elm St',
    ]);
    expect(customer.contacts.map(({ value }) => value)).toEqual(['(617) 555-0142', 'maria@example.com']);
    const job = (await csr.call('jobs.get', { params: { id: other.job.id } })).job;
    expect(job).toMatchObject({
      customerId: keep.id,
      billToCustomerId: keep.id,
      locationId: keep.locations[0]!.id,
    });
    expect((await csr.call('jobs.get', { params: { id: card.job.id } })).job.billToCustomerId).toBe(keep.id);
    expect(await csr.call('customers.get', { params: { id: absorb.id } })).toMatchObject({
      active: false,
      mergedInto: keep.id,
    });
    const history = await csr.call('history.get', { params: { kind: 'customer', id: keep.id } });
    expect(history.entries[0]).toMatchObject({ verb: 'customer.merged', actorName: 'csr' });
    expect(history.entries[0]?.changes).toContainEqual({
      field: 'mergedWith',
      before: null,
      after: 'Lopez, Maria',
    });
    const found = await csr.call('customers.list', { query: { q: 'lopez' } });
    expect(found.items.map(({ id }) => id)).toEqual([keep.id]);
    expect((await csr.call('customers.list', { query: { q: 'maria@example.com' } })).items[0]?.id).toBe(
      keep.id,
    );
  });

  test('undo puts every record back as it was, posted invoices and visits under way too', async () => {
    const company = await makeCompany(database());
    const { customers, duplicates } = makeCustomers(4711, 200, 0.1);
    const chance = chanceFrom(4711);
    for (let round = 0; round < 5; round += 1) {
      const { at, of } = duplicates[round]!;
      const pair = [customers[of]!, customers[at]!];
      const [keep, absorb] = [
        await create(company, pair[0] as New),
        await create(company, { ...pair[1], memo: `m${round}` } as New),
      ];
      for (const one of [keep, absorb, absorb].slice(0, 1 + chance.below(3))) {
        const card = await bookFor(company, one.id, one.locations[0]!.id);
        await company
          .person('csr')
          .call('calls.record', { key: `c${made++}`, body: { phone: '1', customerId: one.id } });
        if (chance.share(0.5)) {
          await database().transaction({ tenantId: 'system' }, (tx) =>
            tx.query(`update company.invoices set sync_status = 'Posted' where job_id = $1`, [card.job.id]),
          );
        }
      }
      const before = await rowsOf(database());
      const { operationId } = await merge(company, keep.id, absorb.id, {
        name: chance.of(['keep', 'absorb']),
        memo: chance.of(['keep', 'absorb', 'both']),
      });
      expect(await rowsOf(database())).not.toEqual(before);
      await company.person('csr').call('operations.undo', { body: { operationId } });
      expect(await rowsOf(database())).toEqual(before);
      const { entries } = await company
        .person('csr')
        .call('history.get', { params: { kind: 'customer', id: keep.id } });
      expect(entries[0]).toMatchObject({ verb: 'operation.undone' });
      expect(entries[0]?.changes).toContainEqual({
        field: 'mergedWith',
        before: absorb.name,
        after: null,
      });
    }
  });

  test('a project of the absorbed one goes to the kept one’s place together with its jobs, and undo brings both back', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const street = { street: '12 Main St', city: 'Quincy', zip: '02169' };
    const keep = await create(company, { name: 'Maria Lopez', locations: [street] });
    const absorb = await create(company, { name: 'Lopez, Maria', locations: [street] });
    const { job } = await bookFor(company, absorb.id, absorb.locations[0]!.id);
    const { card } = await csr.call('projects.create', {
      key: `p${made++}`,
      body: { place: { jobId: job.id }, name: 'Whole house' },
    });
    const before = await rowsOf(database());
    const { operationId, moved } = await merge(company, keep.id, absorb.id);
    expect(moved).toMatchObject({ job: 1, project: 1 });
    const stood = { customerId: keep.id, locationId: keep.locations[0]!.id };
    const after = await csr.call('projects.get', { params: { id: card.project.id } });
    expect(after.project).toMatchObject({ ...stood, billToCustomerId: keep.id });
    expect((await csr.call('jobs.get', { params: { id: job.id } })).job).toMatchObject(stood);
    await csr.call('operations.undo', { body: { operationId } });
    expect(await rowsOf(database())).toEqual(before);
  });

  test('refused: with oneself, with who is merged or out of use already, and on versions somebody changed since', async () => {
    const company = await makeCompany(database());
    const [one, two, three] = [
      await create(company, { name: 'One' }),
      await create(company, { name: 'Two' }),
      await create(company, { name: 'Three' }),
    ];
    await expect(merge(company, one!.id, one!.id)).rejects.toMatchObject({ code: 'customer.same' });
    const old = await versions(company, one!.id, two!.id);
    await merge(company, one!.id, two!.id);
    await expect(merge(company, three!.id, two!.id)).rejects.toMatchObject({
      code: 'customer.merged',
      params: { name: 'Two', mergedInto: one!.id },
    });
    await expect(
      company.person('csr').call('customers.merge', {
        params: { id: one!.id },
        body: { expected: old, absorbId: two!.id, choice: {} },
      }),
    ).rejects.toMatchObject({ code: 'request.stale' });
  });

  test('a customer or place with an open job stays in use; without one it goes and comes back', async () => {
    const company = await makeCompany(database());
    const card = await company.book({ name: 'Maria Lopez' });
    const { customerId, locationId, number, id } = card.job;
    const csr = company.person('csr');
    const set = async (kind: 'customer' | 'location', active: boolean) => {
      const customer = await csr.call('customers.get', { params: { id: customerId } });
      const version = kind === 'customer' ? customer.version : customer.locations[0]!.version;
      const recordId = kind === 'customer' ? customerId : locationId;
      const body = { expected: [{ kind, id: recordId, version }], changes: { active } };
      return csr.call(`${kind}s.update`, { params: { id: recordId }, body });
    };
    await expect(set('customer', false)).rejects.toMatchObject({
      code: 'customer.open_jobs',
      params: { count: 1, numbers: [number] },
    });
    await expect(set('location', false)).rejects.toMatchObject({ code: 'location.open_jobs' });
    await csr.call('jobs.cancel', {
      params: { id },
      body: {
        expected: [
          { kind: 'job', id, version: card.job.version },
          { kind: 'appointment', id: card.appointments[0]!.id, version: card.appointments[0]!.version },
        ],
        reasonId: company.cancelReasonId,
        memo: '',
      },
    });
    await set('location', false);
    await set('customer', false);
    expect((await csr.call('customers.list', { query: { q: 'lopez' } })).items).toEqual([]);
    const gone = await csr.call('customers.list', { query: { active: 'false' } });
    expect(gone.items).toMatchObject([{ id: customerId, active: false }]);
    await expect(set('location', true)).rejects.toMatchObject({ code: 'customer.inactive' });
    await set('customer', true);
    const { customer } = await set('location', true);
    expect([customer.active, customer.locations[0]!.active]).toEqual([true, true]);
  });
});
