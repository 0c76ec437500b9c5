import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { day, instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const at = (time: string) => instant(`2026-11-21T${time}:00Z`);

eachEngine('technicians who have left', (database) => {
  const leave = (...ids: Id[]) =>
    database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query('update company.technicians set active = false where id = any($1::bigint[])', [ids]),
    );
  async function lanes(company: Company, on = '2026-11-21', units?: readonly Id[]) {
    const dispatcher = company.person('dispatcher', units ? { units } : {});
    const board = await dispatcher.call('board.day', { query: { day: day(on), timeZone: 'UTC' } });
    return board.technicians.map(({ id, active }) => [id, active]);
  }

  test('keep a lane, marked, on the days they still have visits, and none on others', async () => {
    const company = await makeCompany(database());
    const [ana, sam, priya] = company.technicianIds as [Id, Id, Id];
    await company.book({ start: at('14:00'), end: at('16:00'), technicianIds: [ana] });
    await leave(ana, sam);
    expect(await lanes(company)).toEqual([
      [ana, false],
      [priya, true],
    ]);
    expect(await lanes(company, '2026-11-22')).toEqual([[priya, true]]);
  });

  test('keep it for a visit on hold, which takes no time, and for another unit’s, a bar of which is shown', async () => {
    const company = await makeCompany(database());
    const [ana, sam, priya] = company.technicianIds as [Id, Id, Id];
    const { appointments } = await company.book({ technicianIds: [ana] });
    const { id, version } = appointments[0]!;
    await company.person('csr').call('appointments.hold', {
      params: { id },
      body: { expected: [{ kind: 'appointment', id, version }], reasonId: company.holdReasonId },
    });
    await company.book({ technicianIds: [sam], businessUnitId: company.otherUnitId });
    await leave(ana, sam);
    expect(await lanes(company, '2026-11-21', [company.businessUnitId])).toEqual([
      [ana, false],
      [priya, true],
      [sam, false],
    ]);
  });

  test('keep it for a meeting nobody has called off, not for the rest of their time off', async () => {
    const company = await makeCompany(database());
    const [ana, sam, priya] = company.technicianIds as [Id, Id, Id];
    const span = { start: at('14:00'), end: at('15:00') };
    const dispatcher = company.person('dispatcher');
    await dispatcher.call('nonJobEvents.add', {
      key: 'm',
      body: { ...span, technicianId: ana, label: 'Meeting' },
    });
    await dispatcher.call('timeOff.add', {
      key: 'v',
      body: { ...span, technicianId: sam, label: 'Vacation' },
    });
    await leave(ana, sam);
    expect(await lanes(company)).toEqual([
      [ana, false],
      [priya, true],
    ]);
  });
});
