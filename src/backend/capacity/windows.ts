/** The windows of some days for a booking: the facts out of the database, the rules from `domain/capacity`. */
import { type CapacityWindow, type CapacityWindows, NO_ZONE, type WindowsQuery } from '#contract/capacity.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { type BestWindow, bestWindows } from '#domain/capacity/best-windows.ts';
import type { AskedWindow, CapacityAsk } from '#domain/capacity/facts.ts';
import { minuteSpan } from '#domain/capacity/minute-spans.ts';
import { type WindowCapacity, windowCapacities } from '#domain/capacity/window-capacity.ts';
import { minuteOfClock } from '#domain/clock-minutes.ts';
import type { Id } from '#domain/ids.ts';
import { windowsOn } from '#domain/schedule/arrival-windows.ts';
import {
  addDays,
  type Day,
  dayOf,
  daysBetween,
  type Instant,
  instantOfMinute,
  localTime,
  minuteOf,
  type Span,
  startOfDay,
} from '#domain/time.ts';
import { ALL_SAVED, capacityTechnicians, type NotSavedYet, waitingVisits } from './facts.ts';
import { capacityGround, type Found } from './ground.ts';
import { wishesOf } from './wishes.ts';

type Asker = { readonly actor: Actor; readonly now: Instant };
/** As many technicians as a screen names; how many there are is said beside them. */
const NAMED = 5;

/** A minute that has begun is over: rounded down, a window would be offered that the phone calls past. */
const minuteBegun = (at: Instant): number => Math.ceil(minuteOf(at));

export type Question = Omit<WindowsQuery, 'from' | 'to'>;

/** Throws ProblemError record.not_found for what the question names and the asker may not see. */
export async function capacityWindows(
  tx: Transaction,
  asker: Asker,
  { from, to, ...question }: WindowsQuery,
  notSaved?: NotSavedYet,
): Promise<CapacityWindows> {
  const prepared = await prepare(tx, asker, question);
  const { ground, timeZone, ask } = prepared;
  const windows = askedWindows(ground, ask.businessUnitId, { from, to }, timeZone);
  const capacities = await capacitiesOf(tx, asker, prepared, windows, { from, to }, notSaved);
  const wishes = await wishesOf(tx, asker.actor, {
    location: ground.location,
    customerId: question.customerId ?? null,
    timeZone,
    range: rangeOf({ from, to }, timeZone),
    technicianIds: [...new Set(capacities.flatMap(({ able }) => able.map((one) => one.technicianId)))],
    now: minuteBegun(asker.now),
    priority: question.priority,
  });
  return {
    timeZone,
    minutes: ask.minutes,
    windows: capacities.map(viewOf),
    best: bestWindows(capacities, wishes).map(bestView),
  };
}

/** The room in one window, which need not be one of the company's. Throws as `capacityWindows` does. */
export async function roomIn(
  tx: Transaction,
  asker: Asker,
  question: Question,
  window: Span,
  notSaved?: NotSavedYet,
): Promise<{ readonly day: Day; readonly timeZone: string; readonly closed: WindowCapacity['closed'] }> {
  const prepared = await prepare(tx, asker, question);
  const { ground, timeZone, ask } = prepared;
  const day = dayOf(window.start, timeZone);
  const asked: AskedWindow = {
    ...minuteSpan(window),
    day,
    key: `${localTime(window.start, timeZone)}-${localTime(window.end, timeZone)}`,
    startMinute: minuteOfClock(localTime(window.start, timeZone)),
  };
  // The others of its day tell a unit that is closed from hours nobody works.
  const others = askedWindows(ground, ask.businessUnitId, { from: day, to: day }, timeZone);
  const range = { from: day, to: day };
  const [found] = await capacitiesOf(tx, asker, prepared, [asked, ...others], range, notSaved);
  return { day, timeZone, closed: found!.closed };
}

type Prepared = { readonly ground: Found; readonly timeZone: string; readonly ask: CapacityAsk };
type Days = { readonly from: Day; readonly to: Day };

const named = (zone: Id | typeof NO_ZONE): Id | null => (zone === NO_ZONE ? null : zone);

async function prepare(tx: Transaction, { actor }: Asker, question: Question): Promise<Prepared> {
  const { businessUnitId, jobTypeId, locationId = null, zip = '', zoneId, priority } = question;
  const ground = await capacityGround(tx, actor, { businessUnitId, jobTypeId, locationId, zip });
  const ask: CapacityAsk = {
    businessUnitId,
    jobTypeId,
    priority,
    skillIds: ground.jobType.skillIds,
    zoneId: locationId === null && zoneId !== undefined ? named(zoneId) : (ground.location?.zoneId ?? null),
    minutes: question.minutes ?? ground.jobType.minutes,
  };
  return { ground, timeZone: ground.location?.timeZone ?? ground.unit.timeZone, ask };
}

/** A visit may begin at the end of the last day and run into the next. */
const rangeOf = ({ from, to }: Days, zone: string): Span => ({
  start: startOfDay(from, zone),
  end: startOfDay(addDays(to, 2), zone),
});

async function capacitiesOf(
  tx: Transaction,
  { now }: Asker,
  { ground, timeZone, ask }: Prepared,
  windows: readonly AskedWindow[],
  days: Days,
  notSaved: NotSavedYet = ALL_SAVED,
): Promise<WindowCapacity[]> {
  const range = rangeOf(days, timeZone);
  return windowCapacities({
    ask,
    windows,
    technicians: await capacityTechnicians(tx, ask.businessUnitId, range, notSaved),
    waiting: await waitingVisits(tx, ask.businessUnitId, range, notSaved),
    rules: ground.rules,
    now: minuteBegun(now),
  });
}

function askedWindows(
  ground: Found,
  businessUnitId: number,
  { from, to }: Days,
  zone: string,
): AskedWindow[] {
  const days = Array.from({ length: daysBetween(from, to) + 1 }, (_, ahead) => addDays(from, ahead));
  return days.flatMap((day) =>
    windowsOn(ground.windows, businessUnitId, day, zone).map(({ key, ...span }) => ({
      ...minuteSpan(span),
      day,
      key,
      startMinute: minuteOfClock(key),
    })),
  );
}

const timesOf = ({ from, to, day, key }: AskedWindow) => ({
  day,
  key,
  start: instantOfMinute(from),
  end: instantOfMinute(to),
});

const viewOf = ({ window, closed, able, ...rest }: WindowCapacity): CapacityWindow => ({
  ...timesOf(window),
  closed: closed && { code: closed.code, params: { ...closed.params } },
  able: able.length,
  technicianIds: able.slice(0, NAMED).map(({ technicianId }) => technicianId),
  ...rest,
});

const bestView = ({ window, technicianId, score, factors }: BestWindow) => ({
  ...timesOf(window),
  technicianId,
  score,
  factors: factors.map(({ code, points, params }) => ({ code, points, params: { ...params } })),
});
