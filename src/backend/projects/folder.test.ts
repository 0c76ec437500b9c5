import { expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import { attach, bookAgain, key, makeOffice, placeOf, project, versionsOf } from '#testing/projects.ts';

eachEngine('the jobs of a project', (database) => {
  test('a project made from a job has its customer, location and payer, and the job is in it', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    const csr = office.person('csr');
    const written = await csr.call('projects.create', {
      key: key(),
      body: { place: { jobId: card.job.id }, name: 'Whole house' },
    });
    expect(written.card).toMatchObject({
      project: {
        number: 1000,
        customerId: card.job.customerId,
        locationId: card.job.locationId,
        billToCustomerId: card.job.customerId,
        statusId: office.planned,
        currency: 'USD',
        timeZone: 'America/New_York',
      },
      progress: { jobs: 1, donePercent: 0, counts: { Scheduled: 1 } },
    });
    const { id, number, name } = written.card.project;
    expect(await csr.call('projects.ofJob', { params: { id: card.job.id } })).toEqual({
      project: { id, number, name },
    });
  });

  test('all its jobs are at its one location: another location is refused, in SQL too', async () => {
    const office = await makeOffice(database());
    const elsewhere = await office.book({ name: 'Neighbor' });
    const { id } = await project(office, placeOf(await office.book()));
    await expect(attach(office.person('csr'), id, elsewhere)).rejects.toMatchObject({
      code: 'project.job_of_other_location',
      params: { jobNumber: elsewhere.job.number },
    });
    await expect(
      database().transaction({ tenantId: 'system' }, (tx) =>
        tx.query('update company.jobs set project_id = $1 where id = $2', [id, elsewhere.job.id]),
      ),
    ).rejects.toThrow();
  });

  test('a job is in at most one project; the refusal says in which', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    const first = await project(office, { jobId: card.job.id });
    const second = await project(office, placeOf(card));
    const now = await office.person('csr').call('jobs.get', { params: { id: card.job.id } });
    await expect(attach(office.person('csr'), second.id, now)).rejects.toMatchObject({
      code: 'project.job_in_other_project',
      params: { jobNumber: card.job.number, projectNumber: first.number },
    });
    await expect(project(office, { jobId: card.job.id })).rejects.toMatchObject({
      code: 'project.job_in_other_project',
    });
  });

  test('attaching a job with another payer warns and does it', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    const landlord = await office.book({ name: 'Landlord' });
    const paid = await bookAgain(office, card, { billToCustomerId: landlord.job.customerId });
    const { id } = await project(office, { jobId: card.job.id });
    const { notes, card: after } = await attach(office.person('csr'), id, paid);
    expect(notes).toEqual([
      {
        code: 'project.other_payer',
        params: {
          jobId: paid.job.id,
          jobNumber: paid.job.number,
          billToCustomerId: landlord.job.customerId,
        },
      },
    ]);
    expect(after.progress.jobs).toBe(2);
  });

  test('a job taken out is in none, and only one that is in it is taken out', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    const { id } = await project(office, { jobId: card.job.id });
    const csr = office.person('csr');
    const [job] = (await csr.call('projects.jobs', { params: { id } })).items;
    const detach = (version: number) =>
      csr.call('projects.detach', {
        params: { id },
        body: {
          expected: [{ kind: 'job', id: card.job.id, version }],
          jobIds: [card.job.id],
        },
      });
    const written = await detach(job!.version);
    expect(written.card.progress).toMatchObject({ jobs: 0, donePercent: null });
    expect((await csr.call('projects.ofJob', { params: { id: card.job.id } })).project).toBeNull();
    await expect(detach(written.jobs[0]!.version)).rejects.toMatchObject({
      code: 'project.job_not_in_it',
    });
  });

  test('jobs come in all or none, and those that are in it already stay', async () => {
    const office = await makeOffice(database());
    const [first, elsewhere] = [await office.book(), await office.book({ name: 'Neighbor' })];
    const second = await bookAgain(office, first);
    const { id } = await project(office, placeOf(first));
    const csr = office.person('csr');
    await expect(attach(csr, id, first, second, elsewhere)).rejects.toMatchObject({
      code: 'project.job_of_other_location',
    });
    expect((await csr.call('projects.jobs', { params: { id } })).items).toEqual([]);
    const { jobs } = await attach(csr, id, first, second);
    const again = await csr.call('projects.attach', {
      params: { id },
      body: {
        expected: jobs.map((one) => ({ kind: 'job' as const, id: one.id, version: one.version })),
        jobIds: [first.job.id, second.job.id],
      },
    });
    expect(again.jobs).toEqual(jobs);
  });

  test('two who put one job into two projects at once: one does, the other is told', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    const projects = [await project(office, placeOf(card)), await project(office, placeOf(card))];
    const answers = await Promise.allSettled(
      projects.map(({ id }) => attach(office.person('dispatcher'), id, card)),
    );
    const refused = answers.filter((one) => one.status === 'rejected');
    expect(refused).toHaveLength(1);
    expect(refused[0]!.reason.code).toMatch(/^(request\.stale|project\.job_in_other_project)$/);
  });

  test('an edit of the job beside it is kept; a version nobody says is asked for', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    const { id } = await project(office, placeOf(card));
    const csr = office.person('csr');
    await csr.call('jobs.update', {
      params: { id: card.job.id },
      body: { expected: versionsOf(card), changes: { summary: 'No heat' } },
    });
    expect((await attach(csr, id, card)).merged).toBe(true);
    expect((await csr.call('jobs.get', { params: { id: card.job.id } })).job.summary).toBe('No heat');
    await expect(
      csr.call('projects.attach', { params: { id }, body: { jobIds: [card.job.id] } }),
    ).rejects.toMatchObject({ code: 'request.versions_missing' });
  });

  test('jobs that could come in are the others at its location; those of another project say which', async () => {
    const office = await makeOffice(database());
    const [first, elsewhere] = [await office.book(), await office.book({ name: 'Neighbor' })];
    const [second, third] = [await bookAgain(office, first), await bookAgain(office, first)];
    const mine = await project(office, { jobId: first.job.id });
    const other = await project(office, { jobId: second.job.id });
    const { items } = await office.person('csr').call('projects.attachable', { params: { id: mine.id } });
    expect(items.map(({ number, projectNumber }) => [number, projectNumber])).toEqual([
      [third.job.number, null],
      [second.job.number, other.number],
    ]);
    expect(items.map(({ id }) => id)).not.toContain(elsewhere.job.id);
  });

  test('the visits of a project are those of all its jobs, by their start', async () => {
    const office = await makeOffice(database());
    const first = await office.book();
    const second = await bookAgain(office, first);
    const { id } = await project(office, { jobId: first.job.id });
    await attach(office.person('csr'), id, second);
    const { items } = await office.person('csr').call('projects.appointments', { params: { id } });
    expect(items.map(({ jobId }) => jobId)).toEqual([first.job.id, second.job.id]);
  });

  test('progress counts its jobs by status, and the canceled ones not to what is to be done', async () => {
    const office = await makeOffice(database());
    const first = await office.book();
    const [second, third] = [await bookAgain(office, first), await bookAgain(office, first)];
    const { id } = await project(office, { jobId: first.job.id });
    const dispatcher = office.person('dispatcher');
    await attach(dispatcher, id, second, third);
    const current = async (jobId: number) =>
      versionsOf(await dispatcher.call('jobs.get', { params: { id: jobId } }));
    await dispatcher.call('jobs.complete', {
      params: { id: second.job.id },
      body: { expected: await current(second.job.id) },
    });
    await dispatcher.call('jobs.cancel', {
      params: { id: third.job.id },
      body: { expected: await current(third.job.id), reasonId: office.cancelReasonId },
    });
    const { progress } = await dispatcher.call('projects.get', { params: { id } });
    expect(progress).toMatchObject({
      jobs: 3,
      donePercent: 50,
      counts: { Scheduled: 1, Completed: 1, Canceled: 1 },
    });
  });
});
