import { expect, it } from 'vitest';
import type { SetupRecord } from '#contract/setup-record.ts';
import { instant } from '#domain/time.ts';
import { windowsCrossed } from './crossing-window.ts';

const values = (name: string, from: number, until: number, more: object = {}) => ({
  name,
  businessUnitId: null,
  startMinute: from * 60,
  endMinute: until * 60,
  weekdays: [1, 2, 3, 4, 5],
  externalKey: null,
  ...more,
});
const record = (id: number, ...of: Parameters<typeof values>): SetupRecord => ({
  id,
  version: 1,
  active: true,
  modifiedOn: instant('2026-11-20T12:00:00Z'),
  values: values(...of),
});
const morning = record(1, 'Morning', 8, 12);
const list = [morning, record(2, 'Afternoon', 12, 16), { ...record(3, 'Old', 9, 17), active: false }];
const crossed = (of: ReturnType<typeof values>, before: SetupRecord | null = null) =>
  windowsCrossed('arrivalWindow', before, of, list);

it('a window across the ends of others is told with whom; touching, within another or on other days is none', () => {
  expect(crossed(values('Noon', 11, 13))).toEqual(['Morning', 'Afternoon']);
  expect(crossed(values('Early', 6, 8))).toEqual([]);
  expect(crossed(values('First half', 8, 10))).toEqual([]);
  expect(crossed(values('Weekend', 11, 13, { weekdays: [0, 6] }))).toEqual([]);
  expect(crossed(values('Again', 8, 12))).toEqual(['Morning']);
});

it('a new name is nothing new, other times of the same window are; lists of another kind have no windows', () => {
  const noon = record(4, 'Noon', 11, 13);
  expect(crossed(values('Midday', 11, 13), noon)).toEqual([]);
  expect(crossed(values('Noon', 10, 13), noon)).toEqual(['Morning', 'Afternoon']);
  expect(windowsCrossed('tag', null, values('x', 11, 13), list)).toEqual([]);
});
