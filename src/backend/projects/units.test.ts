import { expect, test } from 'vitest';
import type { ChangeEvent } from '#contract/history.ts';
import type { Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { attach, bookAgain, makeOffice, type Office, placeOf, project, update } from '#testing/projects.ts';

/** A dispatcher of the first unit only; the project's jobs are of both units, or of the other alone. */
const confined = (office: Office) => office.person('dispatcher', { units: [office.businessUnitId] });
const follow = async (office: Office, { actor }: Person) => {
  const { position } = await office.backend.changes(actor, null, 100);
  return async (): Promise<readonly ChangeEvent[]> =>
    (await office.backend.changes(actor, position, 100)).events.filter(({ kind }) => kind === 'project');
};

eachEngine('projects and business units', (database) => {
  test('a project with nothing but another unit’s jobs is not there: not to read, change, fill or find', async () => {
    const office = await makeOffice(database());
    const other = await office.book({ businessUnitId: office.otherUnitId });
    const { id, version } = await project(office, { jobId: other.job.id });
    const mine = await bookAgain(office, other);
    const person = confined(office);
    const gone = { code: 'record.not_found' };
    for (const name of [
      'projects.get',
      'projects.jobs',
      'projects.attachable',
      'projects.appointments',
      'projects.budget',
    ] as const) {
      await expect(person.call(name, { params: { id } }), name).rejects.toMatchObject(gone);
    }
    await expect(update(person, { id, version }, { name: 'Mine' })).rejects.toMatchObject(gone);
    await expect(attach(person, id, mine)).rejects.toMatchObject(gone);
    await expect(
      person.call('projects.addBudgetLine', {
        key: 'line',
        params: { id },
        body: { label: 'Labor', kind: 'Labor', quantity: 1 },
      }),
    ).rejects.toMatchObject(gone);
    await expect(person.call('history.get', { params: { kind: 'project', id } })).rejects.toMatchObject(gone);
    await expect(person.call('projects.ofJob', { params: { id: other.job.id } })).rejects.toMatchObject({
      params: { kind: 'job' },
    });
    expect((await person.call('projects.list')).total).toBe(0);
  });

  test('of one with jobs of both units a person sees their unit’s part: jobs, visits, counts', async () => {
    const office = await makeOffice(database());
    const other = await office.book({ businessUnitId: office.otherUnitId });
    const mine = await bookAgain(office, other);
    const { id } = await project(office, { jobId: other.job.id });
    await attach(office.person('csr'), id, mine);
    const person = confined(office);
    const { progress } = await person.call('projects.get', { params: { id } });
    expect(progress.jobs).toBe(1);
    const jobs = await person.call('projects.jobs', { params: { id } });
    expect(jobs.items.map((one) => one.id)).toEqual([mine.job.id]);
    const visits = await person.call('projects.appointments', { params: { id } });
    expect(visits.items.map(({ jobId }) => jobId)).toEqual([mine.job.id]);
    expect((await person.call('projects.list')).items[0]!.progress.jobs).toBe(1);
    await expect(attach(person, id, other)).rejects.toMatchObject({ params: { kind: 'job' } });
  });

  test('nor are its notes; those of a mixed one are read by both', async () => {
    const office = await makeOffice(database());
    const other = await office.book({ businessUnitId: office.otherUnitId });
    const mine = await bookAgain(office, other);
    const { id } = await project(office, { jobId: other.job.id });
    const owner = { ownerKind: 'project' as const, ownerId: id };
    await office.person('csr').call('notes.add', { key: 'note', body: { ...owner, text: 'Gate code' } });
    const person = confined(office);
    const read = () => person.call('notes.list', { query: owner });
    await expect(read()).rejects.toMatchObject({ code: 'record.not_found' });
    await attach(office.person('csr'), id, mine);
    expect((await read()).items).toMatchObject([{ text: 'Gate code' }]);
  });

  test('notes of a mixed one are told live to both units, and not to a third', async () => {
    const office = await makeOffice(database());
    const other = await office.book({ businessUnitId: office.otherUnitId });
    const mine = await bookAgain(office, other);
    const { id } = await project(office, { jobId: other.job.id });
    await attach(office.person('csr'), id, mine);
    const csr = office.person('csr');
    const { position } = await office.backend.changes(csr.actor, null, 100);
    const heard = async (units: readonly number[]) => {
      const { actor } = office.person('dispatcher', { units });
      return (await office.backend.changes(actor, position, 100)).events.map(({ type }) => type);
    };
    const body = { ownerKind: 'project' as const, ownerId: id, text: 'Gate code' };
    await csr.call('notes.add', { key: 'mixed note', body });
    expect(await heard([office.businessUnitId])).toEqual(['note.added']);
    expect(await heard([office.otherUnitId])).toEqual(['note.added']);
    expect(await heard([office.otherUnitId + 100_000])).toEqual([]);
  });

  test('one without jobs belongs to the whole company', async () => {
    const office = await makeOffice(database());
    const { id } = await project(office, placeOf(await office.book()));
    expect((await confined(office).call('projects.get', { params: { id } })).project.id).toBe(id);
  });

  test('a change is told live to whom the project is known, in its own words, and to nobody else', async () => {
    const office = await makeOffice(database());
    const other = await office.book({ businessUnitId: office.otherUnitId });
    const mine = await bookAgain(office, other);
    const everybody = await follow(office, office.person('csr'));
    const ofUnit = await follow(office, confined(office));
    const made = await project(office, { jobId: other.job.id });
    expect((await everybody()).map(({ type }) => type)).toEqual(['project.created']);
    expect(await ofUnit()).toEqual([]);

    const { card } = await update(office.person('csr'), made, { name: 'Attic' });
    expect((await everybody()).at(-1)).toMatchObject({
      type: 'project.updated',
      fields: ['name'],
      record: { name: 'Attic' },
    });
    await attach(office.person('csr'), card.project.id, mine);
    expect((await ofUnit()).map(({ type }) => type)).toEqual(['project.job-attached']);
  });

  test('who loses the last job of their unit there is told so', async () => {
    const office = await makeOffice(database());
    const other = await office.book({ businessUnitId: office.otherUnitId });
    const mine = await bookAgain(office, other);
    const made = await project(office, { jobId: other.job.id });
    const { jobs } = await attach(office.person('csr'), made.id, mine);
    const ofUnit = await follow(office, confined(office));
    await office.person('csr').call('projects.detach', {
      params: { id: made.id },
      body: {
        expected: [{ kind: 'job', id: mine.job.id, version: jobs[0]!.version }],
        jobIds: [mine.job.id],
      },
    });
    expect((await ofUnit()).map(({ type }) => type)).toEqual(['project.job-detached']);
    await office.person('csr').call('operations.undo', { body: {} });
    expect((await ofUnit()).map(({ type }) => type)).toEqual(['project.job-detached', 'project.changed']);
  });
});
