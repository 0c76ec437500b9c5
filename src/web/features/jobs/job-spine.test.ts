import { describe, expect, it } from 'vitest';
import type { AppointmentView, AssignmentView, JobCardView, JobView } from '#contract/job.ts';
import { instant } from '#domain/time.ts';
import { exampleAppointment, exampleJob } from '../../data/live/example-board.ts';
import { jobSpine, nextVisit } from './job-spine.ts';

const at = (time: string) => instant(`2026-11-20T${time}:00Z`);
const working: AssignmentView = {
  id: 1,
  technicianId: 1,
  technicianName: 'Ana Reyes',
  status: 'Working',
  paused: false,
  dispatchedOn: at('13:00'),
  arrivedOn: at('13:30'),
  workStartedOn: at('13:30'),
  pausedOn: null,
  resumedOn: null,
  doneOn: null,
  override: null,
};
const reason = {
  reasonId: 1,
  code: null,
  reason: 'Waiting for parts',
  memo: 'motor',
  by: 2,
  byName: 'Jo Park',
  at: at('15:00'),
};

function spine(job: Partial<JobView>, visits: Partial<AppointmentView>[] = [{}], viewerZone?: string) {
  const card: JobCardView = {
    job: exampleJob({ bookedOn: at('12:00'), ...job }),
    appointments: visits.map((visit, index) =>
      exampleAppointment({ id: 10 + index, start: at('14:00'), end: at('16:00'), ...visit }),
    ),
    invoice: { id: 5, number: 1042, syncStatus: 'Pending', totalCents: 0, currency: 'USD' },
  };
  return jobSpine({ card, bookedBy: 'Mia Tran', zone: 'America/New_York', viewerZone });
}
const states = (steps: ReturnType<typeof spine>) => steps.map(({ label, state }) => `${label} ${state}`);

it('a booked job says when, by whom, and for when', () => {
  const steps = spine({});
  expect(states(steps)).toEqual([
    'Booked done',
    'Scheduled part',
    'Dispatched todo',
    'In progress todo',
    'Completed todo',
  ]);
  expect(steps[0]?.detail).toBe('Fri 20 Nov 7:00, Mia Tran');
  expect(steps[1]?.detail).toBe('Fri 20 Nov 9:00–11:00');
});

it('every time says its zone to a viewer whose board is in another one', () => {
  const steps = spine({ completedOn: at('17:00'), status: 'Completed' }, [{}], 'America/Chicago');
  expect(steps[0]?.detail).toBe('Fri 20 Nov 7:00 EST, Mia Tran');
  expect(steps[1]?.detail).toBe('Fri 20 Nov 9:00–11:00 EST');
  expect(steps[4]?.detail).toBe('Fri 20 Nov 12:00 EST');
});

it('stamps date the steps that are behind', () => {
  const steps = spine({ status: 'InProgress' }, [{ status: 'Working', assignments: [working] }]);
  expect(states(steps).slice(2)).toEqual(['Dispatched done', 'In progress part', 'Completed todo']);
  expect(steps[2]?.detail).toBe('Fri 20 Nov 8:00');
});

it('a completed job that nobody dispatched does not pretend that somebody was', () => {
  const steps = spine({ status: 'Completed', completedOn: at('17:00') }, [{ status: 'Unused' }]);
  expect(states(steps)).toEqual([
    'Booked done',
    'Scheduled done',
    'Dispatched todo',
    'In progress todo',
    'Completed done',
  ]);
});

describe('what stopped a job stands in the line, with reason, person and time', () => {
  it('hold, with the way on still to see', () => {
    const steps = spine({ status: 'Hold', hold: reason });
    expect(states(steps).slice(-2)).toEqual(['On hold part', 'Completed todo']);
    expect(steps.at(-2)?.detail).toBe('Waiting for parts, Jo Park, Fri 20 Nov 10:00');
  });
  it('a hold that was given to the only visit', () => {
    expect(spine({ status: 'Hold' }, [{ status: 'Hold', hold: reason }]).at(-2)?.detail).toMatch(
      /^Waiting for parts/,
    );
  });
  it('a booking that was undone, which nobody chose a reason for', () => {
    const canceled = { ...reason, reasonId: null, reason: '', code: 'booking.undone', memo: '' } as const;
    expect(spine({ status: 'Canceled', canceled }).at(-1)?.detail).toBe(
      'Booking undone, Jo Park, Fri 20 Nov 10:00',
    );
  });
  it('cancellation, and no step after it', () => {
    expect(states(spine({ status: 'Canceled', canceled: reason }))).toEqual([
      'Booked done',
      'Scheduled done',
      'Canceled part',
    ]);
  });
});

it('the visit that counts is the next one that is not over, else the last', () => {
  const done = exampleAppointment({ id: 1, status: 'Done', start: at('08:00') });
  const later = exampleAppointment({ id: 2, start: at('18:00') });
  const sooner = exampleAppointment({ id: 3, start: at('16:00') });
  expect(nextVisit([done, later, sooner])?.id).toBe(3);
  expect(nextVisit([done])?.id).toBe(1);
  expect(nextVisit([])).toBeUndefined();
});
