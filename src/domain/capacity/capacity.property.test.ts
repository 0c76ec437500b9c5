import fc from 'fast-check';
import { expect, test } from 'vitest';
import { JOB_PRIORITIES } from '../job/job-card.ts';
import { bestWindows } from './best-windows.ts';
import {
  COOLING,
  GAS,
  HVAC,
  MIDNIGHT,
  NORTH,
  PLUMBING,
  question,
  rule,
  SOUTH,
  window,
} from './capacity.fixture.ts';
import { minutesWithin, without } from './minute-spans.ts';
import { CLOSED_CODES, windowCapacities } from './window-capacity.ts';

const span = fc
  .tuple(fc.integer({ min: 0, max: 95 }), fc.integer({ min: 1, max: 40 }))
  .map(([at, length]) => ({ from: MIDNIGHT + at * 15, to: MIDNIGHT + (at + length) * 15 }));
const some = <T>(one: fc.Arbitrary<T>, most: number) => fc.array(one, { maxLength: most });
const skills = fc.subarray([COOLING, GAS]);
const zone = fc.constantFrom(NORTH, SOUTH, null);
const technician = fc.record({
  id: fc.integer({ min: 1, max: 1e6 }),
  active: fc.boolean(),
  businessUnitId: fc.constantFrom(HVAC, PLUMBING),
  skillIds: skills,
  zoneIds: fc.subarray([NORTH, SOUTH]),
  shifts: some(span, 2),
  taken: some(span, 3),
});
const KEYS = ['08:00-10:00', '10:00-12:00', '12:00-14:00', '08:00-12:00'];
const waiting = fc.record({
  window: fc.constantFrom(...KEYS).map((key) => window(key)),
  minutes: fc.integer({ min: 15, max: 240 }),
  skillIds: skills,
  zoneId: zone,
});
const ruleOf = fc.record({
  priority: fc.constantFrom(null, ...JOB_PRIORITIES),
  reservePercent: fc.integer({ min: 0, max: 100 }),
  overbookPercent: fc.integer({ min: 0, max: 100 }),
});
const asked = fc.record({
  ask: fc.record({
    businessUnitId: fc.constant(HVAC),
    jobTypeId: fc.constant(11),
    priority: fc.constantFrom(...JOB_PRIORITIES),
    skillIds: skills,
    zoneId: zone,
    minutes: fc.integer({ min: 15, max: 300 }),
  }),
  technicians: fc.uniqueArray(technician, { maxLength: 6, selector: ({ id }) => id }),
  waiting: some(waiting, 5),
  rules: some(ruleOf.map(rule), 3),
  now: fc.integer({ min: 0, max: 15 * 60 }).map((minutes) => MIDNIGHT + minutes),
});
const windows = KEYS.map((key) => window(key));
const capacities = (one: Parameters<typeof question>[0]) => windowCapacities(question({ ...one, windows }));

test('every window is either open to somebody, overbooked, without a roster, or closed for a reason of the list', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(asked, (one) => {
      for (const capacity of capacities(one)) {
        const { closed, able, isOverbooked, isUnplanned, freeMinutes, capacityMinutes } = capacity;
        if (closed) {
          expect(CLOSED_CODES).toContain(closed.code);
          expect(able).toEqual([]);
          met.add(closed.code);
        } else expect(able.length > 0 || isOverbooked || isUnplanned).toBe(true);
        expect(freeMinutes).toBeGreaterThanOrEqual(0);
        expect(freeMinutes).toBeLessThanOrEqual(capacityMinutes);
      }
    }),
    { numRuns: 3000, seed: 4 },
  );
  // The search has been where it can prove something.
  expect([...met].sort()).toEqual([...CLOSED_CODES].sort());
});

test('whoever is said to be able is on shift and free for the whole visit', () => {
  fc.assert(
    fc.property(asked, (one) => {
      const byId = new Map(one.technicians.map((each) => [each.id, each]));
      for (const { able } of capacities(one)) {
        for (const { technicianId, start } of able) {
          const { shifts, taken, skillIds } = byId.get(technicianId)!;
          const visit = { from: start, to: start + one.ask.minutes };
          expect(minutesWithin(without(shifts, taken), visit)).toBe(one.ask.minutes);
          expect(one.ask.skillIds.every((skill) => skillIds.includes(skill))).toBe(true);
        }
      }
    }),
    { numRuns: 1000, seed: 4 },
  );
});

test('more work for a technician never opens a window', () => {
  fc.assert(
    fc.property(asked, span, (one, more) => {
      const busier = one.technicians.map((each) => ({ ...each, taken: [...each.taken, more] }));
      const before = capacities({ ...one, waiting: [], rules: [] });
      const after = capacities({ ...one, waiting: [], rules: [], technicians: busier });
      for (const [at, { closed }] of before.entries()) {
        if (closed) expect(after[at]!.closed).not.toBeNull();
      }
    }),
    { numRuns: 1000, seed: 4 },
  );
});

test('the factors of a window offered add up to its score, the best come first, and only open ones are offered', () => {
  fc.assert(
    fc.property(asked, fc.integer({ min: 0, max: 60 }), (one, minutes) => {
      const all = capacities(one);
      const best = bestWindows(all, {
        now: one.now,
        priority: one.ask.priority,
        drive: (id) => (id % 2 === 0 ? minutes : null),
        lastTechnicianId: one.technicians[0]?.id ?? null,
        isSomebodyThere: ({ key }) => (key === KEYS[0] ? true : null),
      });
      const open = all.filter(({ closed }) => closed === null);
      expect(best).toHaveLength(Math.min(3, open.length));
      for (const { window: offered, score, factors } of best) {
        expect(factors.reduce((sum, { points }) => sum + points, 0)).toBe(score);
        expect(open.some((each) => each.window === offered)).toBe(true);
      }
    }),
    { numRuns: 1000, seed: 4 },
  );
});
