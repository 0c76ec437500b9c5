import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { bookingBody, type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

let keys = 0;
const key = () => `at once ${++keys}`;

async function create(company: Company, name: string) {
  const body = { name, locations: [{ street: `${keys} Elm St` }] };
  return (await company.person('csr').call('customers.create', { key: key(), body })).customer;
}
type Made = Awaited<ReturnType<typeof create>>;

const book = (company: Company, { id, locations }: Made) =>
  company.person('csr').call('jobs.book', {
    key: key(),
    body: { ...bookingBody(company), customer: { id }, location: { id: locations[0]!.id } },
  });
const seen = ({ id, version }: Made) => ({ kind: 'customer' as const, id, version });

eachEngine('two people and one customer at the same time', (database) => {
  const jobsOf = (id: Id) =>
    database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
      tx.query('select id from company.jobs where tenant_id = 1 and customer_id = $1', [id]),
    );

  test('no job, place or project is left behind with a customer that is merged into another meanwhile', async () => {
    const company = await makeCompany(database());
    const [csr, dispatcher] = [company.person('csr'), company.person('dispatcher')];
    for (let round = 0; round < 5; round++) {
      const [keep, absorb] = [await create(company, 'Ann'), await create(company, 'Anne')];
      const body = { expected: [keep, absorb].map(seen), absorbId: absorb.id, choice: {} };
      const place = { customerId: absorb.id, locationId: absorb.locations[0]!.id };
      await Promise.allSettled([
        book(company, absorb),
        csr.call('customers.merge', { params: { id: keep.id }, body }),
        book(company, absorb),
        dispatcher.call('projects.create', { key: key(), body: { place, name: 'Change-out' } }),
        csr.call('locations.create', {
          key: key(),
          body: { customerId: absorb.id, location: { street: '9 New St' } },
        }),
      ]);
      const left = await csr.call('customers.get', { params: { id: absorb.id } });
      expect(left).toMatchObject({ active: false, mergedInto: keep.id, locations: [] });
      expect(await jobsOf(absorb.id)).toEqual([]);
      const query = { customerId: absorb.id };
      expect((await dispatcher.call('projects.list', { query })).items).toEqual([]);
    }
  });

  test('a note, file or call that comes during a merge goes along, or is refused by who has become another', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const note = (ownerKind: 'customer' | 'job', ownerId: Id) =>
      csr.call('notes.add', { key: key(), body: { ownerKind, ownerId, text: 'Rang twice' } });
    const call = (customerId: Id) =>
      csr.call('calls.record', {
        key: key(),
        body: { phone: '617 555 0142', direction: 'Inbound', customerId },
      });
    for (let round = 0; round < 5; round++) {
      const [keep, absorb] = [await create(company, 'Ann'), await create(company, 'Anne')];
      const { cards } = await book(company, absorb);
      const body = { expected: [keep, absorb].map(seen), absorbId: absorb.id, choice: {} };
      await Promise.allSettled([
        note('customer', absorb.id),
        note('job', cards[0]!.job.id),
        csr.call('customers.merge', { params: { id: keep.id }, body }),
        note('customer', absorb.id),
        note('job', cards[0]!.job.id),
        call(absorb.id),
      ]);
      const left = await database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
        tx.query(
          `select 'note' from company.notes where customer_id = $1 union all
           select 'call' from company.calls where customer_id = $1`,
          [absorb.id],
        ),
      );
      expect(left).toEqual([]);
      const merged = { code: 'customer.merged', params: { mergedInto: keep.id } };
      await expect(note('customer', absorb.id)).rejects.toMatchObject(merged);
      await expect(call(absorb.id)).rejects.toMatchObject(merged);
    }
  });

  test('a customer with an open job is not taken out of use, also when both come at once', async () => {
    const company = await makeCompany(database());
    for (let round = 0; round < 5; round++) {
      const customer = await create(company, 'Bob');
      await Promise.allSettled([
        book(company, customer),
        company.person('dispatcher').call('customers.update', {
          params: { id: customer.id },
          body: { expected: [seen(customer)], changes: { active: false } },
        }),
      ]);
      const { active } = await company.person('csr').call('customers.get', { params: { id: customer.id } });
      expect((await jobsOf(customer.id)).length).toBe(active ? 1 : 0);
    }
  });
});
