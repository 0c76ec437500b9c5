import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import {
  at,
  cardOf,
  day,
  expectedOf,
  list,
  moved,
  redo,
  startOf,
  undo,
} from '#testing/steps/undo-and-redo.ts';

eachEngine('redo', (database) => {
  test('what one undid last is done again, and undone again, as often as one likes', async () => {
    const { dispatcher, card } = await day(await makeCompany(database()));
    const before = await startOf(dispatcher, card);
    const { operationId } = await moved(dispatcher, card, at('18:00'), at('20:00'));
    for (let round = 0; round < 3; round++) {
      expect((await undo(dispatcher)).undoneOperationId).toBe(operationId);
      expect(await startOf(dispatcher, card)).toBe(before);
      expect(await redo(dispatcher)).toMatchObject({
        redoneOperationId: operationId,
        verb: 'appointment.rescheduled',
      });
      expect(await startOf(dispatcher, card)).toBe(at('18:00'));
    }
    const { entries } = await dispatcher.call('history.get', {
      params: { kind: 'appointment', id: card.appointments[0]!.id },
    });
    expect(entries.slice(0, 2).map(({ verb }) => verb)).toEqual(['operation.done-again', 'operation.undone']);
  });

  test('several are done again in the order they were made, and one’s list says which', async () => {
    const { dispatcher, card } = await day(await makeCompany(database()));
    const ids: Id[] = [];
    for (const hour of ['18', '19', '20']) {
      ids.push((await moved(dispatcher, card, at(`${hour}:00`), at(`${hour}:30`))).operationId);
    }
    await undo(dispatcher);
    await undo(dispatcher);
    const { items, redoable } = await list(dispatcher);
    expect(items.map(({ id }) => id)).toEqual([ids[0]]);
    expect(redoable.map(({ id }) => id)).toEqual([ids[1], ids[2]]);
    expect(redoable[0]).toMatchObject({
      verb: 'appointment.rescheduled',
      about: { jobNumber: card.job.number },
    });
    await redo(dispatcher);
    expect(await startOf(dispatcher, card)).toBe(at('19:00'));
    await redo(dispatcher);
    expect(await startOf(dispatcher, card)).toBe(at('20:00'));
    await expect(redo(dispatcher)).rejects.toMatchObject({ code: 'redo.nothing' });
    expect((await list(dispatcher)).items.map(({ id }) => id)).toEqual(ids.toReversed());
  });

  test('a new step of one’s own empties the row; a colleague’s does not', async () => {
    const company = await makeCompany(database());
    const { dispatcher, card } = await day(company);
    const other = await company.book({ start: at('12:00'), end: at('13:00') });
    const { operationId } = await moved(dispatcher, card, at('18:00'), at('20:00'));
    await undo(dispatcher);
    await moved(company.person('admin'), other, at('13:00'), at('14:00'));
    expect((await list(dispatcher)).redoable).toHaveLength(1);
    await moved(dispatcher, other, at('21:00'), at('22:00'));
    expect((await list(dispatcher)).redoable).toEqual([]);
    await expect(redo(dispatcher)).rejects.toMatchObject({ code: 'redo.nothing' });
    await expect(redo(dispatcher, operationId)).rejects.toMatchObject({ code: 'redo.nothing' });
    // The new step was undone: what it emptied stays empty, it alone comes back.
    await undo(dispatcher);
    expect((await list(dispatcher)).redoable).toHaveLength(1);
  });

  test('what a colleague has done to the same field since is not written over, but shown side by side', async () => {
    const company = await makeCompany(database());
    const { dispatcher, card } = await day(company);
    const before = await startOf(dispatcher, card);
    await moved(dispatcher, card, at('18:00'), at('20:00'));
    await undo(dispatcher);
    await moved(company.person('admin'), card, at('21:00'), at('23:00'));
    await expect(redo(dispatcher)).rejects.toMatchObject({
      code: 'redo.changed_since',
      params: {
        changed: expect.arrayContaining([
          expect.objectContaining({ field: 'start', yours: before, theirs: at('21:00') }),
        ]),
      },
    });
    expect(await startOf(dispatcher, card)).toBe(at('21:00'));
  });

  test('what a colleague has written into other fields stays', async () => {
    const company = await makeCompany(database());
    const { dispatcher, card } = await day(company);
    await moved(dispatcher, card, at('18:00'), at('20:00'));
    await undo(dispatcher);
    const now = await cardOf(dispatcher, card);
    await company.person('admin').call('appointments.instructions', {
      params: { id: now.appointments[0]!.id },
      body: { expected: expectedOf(now), text: 'Gate 4711' },
    });
    await redo(dispatcher);
    expect((await cardOf(dispatcher, card)).appointments[0]).toMatchObject({
      start: at('18:00'),
      specialInstructions: 'Gate 4711',
    });
  });

  test('time that was taken since is not taken twice', async () => {
    const company = await makeCompany(database());
    const { dispatcher, ana, card } = await day(company);
    await moved(dispatcher, card, at('18:00'), at('20:00'));
    await undo(dispatcher);
    await company.book({ technicianIds: [ana], start: at('19:00'), end: at('21:00') });
    await expect(redo(dispatcher)).rejects.toMatchObject({ code: 'schedule.conflict' });
  });

  test('a move is not done again under somebody who has begun there since', async () => {
    const company = await makeCompany(database());
    const { dispatcher, ana, card } = await day(company);
    await moved(dispatcher, card, at('18:00'), at('20:00'));
    await undo(dispatcher);
    const now = await cardOf(dispatcher, card);
    await company.person('admin').call('appointments.arrive', {
      params: { id: now.appointments[0]!.id },
      body: { expected: expectedOf(now), technicianId: ana },
    });
    await expect(redo(dispatcher)).rejects.toMatchObject({
      code: 'redo.not_possible',
      params: { because: 'appointment.not_in_status', status: 'Working', command: 'reschedule' },
    });
  });

  test('a day later nothing comes back, and a step that stands cannot be done again', async () => {
    const company = await makeCompany(database());
    const { dispatcher, card } = await day(company);
    const { operationId } = await moved(dispatcher, card, at('18:00'), at('20:00'));
    await expect(redo(dispatcher, operationId)).rejects.toMatchObject({ code: 'redo.not_possible' });
    const { operationId: undone } = await undo(dispatcher);
    await expect(undo(dispatcher, undone)).rejects.toMatchObject({ code: 'undo.not_possible' });
    await expect(redo(company.person('admin'), operationId)).rejects.toMatchObject({
      code: 'record.not_found',
    });
    company.clock.advance(24 * 3_600_000 + 60_000);
    expect((await list(dispatcher)).redoable).toEqual([]);
    await expect(redo(dispatcher, operationId)).rejects.toMatchObject({ code: 'redo.too_old' });
  });

  test('who is confined to another unit since is not told of what they undid there', async () => {
    const company = await makeCompany(database());
    const before = company.person('dispatcher');
    const card = await company.book({ businessUnitId: company.otherUnitId });
    const { operationId } = await moved(before, card, at('18:00'), at('20:00'));
    await undo(before);
    const confined = company.person('dispatcher', { units: [company.businessUnitId] });
    expect((await list(confined)).redoable).toEqual([]);
    await expect(redo(confined, operationId)).rejects.toMatchObject({ code: 'record.not_found' });
  });

  test('messages are queued again, those of the undo are called back, and another undo un-sends them', async () => {
    const company = await makeCompany(database());
    const { dispatcher, ana, card } = await day(company);
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(`update company.technicians set phone = '+1 617 555 0100', sms_allowed = true where id = $1`, [
        ana,
      ]),
    );
    await moved(dispatcher, card, at('18:00'), at('20:00'));
    const waiting = () =>
      database().transaction({ tenantId: 'system', readOnly: true }, (tx) =>
        tx.query<{ template: string; status: string }>(
          `select template, status from office.messages where recipient_kind = 'technician' order by id`,
        ),
      );
    const [first] = await waiting();
    expect(first).toEqual({ template: 'appointment.rescheduled', status: 'Held' });
    await undo(dispatcher);
    await redo(dispatcher);
    const held = (await waiting()).filter(({ status }) => status === 'Held');
    expect(held).toEqual([{ template: 'appointment.rescheduled', status: 'Held' }]);
    await undo(dispatcher);
    expect((await waiting()).filter(({ status }) => status === 'Held')).toEqual([]);
  });
});
