import fc from 'fast-check';
import { expect, test } from 'vitest';
import { soak } from '#testing/soak.ts';
import { context, makeAppointment, makeCard, makeJob } from '../../job/card.fixture.ts';
import { newAssignment } from '../../job/card.ts';
import { decideJob } from '../../job/decide.ts';
import type { JobCard } from '../../job/job-card.ts';
import { visitMoveCommands } from '../../job/visit-move-commands.ts';
import { addMinutes, minutesBetween } from '../../time.ts';
import { overlaps } from '../overlaps.ts';
import { alignToTravel } from './align-to-travel.ts';
import { ANNA, at, away, BEN, CLEO, dayOf } from './arranged-day.fixture.ts';
import {
  type ArrangedDay,
  crewOf,
  type DayVisit,
  type Proposal,
  roundOf,
  stays,
  visitOn,
} from './arranged-day.ts';
import { moveBy } from './move-by.ts';
import { moveTogether } from './move-together.ts';
import { pushTheRest } from './push-the-rest.ts';
import { reassignKeepingTimes } from './reassign-keeping-times.ts';
import { swapTwo } from './swap-two.ts';
import { exchanges, type VisitMove } from './visit-move.ts';

const LANES = [ANNA, BEN, CLEO];
type Cards = ReadonlyMap<number, JobCard>;

/** Each visit is of a job of its own; `stamp` leads its first technician on the way or to work. */
const drawnVisit = fc.record({
  start: fc.integer({ min: 12, max: 80 }),
  quarters: fc.integer({ min: 1, max: 8 }),
  crew: fc.subarray(LANES),
  stamp: fc.constantFrom(
    'none' as const,
    'none' as const,
    'none' as const,
    'dispatch' as const,
    'arrive' as const,
  ),
  window: fc.boolean(),
});
const drawnStep = fc.record({
  kind: fc.constantFrom('moveBy', 'moveTogether', 'reassign', 'push', 'swap', 'align'),
  visits: fc.uniqueArray(fc.integer({ min: 0, max: 7 }), { minLength: 2, maxLength: 3 }),
  who: fc.constantFrom(...LANES),
  other: fc.constantFrom(...LANES),
  minutes: fc.integer({ min: 1, max: 180 }),
  lanes: fc.integer({ min: -1, max: 1 }),
});
type Step = typeof drawnStep extends fc.Arbitrary<infer T> ? T : never;

function cardsOf(drawn: readonly (typeof drawnVisit extends fc.Arbitrary<infer T> ? T : never)[]): Cards {
  return new Map(
    drawn.map(({ start, quarters, crew, stamp, window }, index) => {
      const id = 100 + index;
      const from = at(start / 4);
      const times = { start: from, end: addMinutes(from, 15 * quarters) };
      const promised = window
        ? { windowStart: from, windowEnd: addMinutes(from, 120) }
        : { windowStart: null, windowEnd: null };
      const card = makeCard({
        job: makeJob({ id, bookedOn: at(-48) }),
        appointments: [makeAppointment({ id, jobId: id, ...times, ...promised })],
        assignments: crew.map((who) => newAssignment(id * 10 + who, id, who, null)),
      });
      if (stamp === 'none' || crew.length === 0) return [id, card];
      const command = { type: stamp, appointmentId: id, technicianId: crew[0]!, at: at(5) } as const;
      const begun = decideJob(card, command, context());
      return [id, begun.ok ? begun.value : card];
    }),
  );
}

const dayWith = (cards: Cards): ArrangedDay =>
  dayOf(
    [...cards.values()].map(
      ({ appointments: [visit], assignments }): DayVisit => ({
        ...visit!,
        latitude: null,
        longitude: null,
        assignments: assignments.filter(({ active }) => active),
      }),
    ),
    { blocked: LANES.flatMap((who) => [away(9, 10, who), away(13, 13.5, who), away(17, 18, who)]) },
  );

function proposed(day: ArrangedDay, { kind, visits, who, other, minutes, lanes }: Step): Proposal {
  const ids = visits.map((index) => day.visits[index % day.visits.length]!.id);
  const [first, second] = ids as [number, number];
  switch (kind) {
    case 'moveBy':
      return moveBy(day, ids, minutes - 90);
    case 'moveTogether': {
      const bars = ids.map((appointmentId) => {
        const crew = crewOf(visitOn(day, appointmentId));
        return { appointmentId, technicianId: crew[0] ?? null };
      });
      return moveTogether(day, bars, { minutes: minutes - 90, lanes }, LANES);
    }
    case 'reassign':
      return reassignKeepingTimes(day, [first], crewOf(visitOn(day, first))[0] ?? who, other);
    case 'push':
      return pushTheRest(day, who, first, minutes);
    case 'swap':
      return swapTwo(day, first, second);
    default:
      return alignToTravel(day, who);
  }
}

