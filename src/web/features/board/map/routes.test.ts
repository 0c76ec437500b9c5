import { describe, expect, test } from 'vitest';
import type { AppointmentView } from '#contract/job.ts';
import { barsOf } from '../day/bars.ts';
import { indexDay } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from '../day/example-index.ts';
import type { GridLane } from '../day/grid-sync.ts';
import { headOf } from '../day/lane-heads.ts';
import { imageOf, marksOf, nextMark } from './marks.ts';
import { legsOf, letterOf, roundsOf } from './routes.ts';

const NEVER = () => false;

function drawn(visits: AppointmentView[]) {
  const index = indexDay(null, dayOf(visits), SETUP);
  const now = utc('06:00');
  const gridLanes = [...index.lanes.values()].map(
    (lane): GridLane => ({
      head: headOf(lane, index, now),
      bars: barsOf(lane, { index, now, isDimmed: NEVER }),
    }),
  );
  return { index, now, gridLanes, rounds: roundsOf(index, gridLanes) };
}

const quincy = { latitude: 42.25, longitude: -71 };
const unknown = { latitude: null, longitude: null };

describe('a round', () => {
  test('begins at home and goes through the visits in the order of the day, with the minutes of each drive', () => {
    const { rounds } = drawn([
      visit(2, '11:00', '12:00', { ...quincy, assignments: [assigned(21, 1)] }),
      visit(1, '09:00', '10:00', { assignments: [assigned(11, 1)] }),
    ]);
    const [ana] = rounds;
    expect(ana!.stops.map(({ visit: { id }, number }) => [number, id])).toEqual([
      [1, 1],
      [2, 2],
    ]);
    const legs = legsOf(ana!);
    expect(legs[0]!.from).toEqual({ lng: -71.05, lat: 42.3 });
    expect(legs.map(({ minutes }) => minutes)).toEqual(ana!.stops.map(({ driveMinutes }) => driveMinutes));
    expect(ana!.driveMinutes).toBe(legs.reduce((sum, { minutes }) => sum + minutes!, 0));
    expect(ana!.driveMinutes).toBeGreaterThan(20);
  });

  test('past a visit whose place nobody knows keeps its number and tells no minutes', () => {
    const { rounds } = drawn([
      visit(1, '09:00', '10:00', { ...unknown, assignments: [assigned(11, 1)] }),
      visit(2, '11:00', '12:00', { ...quincy, assignments: [assigned(21, 1)] }),
    ]);
    const [leg, ...others] = legsOf(rounds[0]!);
    expect([leg!.to, leg!.minutes, others]).toEqual([{ lng: -71, lat: 42.25 }, null, []]);
    expect(rounds[0]!.stops.map(({ number }) => number)).toEqual([1, 2]);
  });

  test('of a closed group is not shown, and the letters follow the rows', () => {
    const { index, gridLanes } = drawn([]);
    const rows = roundsOf(index, [gridLanes[2]!, gridLanes[0]!]);
    expect(rows.map(({ letter, technicianId }) => [letter, technicianId])).toEqual([
      ['A', 3],
      ['B', 1],
    ]);
  });

  test('has a letter, after Z two', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA']);
  });
});

describe('marks', () => {
  const marks = (visits: AppointmentView[]) => {
    const { rounds, now } = drawn(visits);
    const unassigned = visits.filter(({ assignments }) => assignments.length === 0);
    return marksOf({ rounds, unassigned, now, isDimmed: NEVER, due: () => '8–10' });
  };

  test('say whose they are and which in the round; a crew’s visit is one mark, nobody’s says when it is due', () => {
    const all = marks([
      visit(1, '09:00', '10:00', { assignments: [assigned(11, 2), assigned(12, 3)] }),
      visit(2, '11:00', '12:00', quincy),
      visit(3, '13:00', '14:00', unknown),
    ]);
    expect(all.map(({ visit: { id }, look, technicianIds }) => [id, look.label, technicianIds])).toEqual([
      [1, 'B1', [2, 3]],
      [2, '8–10', []],
    ]);
    expect(imageOf(all[1]!)).toBe('mark||scheduled|||8–10');
  });

  test('of one house stand beside each other', () => {
    const all = marks([
      visit(1, '09:00', '10:00'),
      visit(2, '11:00', '12:00'),
      visit(3, '11:00', '12:00', quincy),
    ]);
    expect(all.map(({ aside }) => aside)).toEqual([-15, 15, 0]);
  });

  test('are walked by arrows: the nearest ahead, and nothing behind', () => {
    const others = [
      { id: 1, x: 60, y: 5 },
      { id: 2, x: 40, y: 50 },
      { id: 3, x: -30, y: 0 },
      { id: 4, x: 2, y: 90 },
    ];
    const from = { x: 0, y: 0 };
    expect(nextMark(from, others, 'right')).toBe(1);
    expect(nextMark(from, others, 'left')).toBe(3);
    expect(nextMark(from, others, 'down')).toBe(4);
    expect(nextMark(from, others, 'up')).toBeNull();
  });
});

test('a technician without a known home begins at the first visit', () => {
  const index = indexDay(
    null,
    dayOf([visit(1, '09:00', '10:00', { assignments: [assigned(11, 1)] })], [technician(1, unknown)]),
    SETUP,
  );
  const lane = index.lanes.get(1)!;
  const bars = barsOf(lane, { index, now: utc('06:00'), isDimmed: NEVER });
  const [round] = roundsOf(index, [{ head: headOf(lane, index, utc('06:00')), bars }]);
  expect([round!.home, legsOf(round!)]).toEqual([null, []]);
});
