import { describe, expect, it } from 'vitest';
import { assigned, utc, visit } from '../day/example-index.ts';
import { searchTray, sortedBy, sortTray, type TrayNames, trayOf } from './tray-items.ts';

const NAMES: TrayNames = {
  jobType: ({ jobTypeId }) => ['', 'No cool', 'Gas leak'][jobTypeId]!,
  zone: ({ zoneId }) => (zoneId === 5 ? 'North' : ''),
};
const NOW = utc('10:00');
const ids = (visits: readonly { id: number }[]) => visits.map(({ id }) => id);

describe('the tabs of the tray', () => {
  it('hold what they say, and a visit may be in two', () => {
    const tray = trayOf(
      [
        visit(1, '11:00', '12:00', { isConfirmed: false }),
        visit(2, '11:00', '12:00', { status: 'Hold' }),
        visit(3, '09:00', '11:00', { assignments: [assigned(30, 1)] }),
        visit(4, '09:00', '10:00', { status: 'Canceled' }),
        visit(5, '09:00', '10:00', { status: 'Done', assignments: [assigned(50, 1)] }),
        visit(6, '14:00', '15:00', { holdingLaneId: 71 }),
        visit(7, '13:00', '14:00', { holdingLaneId: 72, windowStart: utc('12:00'), windowEnd: utc('14:00') }),
        visit(8, '14:00', '15:00', { holdingLaneId: 71, status: 'Canceled' }),
      ],
      NOW,
    );
    expect(Object.entries(tray).map(([tab, visits]) => [tab, ids(visits)])).toEqual([
      // Parked, it waits again once it is promised within two hours.
      ['unassigned', [1, 7]],
      ['holding', [6, 7]],
      ['hold', [2]],
      ['late', [3]],
      ['unconfirmed', [1]],
      ['canceled', [4, 8]],
    ]);
  });
});

describe('the order of the tray', () => {
  const early = visit(1, '14:00', '15:00', {
    windowStart: utc('08:00'),
    windowEnd: utc('16:00'),
    customerName: 'Zimmer',
  });
  const urgent = visit(2, '09:00', '11:00', { priority: 'Urgent', customerName: 'Adams' });
  const north = visit(3, '09:00', '12:30', { zoneId: 5, customerName: 'Miller' });
  const all = [north, urgent, early];
  it('of what is parked is that of the lanes, unless another is asked for', () => {
    expect(sortedBy('holding', 'time')).toBe('start');
    expect(ids(sortTray(all, 'start', NAMES))).toEqual([2, 3, 1]);
    expect([sortedBy('holding', 'zone'), sortedBy('unassigned', 'time')]).toEqual(['zone', 'time']);
  });
  it.each([
    ['time', [1, 2, 3]],
    ['priority', [2, 1, 3]],
    ['customer', [2, 3, 1]],
    ['zone', [1, 2, 3]],
    ['duration', [3, 2, 1]],
  ] as const)('by %s', (sort, order) => expect(ids(sortTray(all, sort, NAMES))).toEqual(order));
});

describe('searching the tray', () => {
  const all = [
    visit(1, '09:00', '10:00', { customerName: 'Maria Lopez', street: '12 Main St' }),
    visit(2, '09:00', '10:00', { jobTypeId: 2, zoneId: 5, customerName: 'Hart Dental' }),
  ];
  it.each([
    ['main lop', [1]],
    ['gas north', [2]],
    ['#1002', [2]],
    ['nobody', []],
    ['  ', [1, 2]],
  ] as const)('“%s” finds %j', (typed, found) => expect(ids(searchTray(all, typed, NAMES))).toEqual(found));
});
