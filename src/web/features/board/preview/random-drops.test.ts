import { describe, expect, test } from 'vitest';
import type { BoardDay } from '#contract/board.ts';
import type { AppointmentView } from '#contract/job.ts';
import { seededChance } from '#domain/chance.ts';
import { decideJob } from '#domain/job/decide.ts';
import { addMinutes, instantFromMs, minutesBetween, msOf } from '#domain/time.ts';
import { newViolations, shownBy } from '#testing/drops/violations.ts';
import { soak } from '#testing/soak.ts';
import { foldMove } from '../../../data/pending-moves.ts';
import { cardOfVisit } from '../../../parts/appointment-drawer/domain-card.ts';
import { type DayIndex, indexDay, occupanciesOfVisit } from '../day/day-index.ts';
import { assigned, dayOf, SETUP, technician, utc, visit } from '../day/example-index.ts';
import { pendingOf } from '../moves/move-request.ts';
import { previewMove } from './preview.ts';

type Chance = ReturnType<typeof seededChance>;
const whole = (chance: Chance, from: number, to: number) => from + Math.floor(chance() * (to - from + 1));
const happens = (chance: Chance, share: number) => chance() < share;
const quarter = (number: number) => addMinutes(utc('00:00'), 15 * number);
/** No two begin or end at the very same moment: who is then the one before is nobody's rule. */
const apart = (number: number, seconds: number) => instantFromMs(msOf(quarter(number)) + seconds * 1000);

const TECHNICIANS = 20;
const VISITS = 120;
/** Half of what nobody has is parked, and now and then a visit is dropped there. */
const LANE = 71;
const WITH_LANE = {
  ...SETUP,
  holdingLanes: [{ id: LANE, name: 'Later', active: true, businessUnitId: null }],
};

/** A crowded day: skills, zones, windows, absences, work nobody placed on the map, visits that overlap already. */
function crowdedDay(chance: Chance): BoardDay {
  const technicians = Array.from({ length: TECHNICIANS }, (_, index) => {
    const id = index + 1;
    const start = quarter(whole(chance, 36, 60));
    const span = {
      version: 1,
      technicianId: id,
      start,
      end: addMinutes(start, 60),
      externalKey: null,
      active: true,
      name: '',
    };
    return technician(id, {
      skillIds: happens(chance, 0.7) ? [7] : [],
      zoneIds: happens(chance, 0.5) ? [5] : [],
      active: !happens(chance, 0.05),
      timeOff: happens(chance, 0.3) ? [{ ...span, id: 5000 + id, label: 'Dentist' }] : [],
      nonJobEvents: happens(chance, 0.2) ? [{ ...span, id: 6000 + id, label: 'Meeting' }] : [],
    } as Parameters<typeof technician>[1]);
  });
  const visits = Array.from({ length: VISITS }, (_, index) => {
    const id = index + 1;
    const start = whole(chance, 30, 66);
    const crew = happens(chance, 0.85) ? [whole(chance, 1, TECHNICIANS)] : [];
    const isPlaced = happens(chance, 0.9);
    return visit(id, '00:00', '01:00', {
      start: apart(start, id),
      end: apart(start + whole(chance, 2, 8), id),
      jobTypeId: happens(chance, 0.3) ? 2 : 1,
      zoneId: [null, 5, 6][whole(chance, 0, 2)]!,
      isConfirmed: happens(chance, 0.5),
      windowStart: happens(chance, 0.6) ? quarter(start) : null,
      status: happens(chance, 0.1) ? 'Hold' : 'Scheduled',
      latitude: isPlaced ? 42.2 + whole(chance, 0, 30) / 100 : null,
      longitude: isPlaced ? -71.2 + whole(chance, 0, 30) / 100 : null,
      assignments: crew.map((technicianId) => assigned(id * 10, technicianId)),
      holdingLaneId: crew.length === 0 && id % 2 === 0 ? LANE : null,
    });
  }).map((one) => ({
    ...one,
    windowEnd: one.windowStart && addMinutes(one.windowStart, 120),
    hold: one.status === 'Hold' ? ({ reasonId: 1, memo: '' } as AppointmentView['hold']) : null,
  }));
  return dayOf(visits, technicians);
}

