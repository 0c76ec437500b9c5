import { expect, test } from 'vitest';
import { buyingCompany } from '#testing/buying.ts';
import { bookingBody } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

eachEngine('projects to order for', (database) => {
  test('are found by number or name and tell no more; one of another unit’s work is not there', async () => {
    const { office, buyer } = await buyingCompany(database());
    const { cards } = await office.person('csr').call('jobs.book', { key: 'job', body: bookingBody(office) });
    const { job } = cards[0]!;
    const { card } = await office.person('accounting').call('projects.create', {
      key: 'project',
      body: { place: { customerId: job.customerId, locationId: job.locationId }, name: 'Boiler room 100%' },
    });
    const { id, number } = card.project;
    const found = async (query: { q?: string; id?: number }, who = buyer) =>
      (await who.call('purchaseOrders.projects', { query })).items;
    const told = [{ id, number, name: 'Boiler room 100%' }];
    expect(await found({ q: 'room boil' })).toEqual(told);
    expect(await found({ q: String(number) })).toEqual(told);
    expect(await found({ q: '100%' })).toEqual(told);
    expect(await found({ q: '100_' })).toEqual([]);
    expect(await found({ id })).toEqual(told);
    await office.person('accounting').call('projects.attach', {
      params: { id },
      body: {
        jobIds: [job.id],
        expected: [{ kind: 'job', id: job.id, version: job.version }],
      },
    });
    const elsewhere = office.person('purchasing', { units: [office.otherUnitId] });
    expect(await found({ q: 'boiler' }, elsewhere)).toEqual([]);
    expect(await found({ id }, elsewhere)).toEqual([]);
  });
});
