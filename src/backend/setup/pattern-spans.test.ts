import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import type { SetupValues } from '#domain/setup/fields.ts';
import { dayOf, instant, localTime } from '#domain/time.ts';
import { type Company, makeCompany, NOW } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { keepAhead } from './keep-ahead.ts';

const ZONE = 'America/New_York';
let keys = 0;
const add = (company: Company, values: SetupValues) =>
  company
    .person('admin')
    .call('workPatterns.create', { key: `pattern-${++keys}`, body: { kind: 'shiftPattern', values } });
const change = (company: Company, id: Id, version: number, changes: SetupValues) =>
  company.person('admin').call('workPatterns.change', {
    params: { id },
    body: { kind: 'shiftPattern', expected: [{ kind: 'shiftPattern', id, version }], changes },
  });

eachEngine('shifts that repeat', (database) => {
  const shifts = (technicianId: Id) =>
    database().transaction({ tenantId: 'system', readOnly: true }, (tx) =>
      tx.query<{ id: Id; version: number; start: string; end: string }>(
        `select id, version, start, "end" from company.shifts where technician_id = $1 and active order by start`,
        [technicianId],
      ),
    );
  const hours = async (technicianId: Id) =>
    new Set(
      (await shifts(technicianId)).map(
        ({ start, end }) => `${localTime(start as never, ZONE)}–${localTime(end as never, ZONE)}`,
      ),
    );

  // NOW is Friday, 20 November 2026, 10:00 in New York: that day's shift has begun, and stays whatever the pattern becomes.
  test('stand on the board eight weeks ahead, from the present day on', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    await add(company, { technicianId: ana, validFrom: '2026-11-01' });
    const made = await shifts(ana);
    expect(made).toHaveLength(41);
    expect(dayOf(made[0]!.start as never, ZONE)).toBe('2026-11-20');
    expect(dayOf(made.at(-1)!.start as never, ZONE)).toBe('2027-01-15');
    expect(await hours(ana)).toEqual(new Set(['08:00–17:00']));
    expect(NOW).toBe('2026-11-20T15:00:00.000Z');
    const day = await company
      .person('dispatcher')
      .call('board.day', { query: { day: '2026-11-23', timeZone: ZONE } });
    expect(day.technicians.find(({ id }) => id === ana)!.shifts).toHaveLength(1);
  });

  test('move when the pattern does, but not a day somebody changed on the board', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const { record } = await add(company, { technicianId: ana, validFrom: '2026-11-01' });
    const [, monday, tuesday] = await shifts(ana);
    const dispatcher = company.person('dispatcher');
    await dispatcher.call('shifts.change', {
      params: { id: monday!.id },
      body: {
        expected: [{ kind: 'shift', id: monday!.id, version: monday!.version }],
        changes: { end: '2026-11-23T20:00:00.000Z' as never },
      },
    });
    await dispatcher.call('shifts.change', {
      params: { id: tuesday!.id },
      body: {
        expected: [{ kind: 'shift', id: tuesday!.id, version: tuesday!.version }],
        changes: { active: false },
      },
    });
    await change(company, record.id, 1, { startMinute: 9 * 60, endMinute: 18 * 60 });
    expect(await hours(ana)).toEqual(new Set(['08:00–17:00', '08:00–15:00', '09:00–18:00']));
    expect(await shifts(ana)).toHaveLength(40);
  });

  test('go with the pattern and come back with its undo', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const { record } = await add(company, { technicianId: ana, validFrom: '2026-11-01' });
    const { operationId } = await change(company, record.id, 1, { active: false });
    expect(await shifts(ana)).toHaveLength(1);
    await company.person('admin').call('operations.undo', { body: { operationId } });
    expect(await shifts(ana)).toHaveLength(41);
    await change(company, record.id, 3, { weekdays: [1] });
    expect(await shifts(ana)).toHaveLength(9);
  });

  test('are made further ahead as weeks pass, once, and by Truckroll itself', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    await add(company, { technicianId: ana, validFrom: '2026-11-01', validUntil: '2027-01-31' });
    await keepAhead(database(), NOW);
    expect(await shifts(ana)).toHaveLength(41);
    const later = instant('2026-12-18T15:00:00.000Z');
    await keepAhead(database(), later);
    await keepAhead(database(), later);
    const made = await shifts(ana);
    expect(dayOf(made.at(-1)!.start as never, ZONE)).toBe('2027-01-29');
    expect(made).toHaveLength(51);
    const audit = await database().transaction({ tenantId: 'system', readOnly: true }, (tx) =>
      tx.query(`select verb from office.audit where verb = 'setup.shifts-made'`),
    );
    expect(audit).toHaveLength(1);
  });
});
