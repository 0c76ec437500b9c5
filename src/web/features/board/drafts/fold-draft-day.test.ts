import { expect, test } from 'vitest';
import type { AppointmentView } from '#contract/job.ts';
import { type DraftStep, draftMoveOf } from '#domain/schedule/drafts/draft-move.ts';
import { withStep } from '#domain/schedule/drafts/steps.ts';
import { addMinutes } from '#domain/time.ts';
import { indexDay } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from '../day/example-index.ts';
import { isDrafted } from './draft-context.ts';
import { figuresOf } from './draft-figures.ts';
import { foldDraftDay, shownMoves } from './fold-draft-day.ts';
import { happenedSaid, moveLabel, type Named, planSaid } from './rebase-words.ts';

const morning = visit(1, '09:00', '10:00', { assignments: [assigned(11, 1)], windowEnd: utc('10:00') });
const noon = visit(2, '12:00', '13:00', { assignments: [assigned(21, 2)] });
const day = dayOf([morning, noon]);
const named: Named = {
  zone: 'UTC',
  technicianName: (id) => technician(id).name,
  laneName: (id) => `Lane ${id}`,
};

/** The visit at other hours and, when said, given by the first to somebody else. */
function steps(one: AppointmentView, from: string, to: string, other?: number): readonly DraftStep[] {
  const technicians = other ? [{ from: one.assignments[0]!.technicianId, to: other }] : [];
  const move = draftMoveOf(one, { appointmentId: one.id, start: utc(from), end: utc(to), technicians });
  const added = withStep([], move ? [move] : []);
  if (!added.ok) throw new Error(added.refusal.code);
  return added.value;
}
const live = (changes: Partial<AppointmentView>) => dayOf([{ ...morning, ...changes }, noon]);

test('the day under a draft has the visit at its other place; lanes and visits left alone are the same objects', () => {
  const folded = foldDraftDay(day, steps(morning, '15:00', '16:00', 3));
  const [one, other] = folded.appointments;
  expect(one).toMatchObject({ start: utc('15:00'), assignments: [{ technicianId: 3, status: 'Scheduled' }] });
  expect(other).toBe(noon);
  expect([one, other, morning].map((each) => isDrafted(each!))).toEqual([true, false, false]);
  const before = indexDay(null, day, SETUP);
  const after = indexDay(before, folded, SETUP);
  expect(after.lanes.get(2)).toBe(before.lanes.get(2));
  expect(after.lanes.get(3)?.visits).toEqual([one]);
  expect(foldDraftDay(day, [])).toBe(day);
});

test('taken to another day it is not on this one, and is still published', () => {
  const move = draftMoveOf(morning, {
    appointmentId: 1,
    start: addMinutes(morning.start, 24 * 60),
    end: addMinutes(morning.end, 24 * 60),
    technicians: [],
  });
  const drafted = [{ moves: [move!] }];
  expect(foldDraftDay(day, drafted).appointments).toEqual([noon]);
  expect(shownMoves(day, drafted)[0]?.sent).toMatchObject({ appointmentId: 1, technicians: [] });
  expect(planSaid(shownMoves(day, drafted)[0]!, named)).toMatch(/9:00–10:00 → Sat 21 Nov 9:00–10:00$/);
});

test.each([
  ['nobody changed it', {}, null, '9:00–10:00 → 15:00–16:00, Ana Reyes → Wei Zhang'],
  [
    'somebody else goes now',
    { assignments: [assigned(12, 2)] },
    'Meanwhile given to Sam Kowalski.',
    'Ana Reyes → Wei Zhang',
  ],
  [
    'it is at another time',
    { start: utc('08:00'), end: utc('09:00') },
    'Meanwhile moved to 8:00–9:00.',
    '→ 15:00–16:00',
  ],
  ['somebody is there', { status: 'Working' }, 'Somebody is at work there, or was.', '→ 15:00–16:00'],
  ['the job was canceled', { status: 'Canceled' }, 'The job was canceled.', '→ 15:00–16:00'],
] as const)('told when %s', (_, changes, happened, plan) => {
  const [shown] = shownMoves(live(changes as Partial<AppointmentView>), steps(morning, '15:00', '16:00', 3));
  expect(moveLabel(shown!)).toBe('#1001 Maria Lopez');
  expect(happenedSaid(shown!, named)).toBe(happened);
  expect(planSaid(shown!, named)).toContain(plan);
  expect(shown!.sent === null).toBe(happened !== null);
});

