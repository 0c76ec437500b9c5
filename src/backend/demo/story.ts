/** Today's story: one of everything an office has to look at, around the minute the demo is started. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant, instantFromMs, msOf, type Span } from '#domain/time.ts';
import { bookJobs } from '../jobs/book.ts';
import type { CommandContext } from '../write/context.ts';
import { bookingOf, bookVisits, type LivedVisit, liveVisits } from './days.ts';
import type { Fate } from './life.ts';
import type { DemoPlace, DemoPlaces } from './people.ts';
import type { PlannedVisit } from './plan.ts';
import type { Dice } from './random.ts';
import type { DemoSetUp, DemoTechnician } from './set-up.ts';

const UNASSIGNED = 12;
const WINDOW_MINUTES = 120;
const QUARTER_MS = 15 * 60_000;

type Scene = {
  readonly fate: Fate;
  readonly startsIn: number;
  readonly minutes: number;
  readonly windowMinutes?: number;
};

/** The first is late: due to begin 40 minutes ago, promised for half an hour, and nobody is on the way. */
const SCENES: readonly Scene[] = [
  { fate: 'confirmed', startsIn: -40, minutes: 60, windowMinutes: 30 },
  { fate: 'working', startsIn: -30, minutes: 90 },
  { fate: 'working', startsIn: -90, minutes: 75 },
  { fate: 'paused', startsIn: -60, minutes: 150 },
  { fate: 'dispatched', startsIn: 15, minutes: 60 },
  { fate: 'planned', startsIn: 60, minutes: 90 },
];

/** How many technicians the scenes need, and when. */
export const STORY_CREW = SCENES.length;
export const storySpan = (now: Instant): Span => ({
  start: addMinutes(now, -120),
  end: addMinutes(now, 180),
});

export async function tellToday(
  tx: Transaction,
  context: CommandContext,
  chance: Dice,
  setUp: DemoSetUp,
  places: DemoPlaces,
): Promise<void> {
  const now = instantFromMs(Math.floor(msOf(context.now) / QUARTER_MS) * QUARTER_MS);
  const bookedOn = addMinutes(now, -24 * 60);
  const placeOf = (technician: DemoTechnician) =>
    chance.pick(technician.unit.trade === 'Electrical' ? places.central : places.eastern);
  const free = await freeIn(tx, setUp, storySpan(now));
  const visits: { visit: PlannedVisit; fate: Fate }[] = [];
  for (const [index, scene] of SCENES.entries()) {
    const technician = free[index];
    if (!technician) break;
    const start = addMinutes(now, Math.round(scene.startsIn / 15) * 15);
    const visit = visitOf(chance, setUp, technician, placeOf(technician), start, scene.minutes);
    const window = { start, end: addMinutes(start, scene.windowMinutes ?? WINDOW_MINUTES) };
    visits.push({ fate: scene.fate, visit: { ...visit, window } });
  }
  // The tray: due later today, in windows that are still open; two of them held for parts.
  for (let index = 0; index < UNASSIGNED + 2; index++) {
    const technician = chance.pick(setUp.technicians);
    const start = addMinutes(now, 60 + 30 * (index % 8));
    const visit = {
      ...visitOf(chance, setUp, technician, placeOf(technician), start, 90),
      technicianId: null,
    };
    visits.push({ fate: index < UNASSIGNED ? 'planned' : 'held', visit });
  }
  const jobIds = await bookVisits(
    tx,
    { ...context, now: bookedOn },
    visits.map(({ visit }) => bookingOf(chance, setUp, visit, bookedOn)),
  );
  const lived = jobIds.map((jobId, index): LivedVisit => ({ jobId, fate: visits[index]!.fate }));
  await liveVisits(tx, context, chance, setUp, lived, 'Pending');
  const ahead = visits.findLast(({ fate, visit }) => fate === 'planned' && visit.technicianId !== null);
  if (ahead) await overlap(tx, context, chance, setUp, ahead.visit);
}

/** A double booking, taken on purpose: somebody who may said why. */
async function overlap(
  tx: Transaction,
  context: CommandContext,
  chance: Dice,
  setUp: DemoSetUp,
  under: PlannedVisit,
): Promise<void> {
  const visit = { ...under, start: addMinutes(under.start, 30), end: addMinutes(under.start, 75) };
  const booking = {
    ...bookingOf(chance, setUp, visit, addMinutes(context.now, -60)),
    overrideReason: 'Same street, the customer agreed to wait',
  };
  await bookJobs(
    tx,
    context,
    [booking],
    { verb: 'job.booked', undoable: false, silent: true },
    { warnings: false },
  );
}

/** Technicians with nothing in the span and no work begun. */
async function freeIn(tx: Transaction, setUp: DemoSetUp, span: Span): Promise<DemoTechnician[]> {
  const busy = await tx.query<{ id: Id }>(
    `select technician_id as id from company.occupancy where tenant_id = $1 and start < $3 and "end" > $2
     union select technician_id from company.assignments where tenant_id = $1 and active and status = 'Working'`,
    [tx.tenantId, span.start, span.end],
  );
  const ids = new Set(busy.map((one) => one.id));
  return setUp.technicians.filter((one) => !ids.has(one.id));
}

function visitOf(
  chance: Dice,
  setUp: DemoSetUp,
  technician: DemoTechnician,
  place: DemoPlace,
  start: Instant,
  minutes: number,
): PlannedVisit {
  const types = setUp.jobTypes.filter((type) => type.trade === technician.unit.trade && type.minutes <= 120);
  return {
    technicianId: technician.id,
    unitId: technician.unit.id,
    type: chance.pick(types),
    place,
    start,
    end: addMinutes(start, minutes),
    window: { start, end: addMinutes(start, WINDOW_MINUTES) },
  };
}
