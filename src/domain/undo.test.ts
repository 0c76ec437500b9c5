import { describe, expect, test } from 'vitest';
import { addMinutes, instant } from './time.ts';
import { decideUndo, type OperationRecord } from './undo.ts';

const at = instant('2026-11-21T09:00:00Z');
const move: OperationRecord = {
  kind: 'appointment',
  id: 7,
  fields: { start: ['08:00', '10:00'], technicians: [[{ id: 1 }], [{ id: 2 }]] },
};
const records: Record<string, Record<string, unknown>> = {};
const undo = (
  current: Record<string, unknown> | undefined,
  minutesLater = 5,
  operations: readonly OperationRecord[] = [move],
  newer = 0,
) => {
  records['appointment 7'] = current ?? {};
  return decideUndo(
    { at, newer, records: operations },
    (kind, id) => (current ? records[`${kind} ${id}`] : undefined),
    addMinutes(at, minutesLater),
  );
};

describe('undoing one’s own step', () => {
  test('a move is taken back with its technician', () => {
    expect(undo({ start: '10:00', technicians: [{ id: 2 }] })).toEqual({
      ok: true,
      value: [{ kind: 'appointment', id: 7, fields: { start: '08:00', technicians: [{ id: 1 }] } }],
    });
  });

  test('what a colleague wrote into other fields meanwhile is not part of it', () => {
    const decision = undo({ start: '10:00', technicians: [{ id: 2 }], specialInstructions: 'gate 4711' });
    expect(decision.ok && decision.value[0]?.fields).not.toHaveProperty('specialInstructions');
  });

  test('a field a colleague moved on since stands in the way, shown side by side', () => {
    expect(undo({ start: '13:00', technicians: [{ id: 2 }] })).toEqual({
      ok: false,
      refusal: {
        code: 'undo.changed_since',
        params: {
          changed: [{ kind: 'appointment', id: 7, field: 'start', yours: '10:00', theirs: '13:00' }],
        },
      },
    });
  });

  test('fifty steps can be taken back, the one before them no more', () => {
    const current = { start: '10:00', technicians: [{ id: 2 }] };
    expect(undo(current, 5, [move], 49)).toMatchObject({ ok: true });
    expect(undo(current, 5, [move], 50)).toEqual({
      ok: false,
      refusal: { code: 'undo.too_old', params: { at, steps: 50 } },
    });
  });

  test('what a colleague has put back already needs no undoing', () => {
    expect(undo({ start: '08:00', technicians: [{ id: 2 }] })).toEqual({
      ok: true,
      value: [{ kind: 'appointment', id: 7, fields: { technicians: [{ id: 1 }] } }],
    });
    expect(undo({ start: '08:00', technicians: [{ id: 1 }] })).toMatchObject({
      refusal: { code: 'undo.nothing' },
    });
  });

  test.each([
    [24 * 60, true],
    [24 * 60 + 1, false],
  ])('after %d minutes: allowed %s', (minutes, allowed) => {
    const decision = undo({ start: '10:00', technicians: [{ id: 2 }] }, minutes);
    expect(decision.ok).toBe(allowed);
    if (!decision.ok) expect(decision.refusal.code).toBe('undo.too_old');
  });

  test('a record that is gone cannot be restored', () => {
    expect(undo(undefined)).toMatchObject({ refusal: { code: 'undo.not_possible' } });
  });

  test('key order and missing against null make no difference; the order of a list does', () => {
    const record = (fields: OperationRecord['fields']) => [{ kind: 'appointment', id: 7, fields }];
    const held = { reasonId: 1, memo: 'rain' };
    expect(undo({ hold: { memo: 'rain', reasonId: 1 } }, 5, record({ hold: [null, held] })).ok).toBe(true);
    expect(undo({}, 5, record({ memo: ['x', null] })).ok).toBe(true);
    expect(undo({ tags: [2, 1] }, 5, record({ tags: [[], [1, 2]] })).ok).toBe(false);
    expect(undo({ tags: [1] }, 5, record({ tags: [[], { 0: 1 }] })).ok).toBe(false);
  });

  test('a bulk step is undone whole or not at all', () => {
    const second = { ...move, fields: { end: ['1', '2'] } } satisfies OperationRecord;
    const decision = undo({ start: '10:00', technicians: [{ id: 2 }], end: '3' }, 5, [move, second]);
    expect(decision.ok).toBe(false);
  });
});