/** Anywhere: any lane, any quarter of the working day and beside it. */
function anyDrop(chance: Chance, day: BoardDay, number: number) {
  const one = day.appointments[whole(chance, 0, day.appointments.length - 1)]!;
  const start = apart(whole(chance, 24, 80), 200 + (number % 600));
  const end = addMinutes(start, minutesBetween(one.start, one.end));
  const from = one.assignments[0]?.technicianId ?? null;
  const to = happens(chance, 0.2) && from !== null ? from : whole(chance, 1, TECHNICIANS);
  if (number % 15 === 0) return { visit: one, move: { kind: 'park', to: LANE, start, end } as const };
  return { visit: one, move: { kind: 'move', from, to, start, end } as const };
}
type Drop = ReturnType<typeof anyDrop>;

/** The card as the server's command leaves it, and the visit read from it. */
function dropped(index: DayIndex, { visit: one, move }: Drop): BoardDay | null {
  const { start, end } = move;
  const appointmentId = one.id;
  const decided = decideJob(
    cardOfVisit(one),
    move.kind === 'park'
      ? { type: 'park', appointmentId, holdingLaneId: move.to, start, end }
      : {
          type: 'reassign',
          appointmentId,
          fromTechnicianId: move.from,
          to: { id: one.id * 10 + 5, technicianId: move.to },
          start,
          end,
        },
    { now: utc('06:00'), actorId: 1, workingElsewhere: new Set() },
  );
  if (!decided.ok) return null;
  const folded = foldMove(index.day, pendingOf(one, move));
  const after = folded.appointments.find(({ id }) => id === one.id)!;
  const isSame =
    JSON.stringify(
      occupanciesOfVisit(after).map(({ technicianId, start, end }) => [technicianId, start, end]),
    ) ===
    JSON.stringify(
      occupanciesOfVisit({ ...after, ...decided.value.appointments[0]! } as AppointmentView).map(
        ({ technicianId, start, end }) => [technicianId, start, end],
      ),
    );
  if (!isSame) throw new Error(`The board shows visit ${one.id} elsewhere than the rules put it`);
  return folded;
}

function play(runs: number, seed: number, preview: typeof previewMove) {
  const chance = seededChance(seed);
  const missed: string[] = [];
  const seen = new Map<string, number>();
  let drops = 0;
  while (drops < runs) {
    let index = indexDay(null, crowdedDay(chance), WITH_LANE);
    for (let on = 0; on < 50 && drops < runs; on++) {
      const drop = anyDrop(chance, index.day, drops);
      const day = dropped(index, drop);
      if (!day) continue;
      drops++;
      const told = preview(index, pendingOf(drop.visit, drop.move))!;
      const shown = shownBy(index, drop.visit.id, told.check);
      const after = indexDay(index, day, WITH_LANE);
      const isParked = after.holding.get(LANE)!.visits.some(({ id }) => id === drop.visit.id);
      if (isParked !== (drop.move.kind === 'park')) missed.push(`${drops}: parked is ${isParked}`);
      for (const one of newViolations(index, after, drop.visit.id)) {
        const code = one.split(' ')[0]!;
        seen.set(code, (seen.get(code) ?? 0) + 1);
        if (!shown.has(one)) missed.push(`${drops}: ${one}`);
      }
      index = after;
    }
  }
  return { missed, seen };
}

describe('random drops on a crowded day', { timeout: 60_000 }, () => {
  const { seed, numRuns } = soak(1_000);

  test('every violation that exists after 1,000 of them was shown before', () => {
    const { missed, seen } = play(numRuns, seed, previewMove);
    expect(missed).toEqual([]);
    // Each kind is there often enough to be missed.
    for (const code of CODES) expect(seen.get(code) ?? 0, code).toBeGreaterThan(numRuns / 200);
  });

  test('a preview that forgets one kind is found, whichever it is', () => {
    for (const code of CODES) {
      const forgetful: typeof previewMove = (...asked) => {
        const told = previewMove(...asked);
        const without = <T extends { code: string }>(list: readonly T[]) =>
          list.filter((one) => one.code !== code);
        return told && { ...told, check: { hard: without(told.check.hard), soft: without(told.check.soft) } };
      };
      const { missed } = play(300, seed, forgetful);
      expect(
        missed.some((one) => one.includes(`: ${code} `)),
        code,
      ).toBe(true);
    }
  });
});

const CODES = [
  'overlap',
  'timeOff',
  'nonJobEvent',
  'inactiveTechnician',
  'missingSkill',
  'outsideWindow',
  'otherZone',
  'outsideShift',
  'travelTooShort',
  'pushesPastWindow',
  'unconfirmed',
];
