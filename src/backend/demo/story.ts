/** Today's story: one of everything an office has to look at, around the minute the demo is started. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant, instantFromMs, msOf, type Span } from '#domain/time.ts';
import { bookJobs } from '../jobs/book.ts';
import type { CommandContext } from '../write/context.ts';
import { bookingOf, bookVisits, type LivedVisit, liveVisits } from './days.ts';
import type { Fate } from './life.ts';
import type { DemoPlace } from './people.ts';
import type { PlannedDay, PlannedVisit } from './plan.ts';
import type { Chance } from './random.ts';
import type { DemoSetUp, DemoTechnician } from './set-up.ts';

const UNASSIGNED = 12;
const QUARTER_MS = 15 * 60_000;

type Places = { eastern: readonly DemoPlace[]; central: readonly DemoPlace[] };
type Scene = { readonly fate: Fate; readonly startsIn: number; readonly minutes: number };

/** Late: due to begin 40 minutes ago, and nobody is on the way. */
const SCENES: readonly Scene[] = [
  { fate: 'confirmed', startsIn: -40, minutes: 60 },
  { fate: 'working', startsIn: -30, minutes: 90 },
  { fate: 'working', startsIn: -90, minutes: 75 },
  { fate: 'paused', startsIn: -60, minutes: 150 },
  { fate: 'dispatched', startsIn: 15, minutes: 60 },
  { fate: 'planned', startsIn: 60, minutes: 90 },
];

export async function tellToday(
  tx: Transaction,
  context: CommandContext,
  chance: Chance,
  setUp: DemoSetUp,
  places: Places,
  today: PlannedDay,
): Promise<void> {
  const now = instantFromMs(Math.floor(msOf(context.now) / QUARTER_MS) * QUARTER_MS);
  const bookedOn = addMinutes(now, -24 * 60);
  const placeOf = (technician: DemoTechnician) =>
    chance.pick(technician.unit.trade === 'Electrical' ? places.central : places.eastern);
  const free = setUp.technicians.filter((one) => isFree(one.id, today, spanOf(now, -120, 240)));
  const visits: { visit: PlannedVisit; fate: Fate }[] = [];
  for (const [index, scene] of SCENES.entries()) {
    const technician = free[index];
    if (!technician) break;
    const start = addMinutes(now, Math.round(scene.startsIn / 15) * 15);
    visits.push({
      fate: scene.fate,
      visit: visitOf(chance, setUp, technician, placeOf(technician), start, scene.minutes),
    });
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
    context,
    visits.map(({ visit }) => bookingOf(chance, setUp, visit, bookedOn)),
  );
  const lived = jobIds.map((jobId, index): LivedVisit => ({ jobId, fate: visits[index]!.fate }));
  await liveVisits(tx, context, chance, setUp, lived, 'Pending');
  await overlap(tx, context, chance, setUp, places, today, now);
}

/** A double booking, taken on purpose: somebody who may said why. */
async function overlap(
  tx: Transaction,
  context: CommandContext,
  chance: Chance,
  setUp: DemoSetUp,
  places: Places,
  today: PlannedDay,
  now: Instant,
): Promise<void> {
  const ahead = today.visits.filter((visit) => visit.technicianId !== null && visit.start > now);
  const under = ahead[0] ?? today.visits.at(-1);
  const technician = setUp.technicians.find((one) => one.id === under?.technicianId);
  if (!under || !technician) return;
  const place = chance.pick(technician.unit.trade === 'Electrical' ? places.central : places.eastern);
  const visit = visitOf(chance, setUp, technician, place, addMinutes(under.start, 30), 60);
  const booking = {
    ...bookingOf(chance, setUp, visit, addMinutes(now, -60)),
    overrideReason: 'Same street, the customer agreed to wait',
  };
  await bookJobs(tx, context, [booking], { verb: 'job.booked', undoable: false, silent: true });
}

const spanOf = (now: Instant, from: number, to: number): Span => ({
  start: addMinutes(now, from),
  end: addMinutes(now, to),
});

const isFree = (technicianId: Id, day: PlannedDay, span: Span): boolean =>
  ![...day.visits, ...day.absences].some(
    (one) => one.technicianId === technicianId && one.start < span.end && one.end > span.start,
  );

function visitOf(
  chance: Chance,
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
    window: { start, end: addMinutes(start, 120) },
  };
}
