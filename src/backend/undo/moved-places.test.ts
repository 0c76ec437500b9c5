import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { bookingBody, type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

let made = 0;
const key = () => `place ${++made}`;

/** Two customers with a place each; the second has just been found to be the first. */
async function merged(company: Company) {
  const csr = company.person('csr');
  const create = async (name: string, street: string) =>
    (await csr.call('customers.create', { key: key(), body: { name, locations: [{ street }] } })).customer;
  const keep = await create('Maria Lopez', '12 Main St');
  const absorb = await create('Lopez, Maria', '9 Elm St');
  const { operationId } = await csr.call('customers.merge', {
    params: { id: keep.id },
    body: {
      expected: [keep, absorb].map(({ id, version }) => ({ kind: 'customer' as const, id, version })),
      absorbId: absorb.id,
      choice: {},
    },
  });
  const undo = () => csr.call('operations.undo', { body: { operationId } });
  return { csr, keep, absorb, placeId: absorb.locations[0]!.id, undo };
}
const inUse = (...uses: string[]) => ({
  code: 'undo.not_possible',
  params: { because: 'undo.in_use', kind: 'location', uses },
});
const book = (company: Company, customerId: Id, locationId: Id) =>
  company.person('csr').call('jobs.book', {
    key: key(),
    body: { ...bookingBody(company), customer: { id: customerId }, location: { id: locationId } },
  });

eachEngine('undoing a merge', (database) => {
  test('takes no place back from under a job booked there since: it would be one customer’s at another’s place', async () => {
    const company = await makeCompany(database());
    const { csr, keep, placeId, undo } = await merged(company);
    const { cards } = await book(company, keep.id, placeId);
    await expect(undo()).rejects.toMatchObject(inUse('job'));
    const { job } = await csr.call('jobs.get', { params: { id: cards[0]!.job.id } });
    const { locations } = await csr.call('customers.get', { params: { id: keep.id } });
    expect(job.customerId).toBe(keep.id);
    expect(locations.map(({ id }) => id)).toContain(job.locationId);
  });

  test('nor from under a project, a contact or a note', async () => {
    const company = await makeCompany(database());
    const { csr, keep, placeId, undo } = await merged(company);
    const place = { customerId: keep.id, locationId: placeId };
    await csr.call('projects.create', { key: key(), body: { place, name: 'Change-out' } });
    await csr.call('contacts.create', {
      key: key(),
      body: { customerId: keep.id, contact: { kind: 'Phone', value: '6175550142', locationId: placeId } },
    });
    await csr.call('notes.add', {
      key: key(),
      body: { ownerKind: 'location', ownerId: placeId, text: 'Gate code 4711' },
    });
    await expect(undo()).rejects.toMatchObject(inUse('contact', 'note', 'project'));
  });

  test('goes on when what came since is at the places the customer had before', async () => {
    const company = await makeCompany(database());
    const { csr, keep, absorb, undo } = await merged(company);
    await book(company, keep.id, keep.locations[0]!.id);
    await undo();
    const { active, locations } = await csr.call('customers.get', { params: { id: absorb.id } });
    expect([active, locations.length]).toEqual([true, 1]);
  });
});
