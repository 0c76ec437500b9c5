import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { bookingBody, type Company, makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

let keys = 0;
const key = () => `made ${++keys}`;

const undo = (person: Person, operationId?: Id) =>
  person.call('operations.undo', { body: operationId === undefined ? {} : { operationId } });
const create = (person: Person, name = 'Maria Lopez') =>
  person.call('customers.create', { key: key(), body: { name, locations: [{ street: '1 Elm St' }] } });
type Customer = Awaited<ReturnType<typeof create>>['customer'];

const bookFor = (company: Company, person: Person, { id, locations }: Customer, technicianIds: Id[] = []) =>
  person.call('jobs.book', {
    key: key(),
    body: {
      ...bookingBody(company, { technicianIds }),
      customer: { id },
      location: { id: locations[0]!.id },
    },
  });
const customerOf = (company: Company, id: Id) =>
  company.person('csr').call('customers.get', { params: { id } });
const memoed = (person: Person, { id, version }: Customer, memo: string) =>
  person.call('customers.update', {
    params: { id },
    body: { expected: [{ kind: 'customer', id, version }], changes: { memo } },
  });

eachEngine('what somebody made is not taken back from under others', (database) => {
  test('a customer a colleague has booked for stays, with the place and the job', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const { operationId, customer } = await create(csr);
    const { cards } = await bookFor(company, company.person('dispatcher'), customer);
    await expect(undo(csr, operationId)).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'customer.open_jobs', count: 1, numbers: [cards[0]!.job.number] },
    });
    const now = await customerOf(company, customer.id);
    expect(now).toMatchObject({ active: true, locations: [{ active: true }] });
  });

  test('nor does the customer of an undone booking go once there is a second job', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const card = await company.book();
    const customer = await customerOf(company, card.job.customerId);
    await bookFor(company, company.person('dispatcher'), customer);
    await expect(undo(csr)).rejects.toMatchObject({ params: { because: 'customer.open_jobs', count: 1 } });
    const { job } = await csr.call('jobs.get', { params: { id: card.job.id } });
    expect(job.status).toBe('Scheduled');
  });

  // Found by `soak -- undo`: the job's status followed from the new visit, and so had nothing to be restored.
  test('a visit added to a job on hold is taken back, and the job is on hold again', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const { job, appointments } = await company.book();
    const { id, version } = appointments[0]!;
    await csr.call('appointments.hold', {
      params: { id },
      body: { expected: [{ kind: 'appointment', id, version }], reasonId: company.holdReasonId },
    });
    const { operationId, cards } = await csr.call('jobs.addAppointment', {
      key: key(),
      params: { id: job.id },
      body: { start: instant('2026-11-24T14:00:00Z'), end: instant('2026-11-24T15:00:00Z') },
    });
    expect(cards[0]!.job.status).toBe('Scheduled');
    await undo(csr, operationId);
    const now = await csr.call('jobs.get', { params: { id: job.id } });
    expect(now.job.status).toBe('Hold');
    expect(now.appointments.flatMap((visit) => (visit.active ? visit.id : []))).toEqual([id]);
  });

  test('a booking nobody has touched takes its customer along', async () => {
    const company = await makeCompany(database());
    const card = await company.book();
    await undo(company.person('csr'));
    expect((await customerOf(company, card.job.customerId)).active).toBe(false);
  });

  test('a place with an open job stays', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const { customer } = await create(csr);
    const added = await csr.call('locations.create', {
      key: key(),
      body: { customerId: customer.id, location: { street: '9 New St' } },
    });
    const place = added.customer.locations.find(({ street }) => street === '9 New St')!;
    await bookFor(company, company.person('dispatcher'), { ...customer, locations: [place] });
    await expect(undo(csr, added.operationId)).rejects.toMatchObject({
      params: { because: 'location.open_jobs', count: 1 },
    });
  });

  test('what a colleague wrote to a customer since is shown side by side; put back, it is not in the way', async () => {
    const company = await makeCompany(database());
    const [csr, dispatcher] = [company.person('csr'), company.person('dispatcher')];
    const { operationId, customer } = await create(csr);
    await memoed(dispatcher, customer, 'dog in the yard');
    await expect(undo(csr, operationId)).rejects.toMatchObject({
      code: 'undo.changed_since',
      params: {
        changed: [{ kind: 'customer', id: customer.id, field: 'memo', yours: '', theirs: 'dog in the yard' }],
      },
    });
    expect((await customerOf(company, customer.id)).active).toBe(true);
    await undo(dispatcher);
    await undo(csr, operationId);
    expect((await customerOf(company, customer.id)).active).toBe(false);
  });

  test('what one has written oneself since is not', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const { operationId, customer } = await create(csr);
    await memoed(csr, customer, 'dog in the yard');
    await undo(csr, operationId);
    expect((await customerOf(company, customer.id)).active).toBe(false);
  });

  test('a colleague’s note, place or telephone keeps a customer', async () => {
    const company = await makeCompany(database());
    const [csr, dispatcher] = [company.person('csr'), company.person('dispatcher')];
    const { operationId, customer } = await create(csr);
    const note = { ownerKind: 'customer' as const, ownerId: customer.id, text: 'Rang twice' };
    await dispatcher.call('notes.add', { key: key(), body: note });
    await dispatcher.call('contacts.create', {
      key: key(),
      body: { customerId: customer.id, contact: { kind: 'Phone', value: '617 555 0142' } },
    });
    await expect(undo(csr, operationId)).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'undo.in_use', kind: 'customer', uses: ['contact', 'note'] },
    });
  });

  test('a booking a dispatcher has given to somebody since is not canceled by who booked it', async () => {
    const company = await makeCompany(database());
    const card = await company.book();
    const [visit] = card.appointments;
    await company.person('dispatcher').call('appointments.assign', {
      params: { id: visit!.id },
      body: {
        expected: [
          { kind: 'job', id: card.job.id, version: card.job.version },
          { kind: 'appointment', id: visit!.id, version: visit!.version },
        ],
        technicianIds: [...company.technicianIds.slice(0, 1)],
      },
    });
    const { code, params } = await undo(company.person('csr')).catch((error) => error);
    expect(code).toBe('undo.changed_since');
    expect(params.changed).toMatchObject([{ kind: 'appointment', id: visit!.id, field: 'technicians' }]);
  });

  test('a technician who has work since stays; without it they go', async () => {
    const company = await makeCompany(database());
    const admin = company.person('admin');
    const { operationId, record } = await admin.call('setupRecords.create', {
      key: key(),
      params: { kind: 'technician' },
      body: {
        kind: 'technician',
        values: { name: 'Lee Chan', businessUnitId: company.businessUnitId },
      } as never,
    });
    const { customer } = await create(company.person('csr'));
    const { cards } = await bookFor(company, company.person('dispatcher'), customer, [record.id]);
    await expect(undo(admin, operationId)).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'undo.in_use', kind: 'technician', uses: ['openJob'] },
    });
    await undo(company.person('dispatcher'));
    expect(cards).toHaveLength(1);
    await undo(admin, operationId);
    const { items } = await admin.call('setupRecords.list', { params: { kind: 'technician' } });
    expect(items.find(({ id }) => id === record.id)?.active).toBe(false);
  });

  test('an old name that another record has taken since is not given back', async () => {
    const company = await makeCompany(database());
    const [admin, other] = [company.person('admin'), company.person('admin', { userId: 199 })];
    const tag = async (person: Person, name: string) =>
      (
        await person.call('setupRecords.create', {
          key: key(),
          params: { kind: 'tag' },
          body: { kind: 'tag', values: { name, color: 'info' } } as never,
        })
      ).record;
    const renamed = async (person: Person, { id }: { id: Id }, version: number, name: string) =>
      person.call('setupRecords.change', {
        params: { kind: 'tag', id },
        body: { kind: 'tag', expected: [{ kind: 'tag', id, version }], changes: { name } } as never,
      });
    const vip = await tag(admin, 'VIP');
    const { operationId } = await renamed(admin, vip, 1, 'Gold');
    const theirs = await tag(other, 'vip');
    await expect(undo(admin, operationId)).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'setup.name_taken', kind: 'tag', name: 'VIP' },
    });
    await renamed(other, theirs, 1, 'Silver');
    await undo(admin, operationId);
    const { items } = await admin.call('setupRecords.list', { params: { kind: 'tag' } });
    expect(items.find(({ id }) => id === vip.id)?.values.name).toBe('VIP');
  });

  test('an outside key that another customer has got since is not given back', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr');
    const keyed = async (name: string, externalKey: string) =>
      (await csr.call('customers.create', { key: key(), body: { name, externalKey, locations: [] } }))
        .customer;
    const { id, version } = await keyed('Ann', 'C-1');
    const { operationId } = await csr.call('customers.update', {
      params: { id },
      body: { expected: [{ kind: 'customer', id, version }], changes: { externalKey: 'C-2' } },
    });
    await keyed('Bob', 'C-1');
    await expect(undo(csr, operationId)).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'record.key_taken', kind: 'customer' },
    });
  });
});
