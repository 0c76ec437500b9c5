import { expect, test } from 'vitest';
import { soak } from '#testing/soak.ts';
import { type Chance, seededChance } from '../../chance.ts';
import { addMinutes } from '../../time.ts';
import type { AppointmentFacts } from '../facts.ts';
import { DOWNTOWN, facts, hour } from '../guards.fixture.ts';
import { checkSchedule } from '../guards.ts';
import { OCCUPANCY_KINDS, type Occupancy } from '../occupancy.ts';
import { binding } from './binding.ts';
import { MOST_LATE_MINUTES, placesIn } from './places.ts';
import type { LaneFacts, SuggestionDay, WantedVisit } from './question.ts';
import { suggest } from './suggest.ts';

const upTo = (chance: Chance, most: number) => Math.floor(chance() * (most + 1));
const oneOf = <T>(chance: Chance, of: readonly T[]): T => of[upTo(chance, of.length - 1)]!;
const SKILLS = [1, 2, 3];
const some = (chance: Chance, of: readonly number[], share: number) => of.filter(() => chance() < share);
/** Within some 25 km of downtown; one in eight unknown. */
const place = (chance: Chance) =>
  chance() < 0.125
    ? { latitude: null, longitude: null }
    : {
        latitude: DOWNTOWN.latitude + (chance() - 0.5) * 0.4,
        longitude: DOWNTOWN.longitude + (chance() - 0.5) * 0.4,
      };
/** Promised from the start of the hour on, for two hours. */
const promise = (chance: Chance) => {
  const from = 7 + upTo(chance, 9);
  return chance() < 0.7
    ? { windowStart: hour(from), windowEnd: hour(from + 2) }
    : { windowStart: null, windowEnd: null };
};
const needs = (chance: Chance): AppointmentFacts =>
  facts({
    ...place(chance),
    ...promise(chance),
    skillIds: some(chance, SKILLS, 0.3),
    zoneId: chance() < 0.5 ? upTo(chance, 3) : null,
    isConfirmed: chance() < 0.6,
  });

/** Mostly a round as it is planned, now and then with overlaps, as overrides leave them, and odd minutes. */
function randomLane(chance: Chance, id: number): LaneFacts {
  const known = new Map<number, AppointmentFacts>();
  const taken: Occupancy[] = [];
  let at = 6 * 60 + upTo(chance, 180);
  for (let index = 0; index < upTo(chance, 8); index++) {
    const minutes = 5 * (3 + upTo(chance, 30));
    const kind = chance() < 0.7 ? 'assignment' : oneOf(chance, OCCUPANCY_KINDS);
    const sourceId = id * 100 + index;
    // Another unit's work is an assignment nothing more is known of.
    if (kind === 'assignment' && chance() < 0.9) known.set(sourceId, needs(chance));
    taken.push({
      kind,
      sourceId,
      technicianId: id,
      start: hour(at / 60),
      end: hour((at + minutes) / 60),
      overridden: chance() < 0.1,
    });
    at += Math.max(5, minutes + upTo(chance, 150) - 30);
  }
  const from = 6 + upTo(chance, 3);
  const shifts =
    chance() < 0.1
      ? []
      : chance() < 0.3
        ? [
            { start: hour(from), end: hour(12) },
            { start: hour(13), end: hour(17) },
          ]
        : [{ start: hour(from), end: hour(from + 8) }];
  const skillIds = some(chance, SKILLS, 0.7);
  const zoneIds = some(chance, [0, 1, 2, 3], 0.4);
  return {
    known: { id, active: chance() < 0.95, skillIds, zoneIds, shifts },
    taken,
    facts: known,
    home: place(chance),
    businessUnitId: 1 + upTo(chance, 1),
  };
}

