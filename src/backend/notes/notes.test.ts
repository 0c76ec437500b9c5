import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { type Company, makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';

let keys = 0;
const write = (person: Person, ownerId: Id, text: string, pinned = false) =>
  person.call('notes.add', {
    key: `note ${++keys}`,
    body: { ownerKind: 'job', ownerId, text, pinned },
  });
const change = (
  person: Person,
  { id, version }: { id: Id; version: number },
  changes: { text?: string; pinned?: boolean; active?: boolean },
) =>
  person.call('notes.change', {
    params: { id },
    body: { expected: [{ kind: 'note', id, version }], changes },
  });
const read = async (company: Company, ownerId: Id) =>
  (await company.person('purchasing').call('notes.list', { query: { ownerKind: 'job', ownerId } })).items;
const texts = async (company: Company, ownerId: Id) =>
  (await read(company, ownerId)).map(({ text, pinned }) => (pinned ? `! ${text}` : text));

eachEngine('notes', (database) => {
  test('stand on the job with author and time, pinned ones first, then the newest', async () => {
    const company = await makeCompany(database());
    const { job } = await company.book();
    const [csr, dispatcher] = [company.person('csr'), company.person('dispatcher')];
    await write(csr, job.id, 'Gate code 1234', true);
    (company.clock as FixedClock).advance(60_000);
    await write(dispatcher, job.id, 'Customer called twice');
    (company.clock as FixedClock).advance(60_000);
    await write(csr, job.id, 'Second call');
    expect(await texts(company, job.id)).toEqual([
      '! Gate code 1234',
      'Second call',
      'Customer called twice',
    ]);
    const [first, , last] = await read(company, job.id);
    expect(first).toMatchObject({ authorName: 'csr', version: 1 });
    expect(last).toMatchObject({ authorName: 'dispatcher', createdOn: '2026-11-20T15:01:00.000Z' });
  });

  test('are reworded and deleted by their author only, and pinned by anybody', async () => {
    const company = await makeCompany(database());
    const { job } = await company.book();
    const [csr, admin] = [company.person('csr'), company.person('admin')];
    const { note } = await write(csr, job.id, 'Beware of the dog');
    for (const changes of [{ text: 'No dog' }, { active: false }]) {
      await expect(change(admin, note, changes)).rejects.toMatchObject({ code: 'note.not_author' });
    }
    await change(admin, note, { pinned: true });
    // The pin and the words are different fields: both people's change is kept.
    const { merged, note: after } = await change(csr, note, { text: 'Beware of two dogs' });
    expect(merged).toBe(true);
    expect(await texts(company, job.id)).toEqual(['! Beware of two dogs']);
    await change(csr, after, { active: false });
    expect(await texts(company, job.id)).toEqual([]);
  });

  test('deleted, reworded or written by mistake come back by undo, with their history', async () => {
    const company = await makeCompany(database());
    const { job } = await company.book();
    const csr = company.person('csr');
    const { note } = await write(csr, job.id, 'Key under the mat');
    const { note: reworded } = await change(csr, note, { text: 'Key at the neighbour' });
    await change(csr, reworded, { active: false });
    const undo = () => csr.call('operations.undo', { body: {} });
    await undo();
    expect(await texts(company, job.id)).toEqual(['Key at the neighbour']);
    await undo();
    expect(await texts(company, job.id)).toEqual(['Key under the mat']);
    await undo();
    expect(await texts(company, job.id)).toEqual([]);
    const { entries } = await csr.call('history.get', { params: { kind: 'note', id: note.id } });
    expect(entries.map(({ verb }) => verb)).toEqual([
      'operation.undone',
      'operation.undone',
      'operation.undone',
      'note.deleted',
      'note.changed',
      'note.added',
    ]);
  });

  test('are told live to whoever may see the job, and to nobody of another business unit', async () => {
    const company = await makeCompany(database());
    const { job } = await company.book();
    const csr = company.person('csr');
    const confined = company.person('dispatcher', { units: [company.otherUnitId] });
    const { position } = await company.backend.changes(csr.actor, null, 10);
    const { note } = await write(csr, job.id, 'Gate code 1234');
    const seen = await company.backend.changes(csr.actor, position, 10);
    expect(seen.events).toMatchObject([
      { type: 'note.added', kind: 'note', record: { text: 'Gate code 1234' } },
    ]);
    expect((await company.backend.changes(confined.actor, position, 10)).events).toEqual([]);
    const missing = { code: 'record.not_found' };
    await expect(write(confined, job.id, 'x')).rejects.toMatchObject(missing);
    await expect(change(confined, note, { pinned: true })).rejects.toMatchObject(missing);
    const query = { ownerKind: 'job', ownerId: job.id };
    await expect(confined.call('notes.list', { query })).rejects.toMatchObject(missing);
    const history = { params: { kind: 'note', id: note.id } };
    await expect(confined.call('history.get', history)).rejects.toMatchObject(missing);
  });

  test('may hang on a customer, a place, a technician and an invoice too', async () => {
    const company = await makeCompany(database());
    const { job, invoice } = await company.book();
    const csr = company.person('csr');
    for (const [ownerKind, ownerId] of [
      ['customer', job.customerId],
      ['location', job.locationId],
      ['technician', company.technicianIds[0]!],
      ['invoice', invoice.id],
    ] as const) {
      const body = { ownerKind, ownerId, text: `On a ${ownerKind}` };
      await csr.call('notes.add', { key: ownerKind, body });
      const { items } = await csr.call('notes.list', { query: { ownerKind, ownerId } });
      expect(items.map(({ text }) => text)).toEqual([`On a ${ownerKind}`]);
    }
  });
});
