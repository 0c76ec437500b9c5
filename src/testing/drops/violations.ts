/**
 * What is wrong with somebody's day, looked for the plain way: every visit against everything else, without the guards
 * (`checkSchedule`), so that a guard that forgets something is found. A day comes from a board, or from the rows (`rows.ts`).
 */
import type { ScheduleCheck } from '#domain/schedule/consequences.ts';
import type { AppointmentFacts } from '#domain/schedule/facts.ts';
import { isSameRound } from '#domain/schedule/route.ts';
import { DEFAULT_TRAVEL, travelMinutes } from '#domain/schedule/travel.ts';
import { addMinutes, type Instant, minutesBetween, type Span } from '#domain/time.ts';
import {
  type DayIndex,
  factsOfVisit,
  type Lane,
  occupanciesOfVisit,
} from '#web/features/board/day/day-index.ts';

type Stop = { readonly id: number; readonly start: Instant; readonly end: Instant };
type Named = Span & { readonly id: number };
/** A technician's day. `facts` of every visit in it. */
export type Round = {
  readonly who: number;
  readonly active: boolean;
  readonly skillIds: readonly number[];
  readonly zoneIds: readonly number[];
  readonly shifts: readonly Span[];
  readonly timeOff: readonly Named[];
  readonly nonJobEvents: readonly Named[];
  readonly stops: readonly Stop[];
  readonly facts: ReadonlyMap<number, Omit<AppointmentFacts, 'appointmentId'>>;
};
const meets = (a: Span, b: Span) => a.start < b.end && b.start < a.end;

/**
 * Violations by name, the code and the visits or absences it is about: those of the visit that was moved, and whom it
 * makes late. Of lanes that changed; `indexDay` keeps the others as they were.
 */
export function newViolations(before: DayIndex, after: DayIndex, movedId: number): string[] {
  return [...after.lanes].flatMap(([id, lane]) => {
    const was = before.lanes.get(id);
    return was === lane ? [] : newOf(was && roundOf(before, was), roundOf(after, lane), movedId);
  });
}

/** The same of all days of a company, by technician. */
export const newViolationsIn = (
  before: ReadonlyMap<number, Round>,
  after: ReadonlyMap<number, Round>,
  movedId: number,
): string[] => [...after].flatMap(([id, round]) => newOf(before.get(id), round, movedId));

function newOf(before: Round | undefined, after: Round, movedId: number): string[] {
  const known = new Set(before ? violationsIn(before) : []);
  return [...violationsIn(after)].filter((one) => !known.has(one) && concerns(one, String(movedId)));
}

function concerns(violation: string, movedId: string): boolean {
  const [code, first, second] = violation.split(' ');
  const isPair = code === 'overlap' || code === 'travelTooShort';
  return first === movedId || (isPair && second === movedId);
}

function roundOf({ setup, visits }: DayIndex, lane: Lane): Round {
  const { id: who, active, skillIds, zoneIds, shifts, timeOff, nonJobEvents } = lane.technician;
  const stops = lane.visits.flatMap((visit) =>
    occupanciesOfVisit(visit)
      .filter(({ technicianId }) => technicianId === who)
      .map(({ start, end }): Stop => ({ id: visit.id, start, end })),
  );
  const facts = new Map(stops.map(({ id }) => [id, factsOfVisit(visits.get(id)!, setup)]));
  const worked = shifts.filter((one) => one.active);
  return { who, active, skillIds, zoneIds, shifts: worked, timeOff, nonJobEvents, stops, facts };
}

const pair = (a: number, b: number) => (a < b ? `${a} ${b}` : `${b} ${a}`);

