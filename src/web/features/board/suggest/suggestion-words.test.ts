import { describe, expect, it } from 'vitest';
import { binding, whyNot } from '#domain/schedule/suggestions/binding.ts';
import { suggest } from '#domain/schedule/suggestions/suggest.ts';
import { indexDay } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from '../day/example-index.ts';
import { hintFor } from '../tray/tray-hint.ts';
import { laneFacts, suggestionDay, wantedVisit } from './suggestion-day.ts';
import { boundWords, rowNotes, whyNotWords } from './suggestion-words.ts';

const WINDOW = { windowStart: utc('08:00'), windowEnd: utc('10:00') };
const wanted = visit(1, '08:00', '09:30', WINDOW);
const taken = (id: number, from: string, to: string, technicianId: number) =>
  visit(id, from, to, { assignments: [assigned(id * 10, technicianId)] });

function asked(visits = [wanted], technicians = [technician(1), technician(2)], clock = '07:00') {
  const now = utc(clock);
  const index = indexDay(null, dayOf(visits, technicians), SETUP);
  const lanes = [...index.lanes.values()];
  const [one] = visits;
  return {
    index,
    now,
    lanes,
    one: one!,
    day: suggestionDay(index, lanes, now),
    facts: wantedVisit(index, one!),
  };
}

describe('a suggestion in one line', () => {
  it('says who, when and what is to be known', () => {
    const { index, day, facts } = asked();
    const [first] = suggest(day, facts);
    expect(rowNotes(wanted, first!)).toBe('+11 min drive · in window');
    expect(hintFor(index, wanted, day)).toBe('Ana Reyes 8:00, +11 min drive');
  });

  it('says late, overtime, and that the customer has to be asked', () => {
    const { index, day } = asked([wanted, taken(2, '08:00', '10:30', 1)], [technician(1)]);
    expect(hintFor(index, wanted, day)).toBe('Ana Reyes 10:30, +0 min drive, 30 min late, ask the customer');
  });
});

describe('nobody can', () => {
  const words = (...question: Parameters<typeof asked>) => {
    const { index, day, facts, one } = asked(...question);
    const { why, todo } = boundWords(index, one, binding(day, facts)!);
    return `${why} ${todo}`;
  };

  it.each([
    [
      'Nobody has room in the window 8:00–10:00. Ana Reyes could at 13:00: agree that time with the customer.',
      [wanted, taken(2, '08:00', '13:00', 1)],
      [technician(1)],
    ],
    [
      'Nobody who could is at work in the window 8:00–10:00. Ana Reyes could at 12:00: agree that time with the customer.',
      [wanted],
      [technician(1, { shifts: [{ ...technician(1).shifts[0]!, start: utc('12:00') }] })],
    ],
    [
      'Everybody who could is taken. Ana Reyes could at 8:00, if other work or an event there made room.',
      [wanted, taken(2, '08:00', '17:00', 1)],
      [technician(1)],
    ],
    [
      'Everybody who could is off, or begins too late or stops too early. Ana Reyes could at 8:00: call somebody in, or choose another day.',
      [wanted],
      [technician(1, { shifts: [] })],
    ],
    [
      'Nobody who is free has Gas. Without it Ana Reyes could at 8:00: make room with somebody who has it, or choose another day.',
      [visit(1, '08:00', '09:00', { ...WINDOW, jobTypeId: 2 })],
      [technician(1, { skillIds: [] })],
    ],
    [
      'Nobody can: the shifts and the skills (Gas) stand in the way together. Without them Ana Reyes could at 8:00. Another day may be easier.',
      [visit(1, '08:00', '09:00', { ...WINDOW, jobTypeId: 2 })],
      [technician(1, { skillIds: [], shifts: [] })],
    ],
    [
      'Nobody can: nothing is left of this day, or nobody shown is active. Move it to another day, or clear the filters.',
      [wanted],
      [technician(1, { active: false })],
    ],
  ])('%s', (said, visits, technicians) => expect(words(visits, technicians)).toBe(said));
});

describe('why not this one', () => {
  const words = (id: number, ...question: Parameters<typeof asked>) => {
    const { index, day, facts, one, now } = asked(...question);
    const lane = index.lanes.get(id)!;
    return whyNotWords(index, one, lane, whyNot(day, facts, laneFacts(lane)), suggest(day, facts)[0], now);
  };
  const far = technician(2, { latitude: 42.5 });

  it.each([
    ['Sam Kowalski could at 8:00–9:30, but that costs 22 min more than Ana Reyes.', [wanted], far],
    ['Sam Kowalski could at 8:00–9:30, as well as Ana Reyes.', [wanted], technician(2)],
    [
      'Sam Kowalski has no room in the window 8:00–10:00, but at 13:00.',
      [wanted, taken(2, '08:00', '13:00', 2)],
      far,
    ],
    ['Sam Kowalski: no shift today.', [wanted], technician(2, { shifts: [] })],
    ['Sam Kowalski is not active any more.', [wanted], technician(2, { active: false })],
    [
      'Sam Kowalski has no Gas.',
      [visit(1, '08:00', '09:00', { ...WINDOW, jobTypeId: 2 })],
      technician(2, { skillIds: [] }),
    ],
  ])('%s', (said, visits, other) => expect(words(2, visits, [technician(1), other])).toBe(said));
});
