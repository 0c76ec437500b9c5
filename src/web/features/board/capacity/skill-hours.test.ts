import { expect, it } from 'vitest';
import { indexDay } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from '../day/example-index.ts';
import { hourColumns, shortBy, skillRows } from './skill-hours.ts';

const SETUP_OF_TWO = { ...SETUP, skills: [...SETUP.skills, { id: 8, name: 'Cooling', active: true }] };
const at = (from: string, to: string) => [
  { id: 1, version: 1, technicianId: 1, start: utc(from), end: utc(to), externalKey: null, active: true },
];

function board(now = '08:00') {
  const technicians = [
    technician(1, { skillIds: [7], shifts: at('08:00', '10:00') }),
    technician(2, { skillIds: [8], shifts: at('08:00', '12:00') }),
  ];
  const day = dayOf(
    [
      visit(1, '08:00', '09:00', { assignments: [assigned(11, 1)] }),
      visit(2, '09:00', '12:00', { jobTypeId: 2, assignments: [] }),
    ],
    technicians,
  );
  const index = indexDay(null, day, SETUP_OF_TWO);
  const lanes = [...index.lanes.values()];
  const columns = hourColumns(lanes, index.day);
  return { columns, rows: skillRows(index, lanes, [...index.visits.values()], columns, utc(now)) };
}

it('the hours are those somebody is at work in', () => {
  expect(board().columns.map(({ start }) => start)).toEqual(
    ['08:00', '09:00', '10:00', '11:00'].map((clock) => utc(clock)),
  );
});

it('each skill says who is free in which hour, and tells nobody free from nobody at work', () => {
  const gas = board().rows.find(({ skillId }) => skillId === 7)!;
  expect(gas.cells).toEqual([
    { free: 0, technicians: 0, onShift: 60 },
    { free: 60, technicians: 1, onShift: 60 },
    { free: 0, technicians: 0, onShift: 0 },
    { free: 0, technicians: 0, onShift: 0 },
  ]);
});

it('the skill that waiting visits need more of than is left comes first, and says by how much', () => {
  const { rows } = board();
  expect(rows.map(({ skillId }) => skillId)).toEqual([null, 7, 8]);
  const [all, gas, cooling] = rows as [(typeof rows)[0], (typeof rows)[0], (typeof rows)[0]];
  expect(gas).toMatchObject({ technicians: 1, left: 60, waiting: { visits: 1, minutes: 180 } });
  expect([shortBy(all), shortBy(gas), shortBy(cooling)]).toEqual([0, 120, 0]);
});

it('what is gone of the day is not left', () => {
  const gas = board('09:30').rows.find(({ skillId }) => skillId === 7)!;
  expect(gas.left).toBe(30);
});
