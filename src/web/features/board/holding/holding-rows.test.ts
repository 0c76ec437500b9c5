import { expect, test } from 'vitest';
import { indexDay } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from '../day/example-index.ts';
import { clashCount, dueCount, exceptionsOf } from '../day/exceptions.ts';
import { freeMinutes } from '../day/free-hours.ts';
import { loadOf } from '../day/lane-heads.ts';
import { suggestionDay } from '../suggest/suggestion-day.ts';
import { HOLDING_GROUP, holdingRowsMaker, holdingShown } from './holding-rows.ts';

const lane = (id: number, name: string, businessUnitId: number | null = null, active = true) => ({
  id,
  name,
  active,
  businessUnitId,
});
const setup = {
  ...SETUP,
  holdingLanes: [lane(71, 'Later today'), lane(72, 'Plumbing, waits', 2), lane(73, 'Old', null, false)],
};
const now = utc('08:00');
const isDimmed = () => false;
const parked = (id: number, from: string, to: string, holdingLaneId = 71) =>
  visit(id, from, to, { holdingLaneId });

const plain = dayOf([visit(1, '09:00', '10:00', { assignments: [assigned(10, 1)] })], [technician(1)]);
const day = {
  ...plain,
  appointments: [...plain.appointments, parked(2, '13:00', '14:30'), parked(3, '14:00', '15:00')],
};
const index = indexDay(null, day, setup);
const rows = (of = index, isOpen = true) =>
  holdingRowsMaker()(holdingShown(of, {}), isOpen, { index: of, now, isDimmed });

test('lanes stand in a group of their own, with what is parked in them; overlapping is nobody’s trouble', () => {
  expect(rows().map(({ head, bars }) => [head.name, head.detail, bars.map(({ id }) => id)])).toEqual([
    ['Holding', '2 lanes · 2 parked, nobody’s time', []],
    ['Later today', 'Holding lane', ['2:71', '3:71']],
    ['Plumbing, waits', 'Holding lane · Plumbing', []],
  ]);
  const [head] = rows(index, false);
  expect([rows(index, false).length, head?.head.id]).toEqual([1, `group:${HOLDING_GROUP}`]);
  expect(exceptionsOf(day.appointments, [...index.lanes.values()], now).overlap).toEqual([]);
  expect(clashCount([...index.lanes.values()])).toBe(0);
});

test('no lanes, no group', () => {
  expect(rows(indexDay(null, day, SETUP))).toEqual([]);
});

test('a lane out of use is there as long as something stands in it', () => {
  const last = indexDay(null, { ...day, appointments: [parked(4, '09:00', '10:00', 73)] }, setup);
  expect(rows(last).map(({ head }) => [head.name, head.note])).toContainEqual(['Old', 'out of use']);
  expect(index.holding.has(73)).toBe(false);
});

test('the lanes of other units stand aside with their technicians, those of every unit stay', () => {
  expect(holdingShown(index, { bu: [1] }).map(({ lane: { id } }) => id)).toEqual([71]);
  expect(holdingShown(index, { bu: [2] }).map(({ lane: { id } }) => id)).toEqual([71, 72]);
  expect(holdingShown(index, { q: 'PLUMB' }).map(({ lane: { id } }) => id)).toEqual([72]);
});

test('of other units’ work only that of the units shown stands in a lane, as in the tray', () => {
  const [mine] = holdingShown(index, { bu: [1] });
  expect(mine).toBe(index.holding.get(71));
  const both = {
    ...day,
    appointments: [parked(2, '13:00', '14:30'), { ...parked(3, '14:00', '15:00'), businessUnitId: 2 }],
  };
  const [half] = holdingShown(indexDay(null, both, setup), { bu: [1] });
  expect(half?.visits.map(({ id }) => id)).toEqual([2]);
});

test('what is parked takes no time: load, free hours, technicians and suggestions are as without it', () => {
  const without = indexDay(null, plain, setup);
  const [with_, bare] = [index, without].map((of) => [...of.lanes.values()]);
  expect(with_!.map(loadOf)).toEqual(bare!.map(loadOf));
  expect(freeMinutes(with_!, day.start, day.end)).toEqual(freeMinutes(bare!, day.start, day.end));
  expect([...index.lanes.keys()]).toEqual([1]);
  expect(suggestionDay(index, with_!, now)).toEqual(suggestionDay(without, bare!, now));
});

test('a parked visit is left alone until it is due; then it waits like any other', () => {
  const { unassigned } = exceptionsOf(day.appointments, [], utc('11:30'));
  expect(unassigned).toEqual([2]);
  expect(dueCount(day.appointments, utc('10:00'))).toBe(0);
  expect(dueCount(day.appointments, utc('12:30'))).toBe(2);
});

test('a move elsewhere draws no holding lane anew', () => {
  const make = holdingRowsMaker();
  const before = make(holdingShown(index, {}), true, { index, now, isDimmed });
  const moved = indexDay(
    index,
    {
      ...day,
      appointments: day.appointments.map((one) => (one.id === 1 ? { ...one, end: utc('11:00') } : one)),
    },
    setup,
  );
  const after = make(holdingShown(moved, {}), true, { index: moved, now, isDimmed });
  expect(after[1]).toBe(before[1]);
  const parkedAnew = indexDay(moved, { ...day, appointments: [parked(2, '15:00', '16:00')] }, setup);
  expect(make(holdingShown(parkedAnew, {}), true, { index: parkedAnew, now, isDimmed })[1]).not.toBe(
    before[1],
  );
});
