import { expect, test } from 'vitest';
import type { AppointmentView } from '#contract/job.ts';
import { instant } from '#domain/time.ts';
import { busyBarsOf } from './busy-bars.ts';

const at = (time: string) => instant(`2026-11-21T${time}:00Z`);
const assignment = { id: 70, technicianId: 11, doneOn: null, override: null };
/** Only what the bars are made of. */
const visit = (changes: object = {}, ...assignments: object[]) =>
  ({
    id: 7,
    start: at('14:00'),
    end: at('16:00'),
    status: 'Scheduled',
    active: true,
    assignments: assignments.map((one) => ({ ...assignment, ...one })),
    ...changes,
  }) as unknown as AppointmentView;

test('a technician of another unit who was done early is shown busy until then, not to the planned end', () => {
  const bars = busyBarsOf(visit({ status: 'Done' }, { doneOn: at('14:40') }));
  expect(bars).toEqual([
    { id: 70, appointmentId: 7, technicianId: 11, start: at('14:00'), end: at('14:40') },
  ]);
});

test('who was done before it began is not shown busy; the colleague beside is', () => {
  const bars = busyBarsOf(visit({}, { doneOn: at('13:50') }, { id: 71, technicianId: 12 }));
  expect(bars.map(({ technicianId, end }) => [technicianId, end])).toEqual([[12, at('16:00')]]);
});

test.each([
  ['on hold', { status: 'Hold' }],
  ['canceled', { status: 'Canceled' }],
  ['not needed', { status: 'Unused' }],
  ['deleted', { active: false }],
])('a visit that is %s keeps nobody busy', (_, changes) => {
  expect(busyBarsOf(visit(changes, {}))).toEqual([]);
});
