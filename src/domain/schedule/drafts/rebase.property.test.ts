import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ANA, BEN, CLEO, foldDraft as fold, hours, moved, placed, visit } from './draft.fixture.ts';
import { crewIds, type DraftVisit, laneOf, moveBetween } from './draft-move.ts';
import { movesOnDay } from './fold.ts';
import { netMoves, withStep } from './steps.ts';

/** `lane` where nobody goes. */
const place = fc.record({
  from: fc.integer({ min: 6, max: 12 }),
  crew: fc.subarray([ANA, BEN, CLEO]),
  lane: fc.constantFrom(null, null, 71, 72),
});
const change = fc.record({
  at: fc.nat({ max: 5 }),
  to: place,
  what: fc.constantFrom('time', 'crew', 'both', 'lane', 'cancel', 'begin', 'delete'),
});
const move = fc.record({
  at: fc.nat({ max: 5 }),
  to: place,
  what: fc.constantFrom('time', 'crew', 'both', 'lane'),
});

type Place = { from: number; crew: number[]; lane: number | null };
const spanAt = ({ from }: Place) => hours(from, from + 1);
const put = (one: DraftVisit, to: Place, what: string): DraftVisit =>
  what === 'lane'
    ? placed(one, one, [], to.lane)
    : placed(one, what === 'crew' ? one : spanAt(to), what === 'time' ? crewIds(one) : to.crew);

function changed(one: DraftVisit, { to, what }: { to: Place; what: string }): DraftVisit | null {
  if (what === 'delete') return null;
  if (what === 'cancel') return { ...one, status: 'Canceled' };
  if (what === 'begin') return { ...one, status: 'Working' };
  return put(one, to, what);
}
const ids = (visits: readonly DraftVisit[]) => new Map(visits.map((one) => [one.id, one]));

test('folding a draft on a day others changed at random loses none of their changes, and no move goes unsaid', () => {
  fc.assert(
    fc.property(
      fc.array(place, { minLength: 6, maxLength: 6 }),
      fc.array(move, { maxLength: 8 }),
      fc.array(change, { maxLength: 8 }),
      (places, moves, changes) => {
        const before = places.map((one, at) =>
          placed(visit(at + 1, spanAt(one)), spanAt(one), one.crew, one.crew.length > 0 ? null : one.lane),
        );
        let steps: Parameters<typeof withStep>[0] = [];
        for (const { at, to, what } of moves) {
          const here = fold(before, steps)[at]!;
          const next = moveBetween(here, put(here, to, what));
          const grown = next && withStep(steps, [next]);
          if (grown?.ok) steps = grown.value;
        }
        const live = new Map<number, DraftVisit>(ids(before));
        for (const { at, ...how } of changes) {
          const one = live.get(at + 1);
          const after = one && changed(one, how);
          if (after) live.set(at + 1, after);
          else live.delete(at + 1);
        }
        const day = [...live.values()];
        const folded = ids(fold(day, steps));
        expect([...folded.keys()]).toEqual([...live.keys()]);
        const net = new Map(netMoves(steps).map((one) => [one.appointmentId, one]));
        for (const was of before) {
          const now = live.get(was.id);
          const shown = folded.get(was.id);
          if (!now || !shown) continue;
          const mine = net.get(was.id);
          if (!mine) expect(shown).toBe(now);
          if (now.start !== was.start) expect(shown.start).toBe(now.start);
          const [had, has, stands] = [was, now, shown].map(crewIds) as [number[], number[], number[]];
          // Whom others sent is there, whom they took off is not: unless the draft says so of the very same person.
          for (const came of has.filter((id) => !had.includes(id))) expect(stands).toContain(came);
          for (const left of had.filter((id) => !has.includes(id))) expect(stands).not.toContain(left);
          // What others parked, or took out, is where they put it, unless the draft sends somebody there or parks it.
          if (laneOf(now) !== laneOf(was) && stands.length === 0 && !mine?.lane)
            expect(laneOf(shown)).toBe(laneOf(now));
          if (laneOf(now) !== null && laneOf(now) !== laneOf(was)) expect(laneOf(shown)).toBe(laneOf(now));
          expect(stands.length > 0 && shown.holdingLaneId != null).toBe(false);
          expect(shown.status).toBe(now.status);
        }
        // Each move is carried out, is there already, or says what happened.
        for (const { move: mine, now } of movesOnDay(live, steps)) {
          const shown = folded.get(mine.appointmentId);
          if (now.kind === 'gone') expect(shown).toBeUndefined();
          else if (now.kind === 'fits') expect(shown).toMatchObject(now.span);
          else expect(shown).toBe(live.get(mine.appointmentId));
        }
      },
    ),
    { numRuns: 1_000 },
  );
});

test('a draft on a day nobody changed is the plan as it was made, move by move', () => {
  const one = visit(1, hours(9, 10), ANA);
  const steps = [{ moves: [moved(one, hours(10, 11), BEN)] }];
  expect(fold([one], steps)).toEqual([placed(one, hours(10, 11), [BEN])]);
  expect(fold(fold([one], steps), steps)).toEqual(fold([one], steps));
});
