import { expect, test } from 'vitest';
import { type Instant, instant } from '../time.ts';
import { minutesWorked, type StampKind, workedDays } from './timesheet.ts';

const zone = 'America/New_York';
const at = (text: string): Instant => instant(`${text}:00Z`);
const stamps = (...given: [StampKind, string][]) => given.map(([kind, text]) => ({ kind, at: at(text) }));

test('travel is from dispatch to arrival, work from there to leaving', () => {
  const day = stamps(
    ['Dispatched', '2026-11-20T13:00'],
    ['Arrived', '2026-11-20T13:25'],
    ['WorkStarted', '2026-11-20T13:25'],
    ['Done', '2026-11-20T15:00'],
  );
  expect(minutesWorked({ stamps: day, until: null })).toEqual({ travelMinutes: 25, workMinutes: 95 });
});

test('who arrives without being sent has travelled nothing that is known', () => {
  const day = stamps(
    ['Arrived', '2026-11-20T13:00'],
    ['WorkStarted', '2026-11-20T13:00'],
    ['Done', '2026-11-20T14:00'],
  );
  expect(minutesWorked({ stamps: day, until: null })).toEqual({ travelMinutes: 0, workMinutes: 60 });
});

test('a pause takes no time, and work over three days counts on each of its days', () => {
  const job = stamps(
    ['Dispatched', '2026-11-18T13:00'],
    ['Arrived', '2026-11-18T13:30'],
    ['WorkStarted', '2026-11-18T13:30'],
    ['Paused', '2026-11-18T17:00'],
    ['Resumed', '2026-11-18T18:00'],
    ['Paused', '2026-11-18T21:30'],
    ['Resumed', '2026-11-19T13:00'],
    ['Paused', '2026-11-19T21:00'],
    ['Dispatched', '2026-11-20T12:40'],
    ['Arrived', '2026-11-20T13:00'],
    ['Resumed', '2026-11-20T13:00'],
    ['Done', '2026-11-20T15:00'],
  );
  expect(workedDays({ stamps: job, until: null }, zone)).toMatchObject([
    { day: '2026-11-18', travelMinutes: 30, workMinutes: 420 },
    { day: '2026-11-19', travelMinutes: 0, workMinutes: 480 },
    { day: '2026-11-20', travelMinutes: 20, workMinutes: 120 },
  ]);
});

test('work over midnight is split where the day ends at the place, and over a change of the clocks by real time', () => {
  const night = stamps(['WorkStarted', '2026-11-01T03:00'], ['Done', '2026-11-01T07:00']);
  expect(workedDays({ stamps: night, until: null }, zone)).toMatchObject([
    { day: '2026-10-31', workMinutes: 60 },
    { day: '2026-11-01', workMinutes: 180 },
  ]);
});

test('what goes on counts up to now and says so; what is over without an end counts nothing', () => {
  const begun = stamps(
    ['Dispatched', '2026-11-20T13:00'],
    ['Arrived', '2026-11-20T13:30'],
    ['WorkStarted', '2026-11-20T13:30'],
  );
  const running = workedDays({ stamps: begun, until: at('2026-11-20T14:00') }, zone);
  expect(running).toMatchObject([{ travelMinutes: 30, workMinutes: 30, isRunning: true }]);
  expect(minutesWorked({ stamps: begun, until: null }).workMinutes).toBe(0);
  const sent = stamps(['Dispatched', '2026-11-20T13:00']);
  expect(workedDays({ stamps: sent, until: null }, zone)).toEqual([]);
});

test('a pause that ended in the instant it began is none', () => {
  const day = stamps(
    ['WorkStarted', '2026-11-20T13:00'],
    ['Paused', '2026-11-20T14:00'],
    ['Resumed', '2026-11-20T14:00'],
    ['Done', '2026-11-20T15:00'],
  );
  expect(minutesWorked({ stamps: day, until: null }).workMinutes).toBe(120);
});
