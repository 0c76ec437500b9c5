import { expect, test } from 'vitest';
import { addMinutes } from '../time.ts';
import { at, give, having, makeCard, refusalOf } from './card.fixture.ts';

const booked = makeCard();
const working = having(booked, give.arrive(9));
const paused = having(working, give.pause(9));

test.each([
  ['dispatched', booked, give.dispatch(10)],
  ['arrived', booked, give.arrive(10)],
  ['paused', working, give.pause(10)],
  ['resumed', paused, give.resumeWork(10)],
  ['left', working, give.leave(10)],
  ['left to come back', working, give.leaveForNow(10)],
  ['completed', working, give.complete(10)],
] as const)(
  'nothing is said to be %s in the future, though clocks may differ by five minutes',
  (_, card, command) => {
    const on = (minutes: number) => refusalOf(card, command, { now: addMinutes(at(10), -minutes) });
    expect([on(0), on(5), on(6), on(5 * 365 * 24 * 60)]).toEqual([
      'allowed',
      'allowed',
      'job.time_in_future',
      'job.time_in_future',
    ]);
  },
);

test('calling somebody back stamps nothing', () => {
  const sent = having(booked, give.dispatch(7));
  expect(refusalOf(sent, give.cancelDispatch(), { now: at(7) })).toBe('allowed');
});

test.each([
  ['dispatched', booked, give.dispatch],
  ['arrived', booked, give.arrive],
  ['completed', booked, give.complete],
] as const)('nothing is said to be %s more than 31 days before the job was booked', (_, card, command) => {
  const bookedLater = (days: number, minutes = 0) => ({
    ...card,
    job: { ...card.job, bookedOn: addMinutes(at(10), days * 24 * 60 + minutes) },
  });
  const on = (days: number, minutes = 0) => refusalOf(bookedLater(days, minutes), command(10));
  expect([on(0), on(1), on(31), on(31, 1), on(5 * 365)]).toEqual([
    'allowed',
    'allowed',
    'allowed',
    'job.time_long_before_booking',
    'job.time_long_before_booking',
  ]);
});

test('a job is not completed before the technician came', () => {
  expect(refusalOf(having(booked, give.arrive(9)), give.complete(8))).toBe('job.completed_before_arrival');
});
