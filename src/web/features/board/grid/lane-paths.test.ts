import { expect, it } from 'vitest';
import { scaleOf } from './geometry.ts';
import { lanePaths } from './lane-paths.ts';
import type { GridBar } from './types.ts';

const HOUR = 3_600_000;
const view = {
  start: 0,
  end: 24 * HOUR,
  pxPerHour: 60,
  rowHeight: 40 as const,
  labelWidth: 200,
  snapMinutes: 15,
};
const bar = (worked: GridBar['worked']): GridBar => ({
  id: '1:1',
  appointmentId: 1,
  technicianId: 1,
  start: 9 * HOUR,
  end: 11 * HOUR,
  status: 'done',
  flags: {},
  text: { type: '', customer: '', street: '', number: '' },
  ...(worked ? { worked } : {}),
});
const worked = (of: GridBar['worked'], inView = { start: 0, end: 24 * HOUR }) =>
  lanePaths(scaleOf(view), 40, [], { bars: [bar(of)], tracks: [{ index: 0, of: 1 }] }, inView).worked;

it('the time really worked is a line under the bar of the plan, also where it goes beyond it', () => {
  expect(worked({ start: 10 * HOUR, end: 12 * HOUR })).toBe('M600 36H720');
  expect(worked(undefined)).toBe('');
  expect(worked({ start: 10 * HOUR, end: 12 * HOUR }, { start: 13 * HOUR, end: 24 * HOUR })).toBe('');
});