test('parked in a draft it stands in the lane, off everybody, and is published as parked', () => {
  const holdingLanes = [{ id: 71, name: 'Later', active: true, businessUnitId: null }];
  const setup = { ...SETUP, holdingLanes };
  const park = draftMoveOf(morning, {
    appointmentId: 1,
    start: morning.start,
    end: morning.end,
    technicians: [],
    holdingLaneId: 71,
  });
  const drafted = [{ moves: [park!] }];
  const folded = indexDay(null, foldDraftDay(day, drafted), setup);
  expect(folded.holding.get(71)?.visits.map(({ id }) => id)).toEqual([1]);
  expect(folded.lanes.get(1)?.visits).toEqual([]);
  const [shown] = shownMoves(day, drafted);
  expect(shown?.sent).toMatchObject({ technicians: [], holdingLaneId: 71 });
  expect(planSaid(shown!, named)).toBe('9:00–10:00, Ana Reyes → Lane 71');
  // Others sent somebody else meanwhile: theirs stands until the draft’s is kept.
  const [stuck] = shownMoves(live({ assignments: [assigned(12, 2)] }), drafted);
  expect(happenedSaid(stuck!, named)).toBe('Meanwhile given to Sam Kowalski.');
});

test('taken out of its lane or given from it in a draft, and what others did to it there, is said', () => {
  const parked = { ...morning, assignments: [], holdingLaneId: 71 };
  const at = { appointmentId: 1, start: parked.start, end: parked.end };
  const out = draftMoveOf(parked, { ...at, technicians: [], holdingLaneId: null });
  const given = draftMoveOf(parked, { ...at, technicians: [{ from: null, to: 3 }] });
  const [one] = shownMoves(dayOf([parked, noon]), [{ moves: [out!] }]);
  expect(one?.sent).toMatchObject({ technicians: [], holdingLaneId: null });
  expect(planSaid(one!, named)).toBe('9:00–10:00, Lane 71 → the tray');
  const [other] = shownMoves(dayOf([parked, noon]), [{ moves: [given!] }]);
  expect(other?.sent).toEqual({ ...at, technicians: [{ from: null, to: 3 }] });
  expect(planSaid(other!, named)).toBe('9:00–10:00, Lane 71 → Wei Zhang');
  const [stuck] = shownMoves(dayOf([{ ...parked, holdingLaneId: 72 }, noon]), [{ moves: [given!] }]);
  expect(happenedSaid(stuck!, named)).toBe('Meanwhile parked in Lane 72.');
});

test('a visit that is gone is told by its number, and one that is there already is not told at all', () => {
  const drafted = steps(morning, '15:00', '16:00');
  const [gone] = shownMoves(dayOf([noon]), drafted);
  expect(moveLabel(gone!)).toBe('#1001');
  expect(happenedSaid(gone!, named)).toContain('not on this day any more');
  expect(shownMoves(live({ start: utc('15:00'), end: utc('16:00') }), drafted)).toEqual([]);
});

test('the figures of both days: a visit after its window is late, one past the shift is overtime, one nobody has is unplaced', () => {
  const now = utc('08:00');
  const figures = (drafted: readonly DraftStep[]) =>
    figuresOf(indexDay(null, foldDraftDay(day, drafted), SETUP), now);
  expect(figures([])).toMatchObject({ late: 0, overtimeMinutes: 0, unplaced: 0 });
  expect(figures(steps(morning, '16:30', '17:30'))).toMatchObject({ late: 1, overtimeMinutes: 30 });
  const off = draftMoveOf(morning, {
    appointmentId: 1,
    start: morning.start,
    end: morning.end,
    technicians: [{ from: 1, to: null }],
  });
  const without = figures([{ moves: [off!] }]);
  expect(without.unplaced).toBe(1);
  expect(without.driveMinutes).toBeLessThan(figures([]).driveMinutes);
});
