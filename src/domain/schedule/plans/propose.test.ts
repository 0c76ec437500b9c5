import { describe, expect, test } from 'vitest';
import { localTime } from '../../time.ts';
import { hour, NEWARK } from '../guards.fixture.ts';
import { dayOf, looks, outAllDay, question, visit } from './plans.fixture.ts';
import { proposePlan } from './propose.ts';
import type { Absence, PlanDay, PlanProposal, PlanQuestion } from './question.ts';
import { visitMovesOf } from './visit-moves.ts';

const [ANA, SAM, WEI] = [1, 2, 3];
const three = [{ id: ANA }, { id: SAM }, { id: WEI }];
const plan = (day: PlanDay, absence: Absence | null = outAllDay(ANA), more: Partial<PlanQuestion> = {}) =>
  proposePlan(day, question(day, absence, more), looks(20));
/** `11 1→2 08:00 absent`. */
const told = ({ moves }: PlanProposal) =>
  moves.map(({ appointmentId, from, to, start, cause }) =>
    [appointmentId, `${from ?? '–'}→${to}`, localTime(start, 'UTC'), cause].join(' '),
  );

describe('somebody is out', () => {
  test('each of their visits goes to somebody who has room, at its own time where it can', () => {
    const day = dayOf(
      [visit(11, 8, 1, [ANA]), visit(12, 10, 1, [ANA]), visit(21, 8, 2, [SAM])],
      three.slice(0, 2),
    );
    const found = plan(day);
    expect(told(found)).toEqual(['11 1→2 10:00 absent', '12 1→2 11:00 absent']);
    expect(found.unplaced).toEqual([]);
    expect(found.before).toMatchObject({ unplaced: 2, moved: 0 });
    expect(found.after).toMatchObject({ unplaced: 0, moved: 2, late: 0, overtimeMinutes: 0 });
  });

  test('whom nobody is out for stays, although another round would be a little shorter', () => {
    const far = { ...NEWARK };
    const day = dayOf(
      [
        visit(11, 8, 1, [ANA]),
        visit(21, 8, 1, [SAM], far),
        visit(22, 12, 1, [SAM]),
        visit(31, 12, 1, [WEI], far),
      ],
      three,
    );
    expect(plan(day).moves.map(({ appointmentId }) => appointmentId)).toEqual([11]);
  });

  test('somebody else makes room where one visit more finds somebody then, and the move says for which', () => {
    const skilled = { skillIds: [7] };
    // Only Sam may take Ana's at eight, and is taken then by what Wei could do as well.
    const day = dayOf(
      [
        visit(11, 8, 2, [ANA], { ...skilled, windowEnd: hour(8) }),
        visit(21, 8, 2, [SAM], { windowEnd: hour(8) }),
      ],
      [{ id: ANA, ...skilled }, { id: SAM, ...skilled }, { id: WEI }],
    );
    const found = plan(day);
    expect(told(found)).toEqual(['11 1→2 08:00 absent', '21 2→3 08:00 room']);
    expect(found.moves[1]!.roomFor).toEqual([11]);
  });

  test('what nobody can take says what would have to give', () => {
    const day = dayOf(
      [
        visit(11, 8, 1, [ANA], { skillIds: [7] }),
        visit(12, 8, 1, [ANA], { windowEnd: hour(8) }),
        visit(21, 8, 9, [SAM]),
      ],
      three.slice(0, 2),
    );
    const { moves, unplaced } = plan(day);
    expect(moves).toEqual([]);
    expect(unplaced).toMatchObject([
      {
        appointmentId: 11,
        from: ANA,
        reason: { kind: 'bound', limits: ['window', 'skills'], missingSkillIds: [7] },
      },
      { appointmentId: 12, from: ANA, reason: { kind: 'bound', limits: ['window'], orElse: ['gaps'] } },
    ]);
  });

  test('overtime only when asked; what only overtime would place says so', () => {
    const late = { windowStart: hour(16), windowEnd: hour(16.25) };
    const day = dayOf([visit(11, 16, 1.5, [ANA], late)], [{ id: ANA }, { id: SAM }]);
    expect(plan(day).unplaced).toMatchObject([{ reason: { kind: 'costs', place: { technicianId: SAM } } }]);
    const asked = plan(day, outAllDay(ANA), { mostOvertimeMinutes: 60 });
    expect(told(asked)).toEqual(['11 1→2 16:00 absent']);
    expect(asked.after.overtimeMinutes).toBe(30);
  });

  test('from noon on only what is left of the day is hit, and nothing is planned into the past', () => {
    const day = dayOf([visit(11, 8, 1, [ANA]), visit(12, 13, 1, [ANA])], three, { now: hour(12) });
    const absence = { technicianId: ANA, start: hour(12), end: hour(24) };
    expect(told(plan(day, absence)).map((one) => one.slice(0, 2))).toEqual(['12']);
    const begun = dayOf([visit(12, 11, 2, [ANA])], three, { now: hour(12) });
    const [move] = plan(begun, absence).moves;
    expect(move!.start >= hour(12)).toBe(true);
  });

  test('who is on the way or at work is told, and stays', () => {
    const sent = visit(11, 8, 1, [ANA], { status: 'Dispatched' });
    const assignments = sent.assignments.map((one) => ({ ...one, status: 'Dispatched' as const }));
    const found = plan(dayOf([{ ...sent, assignments }], three));
    expect(found.moves).toEqual([]);
    expect(found.stuck).toEqual([{ appointmentId: 11, status: 'Dispatched' }]);
  });

  test('of a crew only who is out is replaced, at the time the others come; else the others go alone', () => {
    const day = dayOf([visit(11, 8, 1, [ANA, SAM]), visit(31, 8, 1, [WEI])], three);
    const { unplaced } = plan(day, outAllDay(ANA), { pinned: new Set([31]) });
    expect(unplaced).toMatchObject([{ appointmentId: 11, from: ANA, isCrew: true }]);
    const visits = new Map(day.visits.map((one) => [one.appointmentId, one]));
    expect(visitMovesOf({ moves: [], unplaced }, visits)).toEqual([
      { appointmentId: 11, start: hour(8), end: hour(9), technicians: [{ from: ANA, to: null }] },
    ]);
    const free = plan(dayOf([visit(11, 8, 1, [ANA, SAM])], three));
    expect(free.moves).toMatchObject([{ from: ANA, to: WEI, start: hour(8), isCrew: true }]);
  });

  test('without a window its planned start is the promise; only if nobody has it another time is offered', () => {
    const any = { windowStart: null, windowEnd: null };
    const day = dayOf([visit(11, 9, 1, [ANA], any), visit(21, 8, 1, [SAM])], three.slice(0, 2));
    expect(told(plan(day))).toEqual(['11 1→2 09:00 absent']);
    const busy = dayOf(
      [visit(11, 9, 1, [ANA], any), visit(21, 8, 3, [SAM], { windowEnd: hour(8) })],
      three.slice(0, 2),
    );
    const [move] = plan(busy).moves;
    expect(['07:00', '11:00']).toContain(localTime(move!.start, 'UTC'));
    expect(move!.factors.map(({ kind }) => kind)).toContain('askAgain');
  });

  test('what is pinned stays with who is out, and the rest is planned around it', () => {
    const day = dayOf([visit(11, 8, 1, [ANA]), visit(12, 10, 1, [ANA])], three);
    const found = plan(day, outAllDay(ANA), { pinned: new Set([11]) });
    expect(found.moves.map(({ appointmentId }) => appointmentId)).toEqual([12]);
    expect(found.unplaced).toEqual([]);
  });
});

