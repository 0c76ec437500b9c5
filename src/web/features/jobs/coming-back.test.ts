import { expect, it } from 'vitest';
import type { AppointmentView, AssignmentView } from '#contract/job.ts';
import { instant } from '#domain/time.ts';
import { exampleAppointment } from '../../data/live/example-board.ts';
import { comingBack } from './coming-back.ts';

const at = (time: string) => instant(`2026-11-20T${time}:00Z`);
const ana: AssignmentView = {
  id: 1,
  technicianId: 1,
  technicianName: 'Ana Reyes',
  status: 'Scheduled',
  paused: false,
  dispatchedOn: null,
  arrivedOn: at('14:05'),
  workStartedOn: at('14:05'),
  pausedOn: at('15:00'),
  resumedOn: null,
  doneOn: null,
  override: null,
};
const visit = (changes: Partial<AppointmentView>) =>
  exampleAppointment({ start: at('14:00'), end: at('16:00'), assignments: [ana], ...changes });
const names = (changes: Partial<AppointmentView>) =>
  comingBack([visit(changes)], at('15:30')).flatMap((one) => one.names);

it('who left to come back is named until a later time is set', () => {
  expect(names({})).toEqual(['Ana Reyes']);
  expect(names({ start: at('20:00'), end: at('22:00') })).toEqual([]);
});

it('who has not begun, is still there, or is done, is not waited for', () => {
  expect(names({ assignments: [{ ...ana, workStartedOn: null }] })).toEqual([]);
  expect(names({ status: 'Working', assignments: [{ ...ana, status: 'Working' }] })).toEqual([]);
  expect(names({ status: 'Done', assignments: [{ ...ana, status: 'Done' }] })).toEqual([]);
});
