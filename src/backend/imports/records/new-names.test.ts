import { beforeEach, expect, test } from 'vitest';
import type { ImportState } from '#contract/import.ts';
import { eachEngine } from '#testing/databases.ts';
import { deskPerTest, importDesk } from '#testing/import-desk.ts';

const made = (state: ImportState) =>
  Object.fromEntries(state.made.map(({ what, count }): [string, number] => [what, count]));
const CUSTOMERS = `Customer ID,Customer Name,Street,City,State,Zip,Tags
C1,Maria Lopez,12 Elm St,Quincy,MA,02169,Gold; VIP
C2,Bob Stone,14 Elm St,Quincy,MA,02169,gold
C3,Ida Moss,16 Elm St,Quincy,MA,02169,Old
`;
const JOBS = `Job ID,Customer ID,Job Type,Scheduled Start,Campaign,Tags
J1,C1,Duct cleaning,04/03/2027 15:00,Radio,Gold
J2,C2,duct cleaning,13/03/2027 09:00,RADIO,New
J3,C1,Tune-up,05/03/2027 09:00,,
`;

eachEngine('names a file brings that the lists lack', (database) => {
  const office = deskPerTest(database, importDesk);
  beforeEach(async () => {
    await database().transaction({ tenantId: 1 }, (tx) =>
      tx.script(`
        insert into company.business_units (tenant_id, id, name, time_zone, currency, created_on, modified_on)
          values (1, 12, 'HVAC', 'America/New_York', 'USD', now(), now());
        insert into company.job_types (tenant_id, id, name, business_unit_ids, duration_minutes, priority, created_on, modified_on)
          values (1, 15, 'Tune-up', '{}', 60, 'Normal', now(), now());
        insert into company.tags (tenant_id, id, name, color, active, created_on, modified_on)
          values (1, 16, 'VIP', 'info', true, now(), now()), (1, 17, 'Old', 'info', false, now(), now());
      `),
    );
  });
  const tagNames = async () => (await office.desk.call('setup.get')).tags.map(({ name }) => name);

  test('tags are left out and told, and made when the preview’s offer is taken, but not one that went out of use', async () => {
    const first = await office.desk.check('customers', CUSTOMERS);
    expect(await office.desk.fates(first.id)).toEqual([
      '2 report tag.unknown',
      '3 report tag.unknown',
      '4 report tag.unknown',
    ]);
    const checked = await office.desk.check('customers', CUSTOMERS, { make: ['tag'] });
    const told = ['2 report tag.made', '3 create', '4 report tag.unknown'];
    expect(await office.desk.fates(checked.id)).toEqual(told);
    expect(made(checked)).toMatchObject({ tag: 1, customer: 3 });
    expect(await tagNames()).toEqual(['Old', 'VIP']);
    const done = await office.desk.run(checked.id);
    expect(await office.desk.fates(done.id)).toEqual(told);
    expect(made(done)).toEqual(made(checked));
    const { tags } = await office.desk.call('setup.get');
    const nameOf = (id: number) => tags.find((tag) => tag.id === id)!.name;
    const { items } = await office.desk.call('customers.list');
    const tagsOf = async (name: string) => {
      const { id } = items.find((one) => one.name === name)!;
      return (await office.desk.call('customers.get', { params: { id } })).tagIds.map(nameOf).sort();
    };
    expect(await tagsOf('Maria Lopez')).toEqual(['Gold', 'VIP']);
    expect(await tagsOf('Bob Stone')).toEqual(['Gold']);
    const later = await office.desk.check('customers', CUSTOMERS, { make: ['tag'] });
    expect(made(later)).toEqual({});
  });

  test('a customer who only gains a new tag is told as changed before, and is changed then', async () => {
    await office.desk.all('customers', CUSTOMERS.replace('Gold; VIP', 'VIP'));
    const checked = await office.desk.check('customers', CUSTOMERS, { make: ['tag'] });
    expect((await office.desk.fates(checked.id))[0]).toBe('2 update tag.made');
    expect((await office.desk.fates((await office.desk.run(checked.id)).id))[0]).toBe('2 update tag.made');
  });

  test('job types and campaigns of open jobs are made once each; one row above the twelfth says how all days are read', async () => {
    await office.desk.all('customers', CUSTOMERS, { make: ['tag'] });
    const refused = await office.desk.check('jobs', JOBS);
    expect(refused.mapping!.dates).toBe('day-first');
    expect((await office.desk.fates(refused.id)).slice(0, 2)).toEqual([
      '2 reject jobType.unknown',
      '3 reject jobType.unknown',
    ]);
    const checked = await office.desk.check('jobs', JOBS, { make: ['tag', 'jobType', 'campaign'] });
    const told = ['2 report jobType.made campaign.made', '3 report tag.made', '4 create'];
    expect(await office.desk.fates(checked.id)).toEqual(told);
    // Besides “Radio” there is the campaign of rows that name none.
    expect(made(checked)).toEqual({ campaign: 2, jobType: 1, tag: 1, job: 3 });
    expect((await office.desk.call('setup.get')).jobTypes.map(({ name }) => name)).toEqual(['Tune-up']);
    const done = await office.desk.run(checked.id);
    expect(await office.desk.fates(done.id)).toEqual(told);
    expect(made(done)).toEqual(made(checked));
    const [row] = await office.desk.rows(done.id);
    const card = await office.desk.call('jobs.get', { params: { id: row!.jobId! } });
    expect(card.appointments[0]!.start).toBe('2027-03-04T20:00:00.000Z');
  });

  test('days that can be read both ways are not read until somebody says how', async () => {
    await office.desk.all('customers', CUSTOMERS);
    const text = JOBS.split('\n')
      .filter((line) => !line.startsWith('J2'))
      .join('\n');
    const [silent, monthFirst] = [
      await office.desk.check('jobs', text),
      await office.desk.check('jobs', text, { dates: 'month-first', make: ['jobType'] }),
    ];
    expect(silent.columns.find(({ name }) => name === 'Scheduled Start')!.dates).toEqual({
      monthFirst: 0,
      dayFirst: 0,
      either: 2,
      example: '04/03/2027',
    });
    expect((await office.desk.fates(silent.id))[1]).toBe('3 reject start.unreadable');
    expect((await office.desk.fates(monthFirst.id))[1]).toBe('3 create');
  });
});
