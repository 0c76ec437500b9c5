import { beforeEach, expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import { deskPerTest, importDesk, some } from '#testing/import-desk.ts';

const CUSTOMERS = `Customer ID,Customer Name,Street,City,State,Zip
C1,Maria Lopez,12 Elm St,Quincy,MA,02169
C2,Bob Stone,14 Elm St,Quincy,MA,02169
`;
const HEADER =
  'Job ID,Customer ID,Job Type,Business Unit,Summary,Status,Scheduled Start,Scheduled End,Technician\n';

eachEngine('the open jobs of an office that moves in', (database) => {
  const office = deskPerTest(database, importDesk);
  beforeEach(async () => {
    await database().transaction({ tenantId: 1 }, (tx) =>
      tx.script(`
        insert into company.tax_zones (tenant_id, id, name, created_on, modified_on) values (1, 11, 'None', now(), now());
        insert into company.business_units (tenant_id, id, name, time_zone, currency, tax_zone_id, created_on, modified_on)
          values (1, 12, 'HVAC', 'America/New_York', 'USD', 11, now(), now()), (1, 13, 'Plumbing', 'America/New_York', 'USD', 11, now(), now());
        insert into company.job_types (tenant_id, id, name, business_unit_ids, duration_minutes, priority, created_on, modified_on)
          values (1, 14, 'No cool', '{12}', 90, 'Normal', now(), now()), (1, 15, 'Tune-up', '{}', 60, 'Normal', now(), now());
        insert into company.technicians (tenant_id, id, name, business_unit_id, created_on, modified_on)
          values (1, 16, 'Ana Ruiz', 12, now(), now()), (1, 17, 'Sam King', 12, now(), now()), (1, 18, 'Sam King', 12, now(), now());
      `),
    );
    await office.desk.all('customers', CUSTOMERS);
  });
  const jobs = (...rows: string[]) => HEADER + rows.map((row) => `${row}\n`).join('');

  test('become jobs with a visit, with their technician where they are free', async () => {
    const text = jobs(
      'J1,C1,No cool,,No cool since Monday,Scheduled,2026-11-24 08:00,,Ana Ruiz',
      'J2,C2,No cool,HVAC,Upstairs,Scheduled,2026-11-24 09:00,2026-11-24 10:00,Ana Ruiz',
      'J3,C2,Tune-up,HVAC,,Scheduled,2026-11-24 13:00,,ana ruiz',
    );
    const checked = await office.desk.check('jobs', text);
    const told = ['2 create', '3 report technician.taken', '4 create'];
    expect(await office.desk.fates(checked.id)).toEqual(told);
    expect(Object.fromEntries(checked.made.map(({ what, count }) => [what, count]))).toEqual({
      campaign: 1,
      job: 3,
    });
    expect((await office.desk.call('jobs.list')).items).toEqual([]);
    const done = await office.desk.run(checked.id);
    expect(await office.desk.fates(done.id)).toEqual(told);
    const [first] = await office.desk.rows(done.id);
    const card = await office.desk.call('jobs.get', { params: { id: first!.jobId! } });
    expect(card.job).toMatchObject({ customerName: 'Maria Lopez', summary: 'No cool since Monday' });
    expect(card.appointments).toMatchObject([
      {
        start: '2026-11-24T13:00:00.000Z',
        end: '2026-11-24T14:30:00.000Z',
        assignments: [{ technicianName: 'Ana Ruiz' }],
      },
    ]);
    const again = await office.desk.all('jobs', text);
    expect(some(again.fates)).toEqual({ exists: 3 });
    expect(again.made).toEqual([]);
  });

  test('of a technician who has work here already are booked without them, and the preview says so', async () => {
    await office.desk.all('jobs', jobs('J1,C1,No cool,,,Scheduled,2026-11-24 08:00,,Ana Ruiz'));
    const checked = await office.desk.check(
      'jobs',
      jobs('J2,C2,No cool,,,Scheduled,2026-11-24 09:00,,Ana Ruiz'),
    );
    expect(await office.desk.fates(checked.id)).toEqual(['2 report technician.taken']);
    const done = await office.desk.run(checked.id);
    const [row] = await office.desk.rows(done.id);
    expect(row!.reasons).toEqual([{ code: 'technician.taken', params: { name: 'Ana Ruiz' } }]);
    const card = await office.desk.call('jobs.get', { params: { id: row!.jobId! } });
    expect(card.appointments[0]!.assignments).toEqual([]);
  });

  test('whoever they name that is not here or not one is told, never guessed', async () => {
    const done = await office.desk.all(
      'jobs',
      jobs(
        'J1,C9,No cool,,,Scheduled,2026-11-24 08:00,,',
        'J2,C1,No warm,,,Scheduled,2026-11-24 08:00,,',
        'J3,C1,Tune-up,,,Scheduled,2026-11-24 08:00,,',
        'J4,C1,No cool,Roofing,,Scheduled,2026-11-24 08:00,,',
        'J5,C1,No cool,,,Scheduled,2026-11-24 08:00,,Sam King',
        'J6,C1,No cool,,,Scheduled,2026-11-24 12:00,,Zoe Park',
        'J7,C1,No cool,Plumbing,,Scheduled,2026-11-24 12:00,,',
        'J8,C1,No cool,,,Completed,2026-11-24 12:00,,',
      ),
    );
    expect(await office.desk.fates(done.id)).toEqual([
      '2 reject customer.unknown',
      '3 reject jobType.unknown',
      '4 reject unit.missing',
      '5 reject unit.unknown',
      '6 report technician.ambiguous',
      '7 report technician.unknown',
      '8 reject write.refused',
      '9 reject job.closed',
    ]);
  });

  test('undone, they are canceled; one that somebody has touched stays; the file can be imported again', async () => {
    const text = jobs(
      'J1,C1,No cool,,,Scheduled,2026-11-24 08:00,,Ana Ruiz',
      'J2,C2,No cool,,,Scheduled,2026-11-25 08:00,,Ana Ruiz',
    );
    const { id } = await office.desk.all('jobs', text);
    const [, second] = await office.desk.rows(id);
    const card = await office.desk.call('jobs.get', { params: { id: second!.jobId! } });
    await office.desk.call('jobs.update', {
      params: { id: card.job.id },
      body: {
        expected: [{ kind: 'job', id: card.job.id, version: card.job.version }],
        changes: { summary: 'Bring a ladder' },
      },
    });
    const undone = await office.desk.undo(id);
    expect(undone.status).toBe('Undone');
    expect(await office.desk.fates(id)).toEqual(['2 undone', '3 stays undo.changed_since']);
    const [first] = await office.desk.rows(id);
    expect((await office.desk.call('jobs.get', { params: { id: first!.jobId! } })).job.status).toBe(
      'Canceled',
    );
    expect(await office.desk.fates((await office.desk.all('jobs', text)).id)).toEqual([
      '2 create',
      '3 exists',
    ]);
  });
});
