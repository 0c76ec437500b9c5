import { expect, test } from 'vitest';
import { cellOf } from '#domain/schedule/road-times.ts';
import { travelMinutes } from '#domain/schedule/travel.ts';
import { mergeDays } from '../../../data/board-week.ts';
import { arrangedDayOf } from '../arrange/arranged-day-of.ts';
import { figuresOf } from '../drafts/draft-figures.ts';
import { planDay } from '../plan/plan-day.ts';
import { previewMove } from '../preview/preview.ts';
import { previewWords } from '../preview/preview-text.ts';
import { suggestionDay } from '../suggest/suggestion-day.ts';
import { barsOf } from './bars.ts';
import { indexDay } from './day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from './example-index.ts';
import { onDayOf } from './on-day-of.ts';

const OFFICE = { latitude: 42.3, longitude: -71.05 };
const HARBOR = { latitude: 42.35, longitude: -71.02 };
const FARM = { latitude: 42.4, longitude: -71.2 };
const roads = [{ cells: [OFFICE, HARBOR].map(cellOf), minutes: [null, 55, 35, null] }];
const now = utc('06:00');

/** Ana is at the office until ten and then at the harbor; the farm is with nobody. */
const day = {
  ...dayOf(
    [
      visit(1, '09:00', '10:00', { ...OFFICE, assignments: [assigned(10, 1)] }),
      visit(2, '10:30', '11:00', { ...HARBOR, assignments: [assigned(20, 1)] }),
      visit(3, '15:00', '16:00', { ...FARM, assignments: [] }),
      visit(4, '15:00', '16:00', { ...HARBOR, assignments: [] }),
    ],
    [technician(1, OFFICE), technician(2, OFFICE)],
  ),
  roads,
};
const index = indexDay(null, day, SETUP);
const move = (id: number, to: number, start: string, end: string) =>
  previewMove(index, {
    command: 'appointments.reassign',
    input: { id, fromTechnicianId: null, toTechnicianId: to, start: utc(start), end: utc(end) },
  })!;
const words = (...asked: Parameters<typeof move>) =>
  previewWords(index, move(...asked), { zone: 'UTC', technicianName: () => 'Ana' }).lines.join('; ');

test('the preview says what the road map says, and “about” where it does not know the drive', () => {
  expect(words(4, 1, '08:30', '09:00')).toContain('35 min drive, but only 0 min between');
  expect(words(4, 1, '11:30', '12:00')).not.toContain('about');
  expect(words(3, 1, '11:10', '11:40')).toMatch(/About \d+ min drive, but only 10 min between/);
  expect(words(3, 1, '14:00', '15:00')).toMatch(/travel about \d+ min before/);
});

test('bars, arrangements, suggestions, plans, figures and a day of the week count with the same drive', () => {
  const lane = index.lanes.get(1)!;
  const [, harbor] = barsOf(lane, { index, now, isDimmed: () => false });
  expect(harbor?.travelMinutes).toBe(55);
  expect(arrangedDayOf(index, now).minutesFrom(HARBOR, OFFICE)).toBe(35);
  for (const asked of [suggestionDay(index, [lane], now), planDay(index, [lane], [], now)])
    expect(travelMinutes(OFFICE, HARBOR, asked.travel!)).toMatchObject({ minutes: 55, isByRoad: true });
  expect(figuresOf(index, now).driveMinutes).toBe(55);
  const week = indexDay(null, mergeDays([day, { ...day, roads: [], appointments: [] }]), SETUP);
  expect(travelMinutes(OFFICE, HARBOR, week.travel).minutes).toBe(55);
  expect(travelMinutes(OFFICE, HARBOR, onDayOf(week, utc('09:00')).travel).minutes).toBe(55);
});

test('what a road map says meanwhile is counted with, though nothing else on the board has changed', () => {
  const before = indexDay(null, { ...day, roads: [] }, SETUP);
  expect(figuresOf(before, now).driveMinutes).toBeLessThan(30);
  const after = indexDay(before, { ...before.day, roads }, SETUP);
  expect(after.lanes.get(1)).toBe(before.lanes.get(1));
  expect(figuresOf(after, now).driveMinutes).toBe(55);
  expect(indexDay(after, { ...after.day }, SETUP).travel).toBe(after.travel);
});

test('a company’s own speed counts where no road map says it', () => {
  const drives = { detourFactor: 2.6, kmPerHour: 20, unknownMinutes: 45 };
  const slow = indexDay(index, { ...day, drives }, SETUP).travel;
  expect(travelMinutes(OFFICE, HARBOR, slow).minutes).toBe(55);
  const usual = travelMinutes(OFFICE, FARM, index.travel).minutes;
  expect(travelMinutes(OFFICE, FARM, slow).minutes).toBeGreaterThan(3.8 * usual);
  expect(travelMinutes(OFFICE, { latitude: null, longitude: null }, slow).minutes).toBe(45);
});
