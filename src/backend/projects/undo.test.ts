import { expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import { attach, bookAgain, makeOffice, placeOf, project, update, versionsOf } from '#testing/projects.ts';

eachEngine('undo of projects', (database) => {
  test('a project made from a job is put away again and the job is out of it', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    const csr = office.person('csr', { userId: 121 });
    const { id } = (
      await csr.call('projects.create', {
        key: 'one',
        body: { place: { jobId: card.job.id }, name: 'Whole house' },
      })
    ).card.project;
    const undone = await csr.call('operations.undo', { body: {} });
    expect(undone.verb).toBe('project.created');
    expect((await csr.call('projects.ofJob', { params: { id: card.job.id } })).project).toBeNull();
    expect((await csr.call('projects.get', { params: { id } })).project.active).toBe(false);
    expect((await csr.call('jobs.get', { params: { id: card.job.id } })).job.status).toBe('Scheduled');
  });

  test('but not from around a job that came into it since', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    const csr = office.person('csr', { userId: 121 });
    const { operationId, card: made } = await csr.call('projects.create', {
      key: 'one',
      body: { place: placeOf(card), name: 'Whole house' },
    });
    await attach(office.person('dispatcher'), made.project.id, card);
    await expect(csr.call('operations.undo', { body: { operationId } })).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'project.has_jobs', count: 1 },
    });
  });

  test('jobs that were put in come out, those taken out go back, and fields have their old values', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    const made = await project(office, placeOf(card), {}, 'dispatcher');
    const person = office.person('accounting');
    const count = async () => (await person.call('projects.get', { params: { id: made.id } })).progress.jobs;
    await attach(person, made.id, card);
    await person.call('operations.undo', { body: {} });
    expect(await count()).toBe(0);

    const now = await person.call('jobs.get', { params: { id: card.job.id } });
    const { jobs } = await attach(office.person('dispatcher'), made.id, now);
    await person.call('projects.detach', {
      params: { id: made.id },
      body: {
        expected: [{ kind: 'job', id: card.job.id, version: jobs[0]!.version }],
        jobIds: [card.job.id],
      },
    });
    await person.call('operations.undo', { body: {} });
    expect(await count()).toBe(1);

    await update(person, made, { name: 'Attic', statusId: office.completed });
    await person.call('operations.undo', { body: {} });
    const { project: after } = await person.call('projects.get', { params: { id: made.id } });
    expect(after).toMatchObject({
      name: 'Whole house',
      statusId: office.planned,
      actualCompletion: null,
    });
  });

  test('a job does not go back into a project that has been put away since', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    const made = await project(office, { jobId: card.job.id }, {}, 'dispatcher');
    const csr = office.person('csr', { userId: 121 });
    const now = await csr.call('jobs.get', { params: { id: card.job.id } });
    const { operationId } = await csr.call('projects.detach', {
      params: { id: made.id },
      body: { expected: versionsOf(now), jobIds: [card.job.id] },
    });
    await update(office.person('dispatcher'), made, { active: false });
    await expect(csr.call('operations.undo', { body: { operationId } })).rejects.toMatchObject({
      code: 'undo.not_possible',
      params: { because: 'project.put_away' },
    });
  });

  test('the same field changed by somebody else since: both are shown', async () => {
    const office = await makeOffice(database());
    const made = await project(office, placeOf(await office.book()), {}, 'dispatcher');
    const csr = office.person('csr', { userId: 121 });
    const { card, operationId } = await update(csr, made, { name: 'Attic' });
    await update(office.person('dispatcher'), card.project, { name: 'Cellar' });
    await expect(csr.call('operations.undo', { body: { operationId } })).rejects.toMatchObject({
      code: 'undo.changed_since',
      params: { changed: [{ kind: 'project', field: 'name', yours: 'Attic', theirs: 'Cellar' }] },
    });
  });

  test('the history of a project says who changed what, and it can be read as it stood', async () => {
    const office = await makeOffice(database());
    const made = await project(office, placeOf(await office.book()));
    await update(office.person('dispatcher'), made, { name: 'Attic' });
    const csr = office.person('csr');
    const of = { kind: 'project', id: made.id };
    const { entries } = await csr.call('history.get', { params: of });
    expect(entries.map(({ verb, actorName }) => [verb, actorName])).toEqual([
      ['project.updated', 'dispatcher'],
      ['project.created', 'csr'],
    ]);
    expect(entries[0]!.changes).toEqual([{ field: 'name', before: 'Whole house', after: 'Attic' }]);
    const { record } = await csr.call('history.at', { params: of, query: { at: made.createdOn } });
    expect(record).toMatchObject({ number: made.number });
  });

  test('each command is one audit row and one undo step with the project’s number', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    const made = await project(office, placeOf(card));
    await attach(office.person('csr'), made.id, card, await bookAgain(office, card));
    const { items } = await office.person('csr').call('operations.list');
    const mine = items.filter(({ verb }) => verb.startsWith('project.'));
    expect(mine.map(({ verb }) => verb)).toEqual(['project.job-attached', 'project.created']);
    const rows = await database().transaction({ tenantId: 'system', readOnly: true }, (tx) =>
      tx.query<{ verb: string }>(
        `select verb from office.audit where verb like 'project.%' and result = 'done' order by id`,
      ),
    );
    expect(rows.map(({ verb }) => verb)).toEqual(['project.created', 'project.job-attached']);
  });
});
