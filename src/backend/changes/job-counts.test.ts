import { expect, test } from 'vitest';
import { bookingBody, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

eachEngine('how many jobs a customer has', (database) => {
  test('who is confined to a unit is told of its jobs only, in the list and in the feed', async () => {
    const company = await makeCompany(database());
    const first = await company.book({ name: 'Maria Lopez' });
    const { customerId, locationId } = first.job;
    const csr = company.person('csr');
    for (const key of ['second', 'third']) {
      await csr.call('jobs.book', {
        key,
        body: {
          ...bookingBody(company, { businessUnitId: company.otherUnitId }),
          customer: { id: customerId },
          location: { id: locationId },
        },
      });
    }
    const customer = await csr.call('customers.get', { params: { id: customerId } });
    const { actor } = csr;
    const { position } = await company.backend.changes(actor, null, 1);
    await csr.call('customers.update', {
      params: { id: customerId },
      body: {
        expected: [{ kind: 'customer', id: customerId, version: customer.version }],
        changes: { memo: 'gate 4711' },
      },
    });
    const counted = async (units: readonly number[] | null) => {
      const person = company.person('csr', units ? { units } : {});
      const { items } = await person.call('customers.list', { query: {} });
      const found = await person.call('customers.list', { query: { q: 'lopez' } });
      const { events } = await company.backend.changes(person.actor, position, 10);
      const told = events.flatMap((event) => (event.kind === 'customer' ? [event.record.jobCount] : []));
      return [...items.map((one) => one.jobCount), ...found.items.map((one) => one.jobCount), ...told];
    };
    expect(await counted(null)).toEqual([3, 3, 3]);
    expect(await counted([company.businessUnitId])).toEqual([1, 1, 1]);
    expect(await counted([company.otherUnitId])).toEqual([2, 2, 2]);
    expect(await counted([999])).toEqual([0, 0, 0]);
  });
});