function* violationsIn(round: Round): Generator<string> {
  const { who, skillIds, zoneIds } = round;
  const stops = [...round.stops].sort((a, b) =>
    a.start < b.start ? -1 : a.start > b.start ? 1 : a.id - b.id,
  );
  for (const stop of stops) {
    const facts = round.facts.get(stop.id)!;
    for (const other of stops)
      if (stop.id < other.id && meets(stop, other)) yield `overlap ${pair(stop.id, other.id)}`;
    for (const off of round.timeOff) if (meets(stop, off)) yield `timeOff ${stop.id} ${off.id}`;
    for (const event of round.nonJobEvents)
      if (meets(stop, event)) yield `nonJobEvent ${stop.id} ${event.id}`;
    if (!round.active) yield `inactiveTechnician ${stop.id} ${who}`;
    const { windowStart, windowEnd, zoneId } = facts;
    if (facts.skillIds.some((id) => !skillIds.includes(id))) yield `missingSkill ${stop.id} ${who}`;
    if (windowStart && windowEnd && (stop.start < windowStart || stop.start > windowEnd))
      yield `outsideWindow ${stop.id} ${who}`;
    if (zoneId !== null && zoneIds.length > 0 && !zoneIds.includes(zoneId))
      yield `otherZone ${stop.id} ${who}`;
    if (isBeyondShifts(stop, round)) yield `outsideShift ${stop.id} ${who}`;
    if (!facts.isConfirmed) yield `unconfirmed ${stop.id} ${who}`;
  }
  yield* drivesIn(round, stops);
}

/** Step by step. */
function isBeyondShifts(stop: Stop, { shifts }: Round): boolean {
  for (let at = stop.start; at < stop.end; at = addMinutes(at, 5)) {
    if (!shifts.some(({ start, end }) => start <= at && at < end)) return true;
  }
  return false;
}

/** From each to the next one that begins when it is over, unless an event lies between; and whom it makes late. */
function* drivesIn(round: Round, stops: readonly Stop[]): Generator<string> {
  const absences = [...round.timeOff, ...round.nonJobEvents];
  for (const from of stops) {
    // Whoever has been away since, or goes away before, drives from there, or to there.
    const isBetween = (one: Span, to: Stop) =>
      (one.end > from.end && one.end <= to.start) || (one.start >= from.end && one.start < to.start);
    const later = stops.filter((one) => one.id !== from.id && one.start >= from.end);
    const to = later[0];
    if (
      to &&
      isSameRound(from.end, to.start) &&
      !absences.some((one) => isBetween(one, to)) &&
      isLastBefore(from, to, stops)
    ) {
      const { minutes } = drive(round, from.id, to.id);
      if (minutesBetween(from.end, to.start) < minutes) yield `travelTooShort ${from.id} ${to.id}`;
    }
    yield* latenessAfter(round, from, stops);
  }
}

const drive = ({ facts }: Round, from: number, to: number) =>
  travelMinutes(facts.get(from)!, facts.get(to)!, DEFAULT_TRAVEL);

const isLastBefore = (from: Stop, to: Stop, stops: readonly Stop[]): boolean =>
  !stops.some((one) => one.id !== from.id && one.id !== to.id && one.end <= to.start && one.end > from.end);

/** The day run forward from one visit: whoever it makes later than promised. */
function* latenessAfter(round: Round, from: Stop, stops: readonly Stop[]): Generator<string> {
  let [freeAt, at] = [from.end, from.id];
  for (const next of stops) {
    if (next.id === from.id || next.start < from.start || !isSameRound(from.end, next.start)) continue;
    const arrives = addMinutes(freeAt, drive(round, at, next.id).minutes);
    if (arrives <= next.start) return;
    const { windowEnd } = round.facts.get(next.id)!;
    if (windowEnd && arrives > windowEnd) yield `pushesPastWindow ${from.id} ${next.id}`;
    freeAt = addMinutes(arrives, minutesBetween(next.start, next.end));
    at = next.id;
  }
}

/** What a preview or an answer of the server says of a drop, by the same names. */
export function shownBy(index: DayIndex, visitId: number, { hard, soft }: ScheduleCheck): Set<string> {
  const visitOf = new Map<number, number>();
  for (const visit of index.visits.values()) {
    for (const { sourceId } of occupanciesOfVisit(visit)) visitOf.set(sourceId, visit.id);
  }
  const name = (sourceId: unknown) => visitOf.get(Number(sourceId)) ?? visitId;
  return new Set(
    [...hard, ...soft].map(({ code, params }) => {
      const who = params.technicianId;
      switch (code) {
        case 'overlap':
          return `overlap ${pair(visitId, name(params.otherSourceId))}`;
        case 'timeOff':
        case 'nonJobEvent':
          return `${code} ${visitId} ${params.otherSourceId}`;
        case 'travelTooShort':
          return `travelTooShort ${name(params.fromSourceId)} ${name(params.toSourceId)}`;
        case 'pushesPastWindow':
          return `pushesPastWindow ${visitId} ${name(params.otherSourceId)}`;
        default:
          return `${code} ${visitId} ${who}`;
      }
    }),
  );
}
