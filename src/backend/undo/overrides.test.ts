import { expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import { instant } from '#domain/time.ts';
import { type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const at = (text: string) => instant(`2026-11-21T${text}:00Z`);
let asked = 0;

/** Ana's 14–16, and 15–17 booked over it with a reason. */
async function doubleBooked(company: Company) {
  const [ana] = company.technicianIds as [Id];
  const dispatcher = company.person('dispatcher');
  const first = await company.book({ start: at('14:00'), end: at('16:00'), technicianIds: [ana] });
  const free = await company.book({ start: at('17:00'), end: at('19:00'), technicianIds: [ana] });
  const cardOf = async ({ job }: JobCardView) => dispatcher.call('jobs.get', { params: { id: job.id } });
  const move = async (card: JobCardView, start: string, end: string, overrideReason?: string) => {
    const [visit] = (await cardOf(card)).appointments;
    return dispatcher.call('appointments.reschedule', {
      params: { id: visit!.id },
      body: {
        expected: [{ kind: 'appointment', id: visit!.id, version: visit!.version }],
        start: at(start),
        end: at(end),
        overrideReason,
      },
    });
  };
  await move(free, '15:00', '17:00', 'Next door');
  const cancel = async (card: JobCardView) => {
    const { job, appointments } = await cardOf(card);
    return dispatcher.call('jobs.cancel', {
      params: { id: job.id },
      body: {
        expected: [
          { kind: 'job', id: job.id, version: job.version },
          ...appointments.map(({ id, version }) => ({ kind: 'appointment' as const, id, version })),
        ],
        reasonId: company.cancelReasonId,
        memo: '',
      },
    });
  };
  const undo = (operationId: Id) => dispatcher.call('operations.undo', { body: { operationId } });
  const stateOf = async (card: JobCardView) => {
    const { appointments } = await cardOf(card);
    const [visit] = appointments;
    return {
      start: visit!.start,
      status: visit!.status,
      reason: visit!.assignments[0]?.override?.reason ?? null,
    };
  };
  return { ana, dispatcher, first, second: free, move, cancel, undo, stateOf };
}

const refused = { code: 'schedule.conflict' };

/** Ana's 14–16, and then she is ill from 13 to 17. */
async function ill(company: Company) {
  const day = await doubleBooked(company);
  await day.cancel(day.second);
  const { timeOff } = await day.dispatcher.call('timeOff.add', {
    key: `ill ${++asked}`,
    body: { technicianId: day.ana, start: at('13:00'), end: at('17:00'), label: 'Ill' },
  });
  return { ...day, timeOff };
}

eachEngine('undoing a step on a visit that was double-booked with a reason', (database) => {
  test('brings it back over the other one, with its old reason', async () => {
    const { second, cancel, undo, stateOf } = await doubleBooked(await makeCompany(database()));
    const before = await stateOf(second);
    const { operationId } = await cancel(second);
    await undo(operationId);
    expect(await stateOf(second)).toEqual(before);
    expect(before.reason).toBe('Next door');
  });

  test('brings back the one under it, which carries no reason itself', async () => {
    const { first, second, cancel, undo, stateOf } = await doubleBooked(await makeCompany(database()));
    const before = await stateOf(first);
    const { operationId } = await cancel(first);
    await undo(operationId);
    expect(await stateOf(first)).toEqual(before);
    expect(await stateOf(second)).toMatchObject({ reason: 'Next door' });
  });

  test('moves it back', async () => {
    const { second, move, undo, stateOf } = await doubleBooked(await makeCompany(database()));
    const before = await stateOf(second);
    const { operationId } = await move(second, '17:00', '19:00');
    expect(await stateOf(second)).toMatchObject({ reason: null });
    await undo(operationId);
    expect(await stateOf(second)).toEqual(before);
  });

  test('brings both back when one step took both away', async () => {
    const company = await makeCompany(database());
    const { first, second, dispatcher, undo, stateOf } = await doubleBooked(company);
    const before = [await stateOf(first), await stateOf(second)];
    const jobIds = [first.job.id, second.job.id];
    const step = { type: 'cancel', reasonId: company.cancelReasonId } as const;
    const look = await dispatcher.call('jobs.bulk', {
      body: { preview: true, jobIds, step },
      key: `look ${++asked}`,
    });
    const done = await dispatcher.call('jobs.bulk', {
      body: { jobIds, step, expected: look.versions },
      key: `do ${++asked}`,
    });
    await undo(done.operationId!);
    expect([await stateOf(first), await stateOf(second)]).toEqual(before);
  });

  test('brings both back one after the other, when two steps took them away', async () => {
    const { first, second, cancel, undo, stateOf } = await doubleBooked(await makeCompany(database()));
    const before = [await stateOf(first), await stateOf(second)];
    const { operationId: earlier } = await cancel(second);
    const { operationId: later } = await cancel(first);
    await undo(later);
    await undo(earlier);
    expect([await stateOf(first), await stateOf(second)]).toEqual(before);
  });

  test('is refused over what was booked there since, though the visit was overridden', async () => {
    const company = await makeCompany(database());
    const { ana, second, cancel, undo } = await doubleBooked(company);
    const { operationId } = await cancel(second);
    await company.book({ start: at('16:00'), end: at('17:00'), technicianIds: [ana] });
    await expect(undo(operationId)).rejects.toMatchObject(refused);
  });

  test('brings back its mark also where the other one had gone before the step', async () => {
    const { first, second, cancel, undo, stateOf } = await doubleBooked(await makeCompany(database()));
    await cancel(first);
    const before = await stateOf(second);
    expect(before.reason).toBe('Next door');
    const { operationId } = await cancel(second);
    await undo(operationId);
    expect(await stateOf(second)).toEqual(before);
  });

  test('is refused when the other one was moved in between', async () => {
    const { first, second, move, cancel, undo } = await doubleBooked(await makeCompany(database()));
    const { operationId } = await cancel(second);
    await move(first, '14:30', '16:30');
    await expect(undo(operationId)).rejects.toMatchObject(refused);
  });
});

eachEngine('undoing a step on a visit that time off was laid over', (database) => {
  test('moves it back under the time off, which takes its time again when it leaves for good', async () => {
    const company = await makeCompany(database());
    const { ana, first, move, undo, stateOf } = await ill(company);
    const before = await stateOf(first);
    const { operationId } = await move(first, '18:00', '20:00');
    await undo(operationId);
    expect(await stateOf(first)).toEqual(before);
    await move(first, '18:00', '20:00');
    await expect(
      company.book({ start: at('14:00'), end: at('15:00'), technicianIds: [ana] }),
    ).rejects.toMatchObject(refused);
  });

  test('is refused when the time off was changed in between', async () => {
    const { dispatcher, timeOff, first, move, undo } = await ill(await makeCompany(database()));
    const { operationId } = await move(first, '18:00', '20:00');
    await dispatcher.call('timeOff.change', {
      params: { id: timeOff.id },
      body: {
        expected: [{ kind: 'timeOff', id: timeOff.id, version: timeOff.version }],
        changes: { start: at('12:00') },
      },
    });
    await expect(undo(operationId)).rejects.toMatchObject(refused);
  });
});

eachEngine('undoing a step that took a visit off somebody who has left', (database) => {
  const leaves = async (company: Company, id: Id) => {
    const [{ version } = { version: 0 }] = await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query<{ version: number }>('select version from company.technicians where id = $1', [id]),
    );
    await company.person('admin').call('setupRecords.change', {
      params: { id },
      body: {
        kind: 'technician',
        expected: [{ kind: 'technician', id, version }],
        changes: { active: false },
      },
    });
  };

  test('brings it back: they had left before, and somebody else still has to see to it', async () => {
    const company = await makeCompany(database());
    const { ana, dispatcher, first, undo } = await doubleBooked(company);
    await leaves(company, ana);
    const unassigned = await dispatcher.call('jobs.unassign', {
      params: { id: first.job.id },
      body: {
        expected: [{ kind: 'appointment', id: first.appointments[0]!.id, version: 1 }],
        technicianIds: [ana],
      },
    });
    await undo(unassigned.operationId);
    const card = await dispatcher.call('jobs.get', { params: { id: first.job.id } });
    expect(card.appointments[0]!.assignments.map(({ technicianId }) => technicianId)).toEqual([ana]);
  });

  test('is refused when they have left since', async () => {
    const company = await makeCompany(database());
    const { ana, second, cancel, undo } = await doubleBooked(company);
    const { operationId } = await cancel(second);
    await leaves(company, ana);
    await expect(undo(operationId)).rejects.toMatchObject(refused);
  });
});
