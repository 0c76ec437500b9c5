import { expect, test } from 'vitest';
import type { CapacityWindows } from '#contract/capacity.ts';
import { addShift, ask, at, inWindow, MONDAY, nextKey, sql } from '#testing/capacity-ground.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const windowOf = ({ windows }: CapacityWindows, key: string) => windows.find((one) => one.key === key)!;
const asked = (company: Company, more: Record<string, unknown> = {}, who: 'csr' | 'dispatcher' = 'csr') =>
  company.person(who).call('capacity.windows', { query: ask(company, more) });

eachEngine('capacity out of the database', (database) => {
  test('counts shifts, work, time off and visits that wait, and says what is left', async () => {
    const company = await makeCompany(database());
    const [ana, sam] = company.technicianIds as [number, number];
    await addShift(database(), ana, '08:00', '16:00');
    await addShift(database(), sam, '08:00', '12:00');
    const csr = company.person('csr');
    await csr.call('jobs.book', { key: nextKey(), body: inWindow(company, ['08:00', '10:00'], 60, [ana]) });
    await csr.call('jobs.book', { key: nextKey(), body: inWindow(company, ['08:00', '10:00'], 60) });
    await company.person('dispatcher').call('timeOff.add', {
      key: nextKey(),
      body: { technicianId: sam, start: at('10:00'), end: at('12:00'), label: 'Doctor' },
    });
    const answer = await asked(company);
    expect(answer).toMatchObject({ timeZone: 'America/New_York', minutes: 90 });
    expect(answer.windows).toHaveLength(5);
    expect(windowOf(answer, '08:00-10:00')).toMatchObject({
      start: at('08:00'),
      closed: null,
      capacityMinutes: 240,
      freeMinutes: 120,
      percentFull: 50,
      waiting: 1,
      technicianIds: [ana],
    });
    expect(windowOf(answer, '10:00-12:00')).toMatchObject({ percentFull: 50, technicianIds: [ana] });
    expect(windowOf(answer, '16:00-18:00').closed).toEqual({ code: 'nobodyOnShift', params: {} });
    expect(answer.best[0]).toMatchObject({ key: '12:00-14:00', technicianId: ana });
    for (const { score, factors } of answer.best) {
      expect(factors.reduce((sum, { points }) => sum + points, 0)).toBe(score);
    }
  });

  test('the place’s clock, zone and hours count, the visit nearby and the technician of last time', async () => {
    const company = await makeCompany(database());
    const [ana, sam] = company.technicianIds as [number, number];
    for (const id of [ana, sam]) await addShift(database(), id, '08:00', '18:00');
    const first = await company.book({ start: at('12:00'), end: at('13:00'), technicianIds: [sam] });
    const { locationId, customerId } = first.job;
    await sql(
      database(),
      `update company.locations set time_zone = 'America/Chicago', latitude = 42.25, longitude = -71, business_hours = $2 where id = $1`,
      [locationId, JSON.stringify([{ weekday: 1, startMinute: 480, endMinute: 720 }])],
    );
    await sql(database(), `update company.assignments set status = 'Done'`);
    const answer = await asked(company, { locationId, customerId });
    expect(answer.timeZone).toBe('America/Chicago');
    expect(windowOf(answer, '08:00-10:00').start).toBe(at('09:00'));
    expect(answer.best[0]).toMatchObject({ technicianId: sam });
    expect(answer.best[0]!.factors.map(({ code }) => code)).toEqual([
      'soon',
      'near',
      'sameTechnician',
      'openHours',
      'room',
    ]);
  });

  test('set-up rules hold back and overbook', async () => {
    const company = await makeCompany(database());
    await addShift(database(), company.technicianIds[0]!, '08:00', '10:00');
    await sql(
      database(),
      `insert into company.capacity_rules (tenant_id, id, name, priority, reserve_percent, overbook_percent, created_on, modified_on)
       values (1, 801, 'For emergencies', null, 50, 0, now(), now()), (1, 802, 'Urgent', 'Urgent', 0, 0, now(), now())`,
    );
    const closed = { code: 'reserved', params: { percent: 50, priorities: ['Urgent'] } };
    expect(windowOf(await asked(company), '08:00-10:00').closed).toEqual(closed);
    expect(windowOf(await asked(company, { priority: 'Urgent' }), '08:00-10:00').closed).toBeNull();
  });

  test('another unit’s question is not there for who is confined, nor is what does not exist', async () => {
    const company = await makeCompany(database());
    const confined = company.person('dispatcher', { units: [company.businessUnitId] });
    const missing = (query: Record<string, unknown>) =>
      confined.call('capacity.windows', { query: ask(company, query) }).then(
        () => null,
        (error: { code: string; params: unknown }) => [error.code, error.params],
      );
    expect(await missing({})).toBeNull();
    expect(await missing({ businessUnitId: company.otherUnitId })).toEqual([
      'record.not_found',
      { kind: 'businessUnit' },
    ]);
    expect(await missing({ jobTypeId: 99 })).toEqual(['record.not_found', { kind: 'jobType' }]);
    expect(await missing({ locationId: 99 })).toEqual(['record.not_found', { kind: 'location' }]);
  });

  test('in the nights the clocks change a window begins at its wall time', async () => {
    const company = await makeCompany(database());
    const { windows } = await asked(company, { from: '2027-03-13', to: '2027-03-15' });
    const starts = windows.filter(({ key }) => key === '08:00-10:00').map(({ start }) => start.slice(11, 16));
    expect(starts).toEqual(['13:00', '12:00', '12:00']);
    expect(windows.every(({ isUnplanned }) => isUnplanned)).toBe(true);
    expect(windows[0]!.day > MONDAY).toBe(true);
  });

  test('a second past its last quarter hour a window is past, as the phone says too', async () => {
    const company = await makeCompany(database());
    const closedAt = async (now: string) => {
      company.clock.set(`${MONDAY}T${now}Z`);
      return windowOf(await asked(company), '12:00-14:00').closed;
    };
    expect(await closedAt('18:45:00')).toBeNull();
    expect(await closedAt('18:45:01')).toEqual({ code: 'past', params: {} });
  });
});
