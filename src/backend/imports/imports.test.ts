import { expect, test, vi } from 'vitest';
import type { ImportState } from '#contract/import.ts';
import { eachEngine } from '#testing/databases.ts';
import { file, refusal, requestDesks, row } from '#testing/request-desk.ts';

eachEngine('importing service requests', (database) => {
  const { desks: place, rowsOf, countOf } = requestDesks(database);

  test('into an empty system: everything needed is made and said, the requests stand in the tray', async () => {
    const checked = await place.desk.check(
      await place.desk.upload(file(row('1'), row('2', { address: ' ' }), row('3', { type: 'Bed Bugs' }))),
    );
    expect(checked).toMatchObject({
      status: 'Checked',
      rowsDone: 3,
      fates: { create: 2, reject: 1 },
      rowsTotal: 3,
    });
    expect(await countOf('jobs')).toBe(0);
    const done = await place.desk.run(checked.id);
    expect(done).toMatchObject({ status: 'Done', fates: { create: 2, reject: 1 }, problem: null });
    expect(Object.fromEntries(done.made.map(({ what, count }) => [what, count]))).toEqual({
      taxZone: 1,
      businessUnit: 1,
      campaign: 1,
      tag: 1,
      customField: 3,
      reason: 2,
      jobType: 2,
      customer: 2,
      location: 2,
      job: 2,
    });
    const { items } = await place.desk.call('jobs.list');
    expect(items.map((job) => [job.customerName, job.summary, job.status, job.bookedOn])).toEqual([
      ['Occupant of 3 Elm St', 'No heat since Monday', 'Scheduled', '2011-07-01T13:30:00.000Z'],
      ['Occupant of 1 Elm St', 'No heat since Monday', 'Scheduled', '2011-07-01T13:30:00.000Z'],
    ]);
    const card = await place.desk.call('jobs.get', { params: { id: items[1]!.id } });
    expect(card.job.customFields).toEqual({ request: '1', due: '2011-07-15T13:30:00.000Z' });
    expect(card.appointments).toMatchObject([
      {
        start: '2011-07-01T16:00:00.000Z',
        end: '2011-07-01T18:00:00.000Z',
        windowStart: '2011-07-01T16:00:00.000Z',
        windowEnd: '2011-07-01T20:00:00.000Z',
        assignments: [],
      },
    ]);
    const day = await place.desk.call('board.day', { query: { day: '2011-07-01' } });
    expect(JSON.stringify(day)).toContain('Occupant of 1 Elm St');
  });

  test('the check tells the lists that will be added to, as the run then does', async () => {
    const text = file(row('1'), row('2', { type: 'no heat' }), row('3', { type: 'Bed Bugs' }));
    const checked = await place.desk.check(await place.desk.upload(text));
    expect(checked.made).toContainEqual({ what: 'businessUnit', count: 1 });
    expect(checked.made).toContainEqual({ what: 'jobType', count: 2 });
    const madeOf = ({ made }: ImportState) =>
      Object.fromEntries(made.map(({ what, count }) => [what, count]));
    expect(madeOf(await place.desk.run(checked.id))).toEqual(madeOf(checked));
    const again = await place.desk.check(await place.desk.upload(text));
    expect(again.made).toEqual([]);
  });

  test('one file imported twice at the same moment: each request is booked once, by one or the other', async () => {
    const rows = Array.from({ length: 600 }, (_, index) => row(String(index + 1)));
    const other = place.second();
    const [one, two] = [await place.desk.upload(file(...rows)), await other.upload(file(...rows))];
    await Promise.all([place.desk.check(one), other.check(two)]);
    const [first, second] = await Promise.all([place.desk.run(one.id), other.run(two.id)]);
    expect([first.status, second.status, ...other.faults]).toEqual(['Done', 'Done']);
    expect(first.fates.create + second.fates.create).toBe(600);
    expect(first.fates.exists + second.fates.exists).toBe(600);
    expect(await countOf('jobs')).toBe(600);
    expect(await countOf('customers')).toBe(600);
  });

  test('a run asked for twice at the same moment is asked for once, of two imports and in two processes', async () => {
    const other = place.second();
    const ids: number[] = [];
    for (const text of [file(row('1'), row('2')), file(row('3'), row('4'))])
      ids.push((await place.desk.check(await place.desk.upload(text))).id);
    const answers = await Promise.all(
      ids.flatMap((id) =>
        [place.desk, place.desk, other].map((one) => one.call('imports.run', { params: { id } })),
      ),
    );
    expect(answers.map(({ status }) => ['Running', 'Done'].includes(status))).toEqual(Array(6).fill(true));
    for (const id of ids) expect((await place.desk.settled(id)).fates).toMatchObject({ create: 2 });
    expect(await countOf('jobs')).toBe(4);
  });

  test('again: nothing changes, every request is known, new ones are added', async () => {
    await place.desk.all(file(row('1'), row('2')));
    const before = await rowsOf('select id, version, modified_on from company.jobs order by id');
    const again = await place.desk.all(
      file(
        row('1', { title: 'changed' }),
        row('2'),
        row('3', { address: '2 Elm Street, Quincy, MA 02169', opened: '2011-07-02 09:30:00' }),
      ),
    );
    expect(again).toMatchObject({ status: 'Done', fates: { exists: 2, create: 1 } });
    expect(again.made).toEqual([{ what: 'job', count: 1 }]);
    expect(
      (await rowsOf('select id, version, modified_on from company.jobs order by id')).slice(0, 2),
    ).toEqual(before);
    expect(await countOf('locations')).toBe(2);
  });

  test('as of a moment: what was closed before it is completed, the rest is open', async () => {
    const text = file(
      row('1', { closed: '2011-07-02 10:00:00' }),
      row('2', { closed: '2011-07-03 10:00:00' }),
      row('3'),
    );
    await place.desk.all(text, '2011-07-03T00:00:00Z');
    expect(
      await rowsOf('select status, completed_on as "completedOn" from company.jobs order by id'),
    ).toEqual([
      { status: 'Completed', completedOn: '2011-07-02T14:00:00.000Z' },
      { status: 'Scheduled', completedOn: null },
      { status: 'Scheduled', completedOn: null },
    ]);
  });

  test('same address, type and day: booked, tagged, at one location', async () => {
    const one = { address: '9 Elm St, Quincy, MA 02169' };
    const done = await place.desk.all(file(row('1', one), row('2', one)));
    expect(done.fates).toMatchObject({ create: 1, duplicate: 1 });
    const { items } = await place.desk.call('imports.rows', {
      params: { id: done.id },
      query: { fate: 'duplicate' },
    });
    expect(items).toMatchObject([
      { line: 3, reasons: [{ code: 'request.same_day', params: { line: 2, id: '1' } }] },
    ]);
    const card = await place.desk.call('jobs.get', { params: { id: items[0]!.jobId! } });
    expect(card.job.customFields.sameDayAs).toBe('1');
    expect(card.job.tagIds).toHaveLength(1);
    expect(await countOf('locations')).toBe(1);
  });

  test('an address of a customer from elsewhere is left alone and named', async () => {
    const body = {
      name: 'Maria Lopez',
      locations: [{ street: '1 Elm St', city: 'Quincy', state: 'MA', zip: '02169' }],
    };
    const { customer } = await place.desk.call('customers.create', { body });
    const done = await place.desk.all(file(row('1')));
    const { items } = await place.desk.call('imports.rows', { params: { id: done.id } });
    expect(items[0]).toMatchObject({
      fate: 'report',
      reasons: [{ code: 'address.of_other_customer', params: { customer: customer.id } }],
    });
    const job = await place.desk.call('jobs.get', { params: { id: items[0]!.jobId! } });
    expect(job.job.customerName).toBe('Occupant of 1 Elm St');
  });

  test('a type, unit or field that is there is used, not made again', async () => {
    await place.desk.all(file(row('1')));
    const second = await place.desk.all(file(row('2', { type: 'NO HEAT' })));
    expect(second.made.map(({ what }) => what).sort()).toEqual(['customer', 'job', 'location']);
    expect(await countOf('job_types')).toBe(1);
  });

  test('a rule that refuses one job costs that job only', async () => {
    await place.desk.all(file(row('1')));
    await database().transaction({ tenantId: 1 }, (tx) =>
      tx.query(`update company.customers set do_not_service = true where name = 'Occupant of 1 Elm St'`),
    );
    const others = ['2', '3', '4', '5'].map((id) => row(id));
    const done = await place.desk.all(file(...others, row('6', { address: '1 Elm St, Quincy, MA 02169' })));
    expect(done.fates).toMatchObject({ create: 4, reject: 1 });
    const { items } = await place.desk.call('imports.rows', {
      params: { id: done.id },
      query: { fate: 'reject' },
    });
    expect(items[0]!.reasons).toEqual([
      { code: 'write.refused', params: { code: 'job.customer_do_not_service' } },
    ]);
  });

  test('canceled in the middle, whole batches stay and a second run ends it', async () => {
    const rows = Array.from({ length: 1200 }, (_, index) => row(String(index + 1)));
    const { id } = await place.desk.check(await place.desk.upload(file(...rows)));
    await place.desk.call('imports.run', { params: { id } });
    await vi.waitFor(
      async () =>
        expect((await place.desk.call('imports.get', { params: { id } })).rowsDone).toBeGreaterThanOrEqual(
          20,
        ),
      { interval: 5, timeout: 20_000 },
    );
    const canceled = await place.desk.call('imports.cancel', { params: { id } });
    expect(canceled.status).toBe('Canceled');
    expect(canceled.rowsDone).toBeLessThan(1200);
    expect(await countOf('jobs')).toBe(canceled.rowsDone);
    const done = await place.desk.run(id);
    expect(done).toMatchObject({ status: 'Done', rowsDone: 1200, fates: { create: 1200, exists: 0 } });
    expect(done.made).toContainEqual({ what: 'job', count: 1200 });
    expect(await countOf('jobs')).toBe(1200);
  });

  test('left behind by a process that died, it is told as interrupted and can be run on', async () => {
    const { id } = await place.desk.check(await place.desk.upload(file(row('1'))));
    await database().transaction({ tenantId: 1 }, (tx) =>
      tx.query(`update company.imports set status = 'Running'`),
    );
    place.desk.clock.advance(10 * 60_000);
    expect(await place.desk.call('imports.get', { params: { id } })).toMatchObject({
      status: 'Failed',
      problem: { code: 'import.interrupted' },
    });
    expect((await place.desk.run(id)).status).toBe('Done');
  });

  test('the result file has every row with its reasons in words, and no cell a spreadsheet would run', async () => {
    const done = await place.desk.all(
      file(row('1', { title: '"=HYPERLINK(""http://x"")"' }), row('2', { address: ' ' }), row('-3')),
    );
    const jobs = await rowsOf<{ number: number }>('select number from company.jobs order by id');
    expect((await place.desk.result(done.id)).split('\r\n')).toEqual([
      '\uFEFFline,request,fate,job,summary,reasons',
      `2,1,create,${jobs[0]!.number},"'=HYPERLINK(""http://x"")",`,
      '3,2,reject,,No heat since Monday,"There is no address, so there is nowhere to go."',
      `4,"'-3",report,${jobs[1]!.number},No heat since Monday,"The coordinates “42.-3”, “-71” cannot be read."`,
      '',
    ]);
  });

  test('rows are given page by page', async () => {
    const { id } = await place.desk.check(await place.desk.upload(file(row('1'), row('2'), row('3'))));
    const first = await place.desk.call('imports.rows', { params: { id }, query: { limit: 2 } });
    expect([first.items.map((one) => one.line), first.next, first.total]).toEqual([[2, 3], '3', 3]);
    const second = await place.desk.call('imports.rows', { params: { id }, query: { limit: 2, after: '3' } });
    expect([second.items.map((one) => one.line), second.next]).toEqual([[4], null]);
    expect(
      await refusal(place.desk.call('imports.rows', { params: { id }, query: { after: 'x' } })),
    ).toMatchObject({ code: 'request.invalid' });
  });
});
