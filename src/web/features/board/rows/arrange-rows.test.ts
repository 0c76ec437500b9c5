import { describe, expect, it } from 'vitest';
import { indexDay } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from '../day/example-index.ts';
import { firstFree, groupsOf, headOfGroup, orderOf, withHeads } from './arrange-rows.ts';

const named = (id: number, name: string, team: string) => ({
  id,
  name,
  active: true,
  businessUnitId: 1,
  team,
  skillIds: [],
  zoneIds: [],
});
const setup = {
  ...SETUP,
  technicians: [named(1, 'Ana', 'Service'), named(2, 'Sam', ''), named(3, 'Wei', 'Installers')],
};
const day = dayOf(
  [
    visit(1, '08:00', '12:00', { assignments: [assigned(10, 1)] }),
    visit(2, '08:00', '08:45', { assignments: [assigned(20, 3)] }),
    visit(3, '09:00', '10:00', { assignments: [assigned(30, 3)] }),
  ],
  [
    technician(1, { zoneIds: [6, 5] }),
    technician(2, { shifts: [] }),
    technician(3, { businessUnitId: 2, zoneIds: [5] }),
  ],
);
const index = indexDay(null, day, setup);
const lanes = [...index.lanes.values()];
const names = (by: 'unit' | 'zone' | 'team') =>
  groupsOf(lanes, index, by).map((group) => [group.name, group.lanes.map(({ technician: { id } }) => id)]);

describe('technicians in groups', () => {
  it.each([
    [
      'unit',
      [
        ['HVAC', [1, 2]],
        ['Plumbing', [3]],
      ],
    ],
    // Somebody of two zones stands in the first of theirs; who has none works anywhere, and stands last.
    [
      'zone',
      [
        ['North', [3]],
        ['South', [1]],
        ['Every zone', [2]],
      ],
    ],
    [
      'team',
      [
        ['Installers', [3]],
        ['Service', [1]],
        ['No team', [2]],
      ],
    ],
  ] as const)('by %s', (by, groups) => expect(names(by)).toEqual(groups));

  it('have a head that counts them and their free hours, from now on', () => {
    const [hvac] = groupsOf(lanes, index, 'unit');
    expect(headOfGroup(hvac!, index, utc('06:00'), true)).toMatchObject({
      id: 'group:1',
      name: 'HVAC',
      detail: '2 technicians · 5 h free',
      group: { isOpen: true },
    });
    expect(headOfGroup(hvac!, index, utc('15:20'), true).detail).toBe('2 technicians · 2 h free');
  });

  it('show what is open; a head nothing has changed of is the same object again', () => {
    const groups = groupsOf(lanes, index, 'unit');
    const drawn = lanes.map(({ technician: { id } }) => ({ head: { id } as never, bars: [] }));
    const rows = withHeads(groups, drawn, index, utc('06:00'), ['1'], []);
    expect(rows.map(({ head }) => head.id)).toEqual(['group:1', 'group:2', 3]);
    const again = withHeads(groups, drawn, index, utc('06:00'), [], rows);
    expect(again.map(({ head }) => head.id)).toEqual(['group:1', 1, 2, 'group:2', 3]);
    expect([again[0] === rows[0], again[3] === rows[1]]).toEqual([false, true]);
  });
});

describe('technicians in order', () => {
  it.each([
    ['name', [1, 2, 3]],
    ['load', [3, 1, 2]],
    ['free', [3, 1, 2]],
  ] as const)('by %s, who does not work last', (order, ids) =>
    expect(orderOf(lanes, order, utc('00:00'))).toEqual(ids),
  );

  it('is free first when half an hour is', () => {
    const lane = (id: number) => index.lanes.get(id)!;
    expect(firstFree(lane(1), utc('00:00'))).toBe(utc('12:00'));
    // A quarter before nine is too short.
    expect(firstFree(lane(3), utc('00:00'))).toBe(utc('10:00'));
    expect(firstFree(lane(3), utc('14:10'))).toBe(utc('14:10'));
    expect(firstFree(lane(3), utc('16:40'))).toBeNull();
    expect(firstFree(lane(2), utc('00:00'))).toBeNull();
  });
});
