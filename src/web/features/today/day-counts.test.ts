import { describe, expect, it } from 'vitest';
import { at, exampleAppointment, exampleDay } from '../../data/live/example-board.ts';
import { countDay, visitsThatNeedSomebody } from './day-counts.ts';

const someone = [
  {
    id: 1,
    technicianId: 1,
    technicianName: 'Ana',
    status: 'Scheduled' as const,
    paused: false,
    dispatchedOn: null,
    arrivedOn: null,
    workStartedOn: null,
    pausedOn: null,
    resumedOn: null,
    doneOn: null,
    override: null,
  },
];
const visits = [
  exampleAppointment({
    id: 1,
    jobId: 1,
    start: at('08:00'),
    end: at('09:00'),
    windowEnd: at('10:00'),
    assignments: someone,
  }),
  exampleAppointment({ id: 2, jobId: 1, start: at('15:00') }),
  exampleAppointment({
    id: 3,
    jobId: 2,
    status: 'Working',
    start: at('10:00'),
    end: at('11:00'),
    assignments: someone,
    isConfirmed: true,
  }),
  exampleAppointment({ id: 4, jobId: 3, status: 'Canceled' }),
  exampleAppointment({ id: 5, jobId: 4, status: 'Hold' }),
];
const day = exampleDay({ appointments: visits });

describe('the numbers of a day', () => {
  it('count jobs once, and nothing that is canceled', () => {
    expect(countDay(day, at('09:30'))).toEqual({
      jobs: 3,
      unassigned: 1,
      late: 0,
      unconfirmed: 2,
      working: 1,
      done: 0,
    });
  });
  it('call a visit late when its window has ended without anybody there, or the work runs over', () => {
    expect(countDay(day, at('10:30')).late).toBe(1);
    expect(countDay(day, at('11:30')).late).toBe(2);
  });
  it('put the longest late first, then those nobody goes to', () => {
    expect(visitsThatNeedSomebody(day, at('11:30')).map(({ id }) => id)).toEqual([1, 3, 2]);
  });
});
