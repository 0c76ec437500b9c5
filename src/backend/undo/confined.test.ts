import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { type Company, makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

let keys = 0;
const key = () => `confined ${++keys}`;

/** The dispatcher before and after they were confined, and a job with a project of the other unit. */
async function confinedSince(company: Company) {
  const before = company.person('dispatcher');
  const since = company.person('dispatcher', { units: [company.businessUnitId] });
  const { job } = await company.book({ businessUnitId: company.otherUnitId });
  const { card } = await before.call('projects.create', {
    key: key(),
    body: { place: { customerId: job.customerId, locationId: job.locationId }, name: 'Change-out' },
  });
  const { project } = card;
  await before.call('projects.attach', {
    params: { id: project.id },
    body: {
      expected: [
        { kind: 'project', id: project.id, version: project.version },
        { kind: 'job', id: job.id, version: job.version },
      ],
      jobIds: [job.id],
    },
  });
  return { before, since, job, project };
}
const undo = (person: Person, operationId?: Id) =>
  person.call('operations.undo', { body: operationId === undefined ? {} : { operationId } });
const note = (
  person: Person,
  ownerKind: 'job' | 'project' | 'invoice' | 'customer',
  ownerId: Id,
  at = key(),
) => person.call('notes.add', { key: at, body: { ownerKind, ownerId, text: 'Gate code 4711' } });

eachEngine('who was confined to other units since', (database) => {
  test('neither sees nor takes back steps on projects, their notes and budgets, or invoices, of units not theirs', async () => {
    const company = await makeCompany(database());
    const { before, since, project, job } = await confinedSince(company);
    const [invoice] = await database().transaction({ tenantId: 1, readOnly: true }, (tx) =>
      tx.query<{ id: Id }>('select id from company.invoices where job_id = $1', [job.id]),
    );
    const { version } = (await before.call('projects.get', { params: { id: project.id } })).project;
    const steps = [
      await before.call('projects.update', {
        params: { id: project.id },
        body: {
          expected: [{ kind: 'project', id: project.id, version }],
          changes: { description: 'Two units' },
        },
      }),
      await note(before, 'project', project.id),
      await note(before, 'invoice', invoice!.id),
      await note(before, 'job', job.id),
    ];
    expect((await before.call('operations.list')).items.length).toBeGreaterThanOrEqual(4);
    expect((await since.call('operations.list')).items).toEqual([]);
    for (const { operationId } of steps)
      await expect(undo(since, operationId)).rejects.toMatchObject({ code: 'record.not_found' });
    await expect(undo(since)).rejects.toMatchObject({ code: 'undo.nothing' });
    // Nor do they stand before a step of one's own.
    const own = await note(since, 'customer', job.customerId);
    await note(before, 'invoice', invoice!.id);
    expect((await undo(since)).undoneOperationId).toBe(own.operationId);
    expect((await undo(before, steps[1]!.operationId)).undoneOperationId).toBe(steps[1]!.operationId);
  });

  test('a note one may not know of is answered like one nobody has, in history too; so is a kept answer', async () => {
    const company = await makeCompany(database());
    const { before, since, job } = await confinedSince(company);
    const written = await note(before, 'job', job.id, 'once more');
    const id = written.note.id;
    for (const params of [
      { kind: 'note', id },
      { kind: 'note', id: 999_999 },
    ]) {
      const missing = { code: 'record.not_found', params: { kind: 'note' } };
      await expect(since.call('history.get', { params })).rejects.toMatchObject(missing);
      const query = { at: '2026-11-20T16:00:00.000Z' };
      await expect(since.call('history.at', { params, query })).rejects.toMatchObject(missing);
    }
    expect((await note(before, 'job', job.id, 'once more')).note.id).toBe(id);
    await expect(note(since, 'job', job.id, 'once more')).rejects.toMatchObject({ code: 'record.not_found' });
  });

  test('a merge is theirs to undo, though it moved work of other units, which it neither names nor counts', async () => {
    const company = await makeCompany(database());
    const csr = company.person('csr', { units: [company.businessUnitId] });
    const [own, theirs] = [
      await company.book({ name: 'Ann' }),
      await company.book({ name: 'Anne', businessUnitId: company.otherUnitId }),
    ];
    await note(company.person('dispatcher'), 'job', theirs.job.id);
    const ids = [own.job.customerId, theirs.job.customerId];
    const expected = ids.map((id) => ({ kind: 'customer' as const, id, version: 1 }));
    const merged = await csr.call('customers.merge', {
      params: { id: ids[0] },
      body: { expected, absorbId: ids[1]!, choice: {} },
    });
    expect(merged.moved).toMatchObject({ job: 0, invoice: 0, location: 1 });
    const [step] = (await csr.call('operations.list')).items;
    expect(step).toMatchObject({
      id: merged.operationId,
      verb: 'customer.merged',
      about: null,
      labels: ['Ann', 'Anne'],
    });
    expect((await undo(csr)).undoneOperationId).toBe(merged.operationId);
    const { job } = await company.person('csr').call('jobs.get', { params: { id: theirs.job.id } });
    expect(job.customerId).toBe(ids[1]);
  });

  test('what names a business unit is told without the jobs of others', async () => {
    const company = await makeCompany(database());
    const { job } = await company.book({ businessUnitId: company.otherUnitId });
    const usesFor = async (person: Person) => {
      const params = { kind: 'businessUnit', id: company.otherUnitId };
      const { uses } = await person.call('setupRecords.uses', { params });
      return uses.find(({ of }) => of === 'openJob');
    };
    expect(await usesFor(company.person('admin'))).toEqual({
      of: 'openJob',
      count: 1,
      names: [`#${job.number}`],
    });
    expect(await usesFor(company.person('admin', { units: [company.businessUnitId] }))).toBeUndefined();
  });
});
