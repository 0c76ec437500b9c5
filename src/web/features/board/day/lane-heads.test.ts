import { expect, it } from 'vitest';
import { indexDay } from './day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from './example-index.ts';
import { headOf } from './lane-heads.ts';

it('the lane of a technician who has left says so, and the guards know it', () => {
  const gone = technician(1, { active: false });
  const visits = [visit(10, '09:00', '10:00', { assignments: [assigned(70, 1)] })];
  const index = indexDay(null, dayOf(visits, [gone, technician(2)]), SETUP);
  const [left, here] = [1, 2].map((id) => index.lanes.get(id)!);
  expect(headOf(left!, index, utc('09:00')).note).toBe('no longer active');
  expect(headOf(here!, index, utc('09:00')).note).toBeNull();
  expect([left!.known.active, here!.known.active]).toEqual([false, true]);
});
