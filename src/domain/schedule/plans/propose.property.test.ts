import { expect, test } from 'vitest';
import { soak } from '#testing/soak.ts';
import { seededChance } from '../../chance.ts';
import type { Id } from '../../ids.ts';
import { minutesBetween } from '../../time.ts';
import { hour } from '../guards.fixture.ts';
import { checkSchedule } from '../guards.ts';
import { NEVER_PLANNED } from './breaches.ts';
import { dayAsPlanned, type Placed, withAbsence } from './day-as-planned.ts';
import { looks, question, randomDay } from './plans.fixture.ts';
import { proposePlan } from './propose.ts';
import type { PlanDay, PlanProposal } from './question.ts';

/** Everything the guards find in the whole day, as `code visit`, worst case by case. */
function brokenIn(day: PlanDay): Set<string> {
  const visitOf = new Map<Id, Id>();
  const facts = new Map<Id, ReturnType<PlanDay['lanes'][0]['facts']['get']>>();
  for (const lane of day.lanes)
    for (const row of lane.taken) {
      const known = row.kind === 'assignment' ? lane.facts.get(row.sourceId) : undefined;
      if (known) facts.set(row.sourceId, known);
      if (known) visitOf.set(row.sourceId, known.appointmentId);
    }
  const rows = day.lanes.flatMap(({ taken }) => taken);
  const { hard, soft } = checkSchedule({
    wanted: rows.filter(({ kind }) => kind === 'assignment'),
    taken: rows.filter(({ kind }) => kind !== 'assignment'),
    technicians: day.lanes.map(({ known }) => known),
    facts: { get: (id) => facts.get(id) },
  });
  const found = [...hard, ...soft.filter(({ code }) => NEVER_PLANNED.has(code))];
  return new Set(found.map(({ code, params }) => `${code} ${visitOf.get(params.sourceId)}`));
}

function placedOf(day: PlanDay, { moves, unplaced }: PlanProposal): Placed[] {
  const visits = new Map(day.visits.map((one) => [one.appointmentId, one]));
  return [
    ...moves.map(({ appointmentId, from, to, start }) => ({
      visit: visits.get(appointmentId)!,
      from,
      to,
      start,
    })),
    ...unplaced.map(({ appointmentId, from }) => {
      const visit = visits.get(appointmentId)!;
      return { visit, from, to: null, start: visit.plannedStart };
    }),
  ];
}

const { seed, numRuns } = soak(60);

test('whatever the day, a plan breaks nothing that was not broken, moves nothing that stays, and loses nobody', () => {
  const chance = seededChance(seed);
  let [moved, left, made] = [0, 0, 0];
  for (let run = 0; run < numRuns; run += 1) {
    const day = randomDay(chance);
    const isAbsence = chance() < 0.6;
    const technicianId = 1 + Math.floor(chance() * day.lanes.length);
    const absence = isAbsence
      ? { technicianId, start: chance() < 0.5 ? hour(0) : day.now, end: hour(24) }
      : null;
    const pinned = new Set(day.visits.filter(() => chance() < 0.1).map(({ appointmentId }) => appointmentId));
    const asked = question(day, absence, { pinned });
    const plan = proposePlan(day, asked, looks(12));
    const where = `run ${run}, seed ${seed}`;
    const placed = placedOf(day, plan);
    const off = withAbsence(day, absence);
    const before = brokenIn(off);
    const fresh = [...brokenIn(dayAsPlanned(off, placed))].filter((one) => !before.has(one));
    // A day without those who are out may leave two of theirs that were never neighbours.
    expect(absence ? fresh.filter((one) => !one.startsWith('travel')) : fresh, where).toEqual([]);

    const ids = placed.map(({ visit }) => visit.appointmentId);
    expect(new Set(ids).size, where).toBe(ids.length);
    for (const { visit, from, to, start } of placed) {
      expect(pinned.has(visit.appointmentId), where).toBe(false);
      expect(visit.status, where).toBe('Scheduled');
      if (to === null) continue;
      expect(start >= day.now, where).toBe(true);
      expect(from !== to || start !== visit.plannedStart, where).toBe(true);
      const { windowStart, windowEnd } = visit;
      if (windowStart && windowEnd) expect(start >= windowStart && start <= windowEnd, where).toBe(true);
    }
    // Everything the absence hits is told: who takes it, why nobody does, or that it has begun.
    if (absence) {
      const lane = day.lanes.find(({ known }) => known.id === technicianId)!;
      const told = new Set([...ids, ...plan.stuck.map(({ appointmentId }) => appointmentId)]);
      for (const visit of day.visits) {
        const own = visit.assignments.find((one) => one.technicianId === technicianId);
        const row = lane.taken.find(
          ({ kind, sourceId }) => kind === 'assignment' && sourceId === own?.sourceId,
        );
        const isHit = row && row.start < absence.end && row.end > absence.start;
        if (isHit && !pinned.has(visit.appointmentId))
          expect(told.has(visit.appointmentId), where).toBe(true);
      }
    }
    for (const { reason } of plan.unplaced)
      expect(reason.kind === 'costs' || reason.limits.length > 0 || reason.place === null, where).toBe(true);
    for (const move of plan.moves)
      expect(minutesBetween(move.start, move.end)).toBe(minutesBetween(move.before.start, move.before.end));
    expect(plan.after.moved).toBe(plan.moves.length);
    moved += plan.moves.length;
    left += plan.unplaced.length;
    if (plan.moves.some(({ cause }) => cause === 'room')) made += 1;
  }
  expect(moved).toBeGreaterThan(numRuns / 2);
  expect(left).toBeGreaterThan(numRuns / 10);
  expect(made).toBeGreaterThan(0);
});