function randomQuestion(chance: Chance): { day: SuggestionDay; visit: WantedVisit } {
  const lanes = Array.from({ length: 1 + upTo(chance, 5) }, (_, index) => randomLane(chance, index + 1));
  const now = addMinutes(hour(0), upTo(chance, 16 * 60));
  const visit = {
    ...needs(chance),
    plannedStart: hour(6 + upTo(chance, 40) / 4),
    businessUnitId: 1,
    durationMinutes: 15 * (1 + upTo(chance, 11)),
  };
  return { day: { start: hour(0), end: hour(24), now, lanes }, visit };
}

const NEVER = new Set(['missingSkill', 'travelTooShort', 'pushesPastWindow']);

/** What the guards say of a place, asked as the server asks them. */
function found(
  day: SuggestionDay,
  visit: WantedVisit,
  one: { technicianId: number; start: string; end: string },
) {
  const lane = day.lanes.find(({ known }) => known.id === one.technicianId)!;
  const wanted = { ...one, kind: 'assignment', sourceId: -1, overridden: false } as Occupancy;
  return checkSchedule({
    wanted: [wanted],
    taken: day.lanes.flatMap(({ taken }) => taken),
    technicians: day.lanes.map(({ known }) => known),
    facts: { get: (id) => (id === -1 ? visit : lane.facts.get(id)) },
  });
}

const { seed, numRuns } = soak(1000);

test('nothing suggested breaks a guard, the factors add up, and there is no better place', () => {
  const chance = seededChance(seed);
  let placed = 0;
  let bound = 0;
  for (let run = 0; run < numRuns; run++) {
    const { day, visit } = randomQuestion(chance);
    const ranked = suggest(day, visit);
    for (const [index, one] of ranked.entries()) {
      const { hard, soft } = found(day, visit, one);
      expect(hard).toEqual([]);
      expect(soft.filter(({ code }) => NEVER.has(code))).toEqual([]);
      expect(one.factors.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(one.score);
      expect(one.factors.every(({ minutes }) => Number.isInteger(minutes) && minutes >= 0)).toBe(true);
      // What the guards measure and what is counted is the same.
      const of = (kind: string) => one.factors.find((factor) => factor.kind === kind)?.measured ?? 0;
      const said = (code: string) => soft.find((warning) => warning.code === code)?.params;
      expect(of('overtime')).toBe(said('outsideShift')?.overtimeMinutes ?? 0);
      expect(of('late')).toBe(said('outsideWindow')?.minutes ?? 0);
      expect(of('late')).toBeLessThanOrEqual(MOST_LATE_MINUTES);
      expect(one.factors.some(({ kind }) => kind === 'otherZone')).toBe(said('otherZone') !== undefined);
      expect(one.start >= day.now).toBe(true);
      expect(ranked[index - 1]?.score ?? 0).toBeLessThanOrEqual(one.score);
    }
    // From each quarter of the day on: whatever fits at all begins at one of them. Long, so not for every day drawn.
    for (const lane of run % 8 === 0 ? day.lanes : []) {
      const best = ranked.find(({ technicianId }) => technicianId === lane.known.id);
      for (let quarter = 0; quarter < 96; quarter++) {
        const from = hour(quarter / 4);
        if (from < day.now) continue;
        for (const one of placesIn(lane, visit, { ...day, now: from })) {
          expect(one.score, `${from}`).toBeGreaterThanOrEqual(best?.score ?? Number.POSITIVE_INFINITY);
        }
      }
    }
    const why = binding(day, visit);
    expect(why === null).toBe(ranked.length > 0);
    if (why) bound++;
    else placed++;
    if (why && day.lanes.some(({ known }) => known.active)) expect(why.limits.length).toBeGreaterThan(0);
    // The order of the lanes does not matter.
    expect(suggest({ ...day, lanes: [...day.lanes].reverse() }, visit)).toEqual(ranked);
  }
  expect(placed).toBeGreaterThan(numRuns / 5);
  expect(bound).toBeGreaterThan(numRuns / 20);
});
