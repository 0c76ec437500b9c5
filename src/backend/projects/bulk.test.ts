import { expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import type { Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { bookAgain, key, makeOffice, type Office, placeOf, project, update } from '#testing/projects.ts';

type Changes = BodyIn<'projects.bulk'>['changes'];
type Known = { id: number; version: number };
const bulk = (person: Person, projects: readonly Known[], changes: Changes, preview = false) =>
  person.call('projects.bulk', {
    key: key(),
    body: {
      projectIds: projects.map(({ id }) => id),
      changes,
      preview,
      expected: projects.map(({ id, version }) => ({ kind: 'project', id, version })),
    },
  });
const read = async (office: Office, { id }: Known) =>
  (await office.person('csr').call('projects.get', { params: { id } })).project;

/** One with a job in it, one without. */
async function two(office: Office) {
  const card = await office.book();
  const filled = await project(office, { jobId: card.job.id });
  const empty = await project(office, placeOf(card), { name: 'Cellar', managerUserIds: [] });
  return { card, filled, empty };
}

eachEngine('one step on many projects', (database) => {
  test('changes status and managers of all; what follows follows in each; one undo takes it back', async () => {
    const office = await makeOffice(database());
    const { filled, empty } = await two(office);
    const [technicianId] = office.technicianIds as [number];
    const csr = office.person('csr');
    const changes = { statusId: office.completed, addManagerTechnicianIds: [technicianId] };
    const done = await bulk(csr, [filled, empty], changes);
    expect(done.rows.map(({ refusal }) => refusal)).toEqual([null, null]);
    for (const one of [filled, empty]) {
      expect(await read(office, one)).toMatchObject({
        statusId: office.completed,
        actualCompletion: '2026-11-20',
        managerTechnicianIds: [technicianId],
        version: 2,
      });
    }
    await csr.call('operations.undo', { body: {} });
    for (const one of [filled, empty]) {
      expect(await read(office, one)).toMatchObject({ actualCompletion: null, managerTechnicianIds: [] });
    }
  });

  test('is looked at first: a project with jobs is not put away, the other is; given for both it is refused whole', async () => {
    const office = await makeOffice(database());
    const { filled, empty } = await two(office);
    const csr = office.person('csr');
    const look = await bulk(csr, [filled, empty], { active: false }, true);
    expect(look).toMatchObject({
      operationId: null,
      rows: [
        { id: filled.id, label: String(filled.number), refusal: { code: 'project.has_jobs' } },
        { id: empty.id, refusal: null },
      ],
      versions: [{ kind: 'project', id: empty.id, version: 1 }],
    });
    await expect(bulk(csr, [filled, empty], { active: false })).rejects.toMatchObject({
      code: 'bulk.refused',
      params: { rows: [{ id: filled.id }] },
    });
    expect((await read(office, empty)).active).toBe(true);
    await bulk(csr, [empty], { active: false });
    expect((await read(office, empty)).active).toBe(false);
  });

  test('given on an older version keeps what somebody else changed elsewhere, and is refused over the same field', async () => {
    const office = await makeOffice(database());
    const { filled, empty } = await two(office);
    const csr = office.person('csr');
    await update(office.person('dispatcher'), filled, { name: 'Attic' });
    await bulk(csr, [filled], { statusId: office.inProgress });
    expect(await read(office, filled)).toMatchObject({ name: 'Attic', statusId: office.inProgress });
    await update(office.person('dispatcher'), empty, { statusId: office.completed });
    await expect(bulk(csr, [empty], { statusId: office.inProgress })).rejects.toMatchObject({
      code: 'request.stale',
    });
    await expect(bulk(csr, [{ ...filled, id: filled.id }], { statusId: 999_999 })).rejects.toMatchObject({
      code: 'record.not_found',
    });
  });

  test('names no project that is of other units only, nor one that is not there', async () => {
    const office = await makeOffice(database());
    const { filled, card } = await two(office);
    const other = await bookAgain(office, card, { businessUnitId: office.otherUnitId });
    const theirs = await project(office, { jobId: other.job.id });
    const confined = office.person('dispatcher', { units: [office.businessUnitId] });
    for (const missing of [theirs, { id: 999_999_999, version: 1 }]) {
      await expect(bulk(confined, [filled, missing], { statusId: office.inProgress })).rejects.toMatchObject({
        code: 'record.not_found',
        params: { kind: 'project' },
      });
    }
    expect((await read(office, filled)).version).toBe(1);
  });
});
