import { expect, test } from 'vitest';
import { recordPositions } from './mapping.ts';
import { jobPlanner } from './plan-job.ts';

function plans(fields: string, ...rows: string[][]) {
  const headers = fields.split(' ');
  const positions = recordPositions(headers, Object.fromEntries(headers.map((one) => [one, one])));
  const plan = jobPlanner({ positions, columns: headers.length, zone: 'America/New_York' });
  return rows.map((row, index) => plan(index + 2, row));
}
const codes = (plan: { reasons: readonly { code: string }[] } | undefined) =>
  plan?.reasons.map(({ code }) => code);

test('an open job is read on the clock of the zone, with its length and everybody it names', () => {
  const [plan] = plans('externalKey customerKey jobType start duration technician priority summary details', [
    'J1',
    'C1',
    'No cool',
    '11/24/2026 8:00 AM',
    '1:30',
    'Ana Ruiz, Sam King',
    'Emergency',
    'No cool',
    'Attic unit',
  ]);
  expect(plan).toMatchObject({ key: 'J1', reasons: [], summary: 'No cool\nAttic unit' });
  expect(plan!.job).toMatchObject({
    customer: { key: 'C1', name: '' },
    start: '2026-11-24T13:00:00.000Z',
    end: '2026-11-24T14:30:00.000Z',
    technicians: ['Ana Ruiz', 'Sam King'],
    priority: 'Urgent',
    windowStart: null,
  });
});

test('a closed job, one without a time and one that ends before it starts are left out with their reasons', () => {
  const rows = plans(
    'externalKey customerKey jobType status start end',
    ['J1', 'C1', 'No cool', 'Completed', '2026-11-24 08:00', ''],
    ['J2', 'C1', '', 'Scheduled', '', ''],
    ['J3', 'C1', 'No cool', 'Scheduled', '2026-11-24 08:00', '2026-11-24 07:00'],
    ['J4', 'C1', 'No cool', 'Scheduled', '24.11.2026', ''],
  );
  expect(rows.map(codes)).toEqual([
    ['job.closed'],
    ['jobType.unknown', 'start.missing'],
    ['end.before_start'],
    ['start.unreadable'],
  ]);
  expect(rows.every(({ job }) => job === null)).toBe(true);
});

test('the doubled hour of autumn is told, and what was taken', () => {
  const [plan] = plans('externalKey customerKey jobType start', ['J1', 'C1', 'No cool', '2026-11-01 01:30']);
  expect(codes(plan)).toEqual(['time.ambiguous']);
  expect(plan!.job!.start).toBe('2026-11-01T05:30:00.000Z');
});