describe('a day is made better', () => {
  const crossed = () =>
    dayOf(
      [
        visit(11, 8, 1, [ANA]),
        visit(12, 10, 1, [ANA], NEWARK),
        visit(13, 12, 1, [ANA]),
        visit(21, 8, 1, [SAM], NEWARK),
        visit(22, 10, 1, [SAM]),
        visit(23, 12, 1, [SAM], NEWARK),
      ],
      three.slice(0, 2),
    );

  test('two rounds that cross are untangled, with what it saves', () => {
    const found = plan(crossed(), null);
    expect(found.after.driveMinutes).toBeLessThan(found.before.driveMinutes - 60);
    expect(found.moves.every(({ cause }) => cause === 'drive' || cause === 'room')).toBe(true);
    expect(found.after.late).toBe(0);
  });

  test('too little time for a drive is mended, and said', () => {
    const day = dayOf([visit(11, 8, 1, [ANA]), visit(12, 9, 1, [ANA], NEWARK)], [{ id: ANA }]);
    const { moves } = plan(day, null);
    expect(moves).toMatchObject([{ appointmentId: 12, from: ANA, to: ANA, cause: 'tight' }]);
    expect(moves[0]!.start >= hour(9.45)).toBe(true);
    // Whoever is out, nobody asked about that.
    expect(plan(day, outAllDay(SAM)).moves).toEqual([]);
  });

  test('a good day is left alone', () => {
    const day = dayOf(
      [visit(11, 8, 1, [ANA]), visit(12, 10, 1, [ANA]), visit(21, 8, 1, [SAM], NEWARK)],
      three,
    );
    expect(plan(day, null).moves).toEqual([]);
  });

  test('what nobody has yet is planned, too; only what may move does', () => {
    const day = dayOf([visit(11, 8, 1, [ANA]), visit(41, 9, 1, [])], three);
    expect(told(plan(day, null))).toHaveLength(1);
    expect(plan(day, null).after.unplaced).toBe(0);
    expect(plan(day, null, { movable: new Set([11]) }).moves).toEqual([]);
  });
});