let made = 1_000_000;
/** By the rules of each card; whoever is on the way is called back. null: a card refused. */
function given(cards: Cards, moves: readonly VisitMove[]): Cards | null {
  const after = new Map(cards);
  for (const move of moves) {
    const card = after.get(move.appointmentId)!;
    const options = { cancelDispatch: true };
    for (const command of visitMoveCommands(card.appointments[0]!, move, () => made++, options)) {
      const decided = decideJob(after.get(move.appointmentId)!, command, context());
      if (!decided.ok) return null;
      after.set(move.appointmentId, decided.value);
    }
  }
  return after;
}

const placesOf = (cards: Cards) =>
  dayWith(cards).visits.map((visit) => [visit.id, visit.start, visit.end, [...crewOf(visit)].sort()]);

/** Back from the one to the other: what an undo amounts to. */
const back = (before: ArrangedDay, after: ArrangedDay): readonly VisitMove[] =>
  before.visits.map((was, index) => ({
    appointmentId: was.id,
    start: was.start,
    end: was.end,
    technicians: exchanges(crewOf(after.visits[index]!), crewOf(was)),
  }));

/** What a round gives way to, and what it never does. */
function checkRound(kind: string, who: number, before: ArrangedDay, after: ArrangedDay): void {
  const was = roundOf(before, who);
  const is = new Map(after.visits.map((visit) => [visit.id, visit]));
  for (const [index, visit] of was.entries()) {
    const moved = is.get(visit.id)!;
    if (stays(before, visit)) expect(moved.start).toBe(visit.start);
    if (kind === 'push') expect(moved.start >= visit.start).toBe(true);
    if (kind === 'align' && visit.windowStart && moved.start !== visit.start) {
      expect(moved.start >= visit.windowStart).toBe(true);
    }
    for (const other of was.slice(index + 1)) {
      if (overlaps(visit, other)) continue;
      expect(overlaps(moved, is.get(other.id)!), `${visit.id} and ${other.id}`).toBe(false);
    }
    for (const away of before.blocked) {
      if (away.technicianId !== who || overlaps(away, visit)) continue;
      expect(overlaps(away, moved), `${visit.id} and the break`).toBe(false);
    }
  }
}

test('whatever is proposed, the cards take it as it was proposed, and taken back all is where it was', () => {
  const seen = new Map<string, number>();
  fc.assert(
    fc.property(
      fc.array(drawnVisit, { minLength: 8, maxLength: 8 }),
      fc.array(drawnStep, { minLength: 6, maxLength: 12 }),
      (drawn, steps) => {
        let cards = cardsOf(drawn);
        for (const step of steps) {
          const day = dayWith(cards);
          const proposal = proposed(day, step);
          if (!proposal.ok) continue;
          const after = given(cards, proposal.value);
          // The whole move may still be refused by a card: who is at work on a visit cannot be exchanged.
          if (!after) continue;
          seen.set(step.kind, (seen.get(step.kind) ?? 0) + 1);
          const next = dayWith(after);
          for (const { appointmentId, start, end, technicians } of proposal.value) {
            const was = day.visits.find(({ id }) => id === appointmentId)!;
            const is = next.visits.find(({ id }) => id === appointmentId)!;
            expect([is.start, is.end]).toEqual([start, end]);
            expect(minutesBetween(start, end)).toBe(minutesBetween(was.start, was.end));
            for (const { from, to } of technicians) {
              if (to !== null) expect(crewOf(is)).toContain(to);
              if (from !== null) expect(crewOf(is)).not.toContain(from);
            }
          }
          if (step.kind === 'push' || step.kind === 'align') checkRound(step.kind, step.who, day, next);
          const undone = given(after, back(day, next));
          expect(undone && placesOf(undone)).toEqual(placesOf(cards));
          cards = after;
        }
      },
    ),
    soak(150),
  );
  // The drawing is good for something: each arrangement is proposed and taken a fair number of times.
  for (const kind of ['moveBy', 'moveTogether', 'reassign', 'push', 'swap', 'align']) {
    expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(30);
  }
});
