import { expect, it } from 'vitest';
import { ProblemError } from '#contract/problem.ts';
import { proposePlan } from '#domain/schedule/plans/propose.ts';
import { visitMovesOf } from '#domain/schedule/plans/visit-moves.ts';
import { indexDay } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from '../day/example-index.ts';
import { planDay } from './plan-day.ts';
import {
  causeWords,
  moveWords,
  planSaid,
  publishedSaid,
  publishWords,
  stuckWords,
  unplacedWords,
} from './plan-words.ts';
import { refusalsOf } from './refusals.ts';

const [ANA, SAM] = [1, 2];
const window = (from: string, to: string) => ({ windowStart: utc(from), windowEnd: utc(to) });

function planned() {
  const sent = assigned(30, ANA, { status: 'Dispatched' });
  const visits = [
    visit(1, '09:00', '10:00', { ...window('09:00', '12:00'), assignments: [assigned(10, ANA)] }),
    visit(2, '13:00', '14:00', {
      ...window('13:00', '13:30'),
      jobTypeId: 2,
      assignments: [assigned(20, ANA)],
    }),
    visit(3, '08:00', '08:30', { status: 'Dispatched', assignments: [sent] }),
    visit(4, '08:00', '10:30', { ...window('08:00', '08:15'), assignments: [assigned(40, SAM)] }),
  ];
  const index = indexDay(null, dayOf(visits, [technician(ANA), technician(SAM, { skillIds: [] })]), SETUP);
  const day = planDay(index, [...index.lanes.values()], [...index.visits.values()], utc('07:00'));
  const absence = { technicianId: ANA, start: utc('07:00'), end: index.day.end };
  const question = {
    absence,
    movable: new Set(index.visits.keys()),
    pinned: new Set<number>(),
    mostOvertimeMinutes: 0,
  };
  let looked = 0;
  return { index, plan: proposePlan(day, question, () => looked++ / 10) };
}

it('a move says from whom and when to whom and when, why, and what it costs', () => {
  const { index, plan } = planned();
  const [move] = plan.moves;
  expect(moveWords(index, move!)).toBe('Ana Reyes 9:00–10:00 → Sam Kowalski 10:30–11:30');
  expect(causeWords(index, index.visits.get(1)!, move!)).toBe('Ana Reyes is out · +0 min drive · in window');
});

it('what nobody takes says what is missing; who is on the way is to be called back first', () => {
  const { index, plan } = planned();
  expect(plan.unplaced.map((one) => unplacedWords(index, one))).toEqual([
    expect.stringMatching(/^Nobody who is free has Gas\. Without it Sam Kowalski could at 13:00/),
  ]);
  expect(plan.stuck.map((one) => stuckWords(index, one, ANA))).toEqual([
    'Ana Reyes is on the way: call them back first, then it can be planned.',
  ]);
  expect(planSaid(plan)).toBe('1 visit to move, 1 taken off without another, 1 left as it is');
  expect(publishedSaid(index, ANA, 2)).toBe('Ana Reyes is out: 2 visits moved');
});

it('the heading and the button count the same: a visit that only loses who is out is a change, too', () => {
  const { index, plan } = planned();
  const said = (part: Partial<typeof plan>) => {
    const shown = { ...plan, moves: [], unplaced: [], stuck: [], ...part };
    const places = { get: (id: number) => ({ ...index.visits.get(id)!, plannedStart: utc('13:00') }) };
    return [planSaid(shown), publishWords(visitMovesOf(shown, places).length)];
  };
  const waiting = plan.unplaced.map((one) => ({ ...one, from: null }));
  expect(said({ unplaced: [...plan.unplaced, ...waiting] })).toEqual([
    '1 visit taken off without another, 1 left as it is',
    'Publish 1 change',
  ]);
  expect(said(plan)).toEqual([
    '1 visit to move, 1 taken off without another, 1 left as it is',
    'Publish 2 changes',
  ]);
  expect(said({ unplaced: waiting, stuck: plan.stuck })).toEqual([
    'Nothing to move, 2 left as they are',
    'Publish',
  ]);
  expect(said({})).toEqual(['Nothing to move', 'Publish']);
});

it('what the server refuses stands under the visit it is about', () => {
  const refusal = {
    code: 'appointment.not_in_status',
    params: { appointmentId: 1, status: 'Working', command: 'reassign' },
  };
  const rows = refusalsOf(
    new ProblemError('bulk.refused', { rows: [{ id: 1, label: '1001-1', refusal }] }),
    {},
  );
  expect([...rows.byVisit.keys()]).toEqual([1]);
  expect(rows.text).toBe('Nothing was published: see below.');
  const stale = refusalsOf(
    new ProblemError('request.stale', { kind: 'appointment', id: 4, byName: 'Ben' }),
    {},
  );
  expect(stale.byVisit.get(4)).toBe('Ben changed it in the meantime.');
  expect(stale.text).toMatch(/Work the plan out again/);
});
