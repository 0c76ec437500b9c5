import { expect, test } from 'vitest';
import { ProblemError } from '#contract/problem.ts';
import type { Id } from '#domain/ids.ts';
import type { Occupancy } from '#domain/schedule/occupancy.ts';
import { instant } from '#domain/time.ts';
import { type Company, makeCompany, type Person } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { remembering } from '#testing/statements.ts';
import { settleSpans } from './occupancy.ts';

const at = (text: string) => instant(`2026-11-21T${text}:00Z`);
let keys = 0;
const key = () => `span-${++keys}`;

const codeOf = async (call: Promise<unknown>) => {
  const error = await call.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  expect(error).toBeInstanceOf(ProblemError);
  return (error as ProblemError).code;
};
const ill = (person: Person, technicianId: Id, start = '13:00', end = '21:00') =>
  person.call('timeOff.add', {
    key: key(),
    body: { technicianId, start: at(start), end: at(end), label: 'Ill' },
  });
const meeting = (person: Person, technicianId: Id, label: string, start = '13:00', end = '15:00') =>
  person.call('nonJobEvents.add', {
    key: key(),
    body: { technicianId, start: at(start), end: at(end), label },
  });
const without = (person: Person, right: string): Person => ({
  ...person,
  actor: Object.assign(person.actor, { rights: person.actor.rights.filter((one) => one !== right) }),
});
async function moveTo(company: Company, appointmentId: Id, version: number, start: string, end: string) {
  await company.person('dispatcher').call('appointments.reschedule', {
    params: { id: appointmentId },
    body: {
      expected: [{ kind: 'appointment', id: appointmentId, version }],
      start: at(start),
      end: at(end),
    },
  });
}

eachEngine('time off, events and shifts', (database) => {
  const marks = () =>
    database().transaction({ tenantId: 'system', readOnly: true }, (tx) =>
      tx.query<{ kind: string; overridden: boolean }>(
        'select kind, overridden from company.occupancy order by kind, source_id',
      ),
    );
  const markOf = async (kind: string) => (await marks()).find((one) => one.kind === kind)?.overridden;

  test('a technician who is ill is off at once, and the answer names the visits that are covered', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const card = await company.book({ start: at('14:00'), end: at('16:00'), technicianIds: [ana] });
    const { notes } = await ill(company.person('dispatcher'), ana);
    expect(notes).toMatchObject([
      {
        code: 'schedule.overlap',
        params: { technicianName: 'Ana Reyes', jobNumber: card.job.number, overlapMinutes: 120 },
      },
    ]);
    expect(await markOf('timeOff')).toBe(true);
  });

  test('once the visit has moved away, the time off stands in the constraint again', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const card = await company.book({ start: at('14:00'), end: at('16:00'), technicianIds: [ana] });
    const [visit] = card.appointments;
    await ill(company.person('dispatcher'), ana);
    await moveTo(company, visit!.id, visit!.version, '21:00', '22:00');
    expect(await markOf('timeOff')).toBe(false);
  });

  test('while another visit is still covered, the mark stays', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const card = await company.book({ start: at('14:00'), end: at('16:00'), technicianIds: [ana] });
    await company.book({ start: at('17:00'), end: at('18:00'), technicianIds: [ana] });
    const [visit] = card.appointments;
    await ill(company.person('dispatcher'), ana);
    await moveTo(company, visit!.id, visit!.version, '21:00', '22:00');
    expect(await markOf('timeOff')).toBe(true);
  });

  test('a meeting under time off is free of its mark when the time off is taken back', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const dispatcher = company.person('dispatcher');
    const { timeOff } = await ill(dispatcher, ana);
    await meeting(dispatcher, ana, 'Training');
    expect(await markOf('nonJobEvent')).toBe(true);
    await dispatcher.call('timeOff.change', {
      params: { id: timeOff.id },
      body: {
        expected: [{ kind: 'timeOff', id: timeOff.id, version: timeOff.version }],
        changes: { active: false },
      },
    });
    expect(await marks()).toEqual([{ kind: 'nonJobEvent', overridden: false }]);
  });

  test('a meeting over booked work is an override: for those who may, with its label as the reason', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    await company.book({ start: at('14:00'), end: at('16:00'), technicianIds: [ana] });
    expect(
      await codeOf(meeting(without(company.person('dispatcher'), 'overrideSchedule'), ana, 'Stock')),
    ).toBe('schedule.override_not_allowed');
    expect(await codeOf(meeting(company.person('dispatcher'), ana, ' '))).toBe(
      'schedule.override_needs_reason',
    );
    await meeting(company.person('dispatcher'), ana, 'Stock count');
    const [audit] = await database().transaction({ tenantId: 'system', readOnly: true }, (tx) =>
      tx.query<{ detail: object }>("select detail from office.audit where verb = 'non-job-event.added'"),
    );
    expect(audit?.detail).toMatchObject({ reason: 'Stock count' });
    expect(await markOf('nonJobEvent')).toBe(true);
  });

  test('a meeting in free time needs no right and no label', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const { notes } = await meeting(without(company.person('dispatcher'), 'overrideSchedule'), ana, '');
    expect(notes).toEqual([]);
    expect(await marks()).toEqual([{ kind: 'nonJobEvent', overridden: false }]);
  });

  test('a shift that ends before it starts is refused as a shift, not as a visit', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const backwards = { technicianId: ana, start: at('17:00'), end: at('08:00') };
    const dispatcher = company.person('dispatcher');
    expect(await codeOf(dispatcher.call('shifts.add', { key: key(), body: backwards }))).toBe(
      'span.end_before_start',
    );
  });

  test('several that are alone with their time again lose their marks in one statement', async () => {
    const company = await makeCompany(database());
    const freed: Occupancy[] = [];
    for (const technicianId of company.technicianIds.slice(0, 2)) {
      const times = { start: at('14:00'), end: at('16:00') };
      await company.book({ ...times, technicianIds: [technicianId] });
      await ill(company.person('dispatcher'), technicianId);
      freed.push({ kind: 'assignment', sourceId: 0, technicianId, ...times, overridden: false });
    }
    const statements = await database().transaction({ tenantId: company.tenantId }, async (tx) => {
      await tx.query(`delete from company.occupancy where tenant_id = $1 and kind = 'assignment'`, [
        company.tenantId,
      ]);
      const asked = remembering(tx);
      await settleSpans(asked.tx, freed);
      return asked.statements;
    });
    expect(statements.filter((sql) => sql.startsWith('update'))).toHaveLength(1);
    expect(await marks()).toEqual([
      { kind: 'timeOff', overridden: false },
      { kind: 'timeOff', overridden: false },
    ]);
  });
});
