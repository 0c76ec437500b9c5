/**
 * The demo company: made once in an empty database, then kept reaching two months ahead at every later start; nothing
 * past is rewritten. Everything goes through the same commands as the office's own work.
 */
import type { Clock } from '#db/clock.ts';
import type { Database, Transaction } from '#db/database.ts';
import { requireReferences } from '#db/references.ts';
import type { Id } from '#domain/ids.ts';
import { type Role, rightsOf } from '#domain/roles.ts';
import {
  addDays,
  addMinutes,
  type Day,
  dayOf,
  daySpan,
  daysBetween,
  type Instant,
  startOfDay,
} from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { rowAdder } from './add-rows.ts';
import { addCalls } from './calls.ts';
import { addCustomerPayments } from './customer-payments.ts';
import { bookingOf, bookVisits, insertSpans, liveVisits } from './days.ts';
import { addTraining } from './hours.ts';
import { fateAt, pastFate } from './life.ts';
import { addNotes } from './notes.ts';
import { addOrders } from './orders.ts';
import { addPayments } from './payments.ts';
import { type DemoPlaces, insertPeople } from './people.ts';
import { type PlannedDay, planDay, TRAINEE } from './plan.ts';
import { addProjects } from './projects.ts';
import { chanceOf } from './random.ts';
import { addReturns } from './returns.ts';
import { type DemoSetUp, insertSetUp } from './set-up.ts';
import { STORY_CREW, storySpan, tellToday } from './story.ts';

export const DEMO_TENANT_ID = 1;
export const DEMO_ZONE = 'America/New_York';
export const AHEAD_DAYS = 60;
const DEADLINE_MS = 180_000;

type DemoSize = {
  technicians: number;
  customers: number;
  pastDays: number;
  aheadDays: number;
  visitMinutes: number | null;
};
export const DEMO_SIZES = {
  normal: { technicians: 30, customers: 5000, pastDays: 91, aheadDays: AHEAD_DAYS, visitMinutes: null },
  /** For measurements: 500 technicians × about 10 appointments today. */
  large: { technicians: 500, customers: 20_000, pastDays: 0, aheadDays: 0, visitMinutes: 45 },
} as const satisfies Record<string, DemoSize>;

const PEOPLE: readonly [role: Role, email: string, name: string][] = [
  ['csr', 'csr@demo.test', 'Maria Tran'],
  ['dispatcher', 'dispatch@demo.test', 'Ana Ruiz'],
  ['purchasing', 'purchasing@demo.test', 'Pete Olsen'],
  ['accounting', 'accounting@demo.test', 'Joan Okafor'],
  ['admin', 'admin@demo.test', 'Alex Reed'],
];
export const DEMO_LOGINS = PEOPLE.map(([, email]) => email);

export type DemoProgress = (step: string, done: number, total: number) => void;

export async function loadDemo(
  database: Database,
  clock: Clock,
  options: { passwordHash: string; size?: DemoSize; onProgress?: DemoProgress },
): Promise<void> {
  const size = options.size ?? DEMO_SIZES.normal;
  const onProgress = options.onProgress ?? (() => {});
  const now = clock.now();
  const today = dayOf(now, DEMO_ZONE);
  const first = addDays(today, -size.pastDays);
  const last = addDays(today, size.aheadDays);
  const context = await insertOffice(database, options.passwordHash, now, first, last);
  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>, referencesLater = false) =>
    database.transaction({ tenantId: DEMO_TENANT_ID, deadlineMs: DEADLINE_MS, referencesLater }, work);
  const bornOn = addMinutes(startOfDay(first, DEMO_ZONE), -60 * 24 * 30);
  // A demo that reaches only today is for measurements: its hours end with it, so that no shifts are made ahead.
  const hours = { from: first, until: size.aheadDays === 0 ? last : null };
  const setUp = await inTransaction((tx) =>
    insertSetUp(tx, bornOn, chanceOf('set-up'), size.technicians, hours),
  );
  const trainee = setUp.technicians[TRAINEE];
  if (trainee && size.pastDays > 0) {
    const past = { from: first, until: addDays(today, -1) };
    await inTransaction((tx) => addTraining(rowAdder(tx, bornOn), trainee.id, past));
  }
  const people = await insertPeople(
    inTransaction,
    { ...context, now: bornOn },
    chanceOf('people'),
    setUp,
    size.customers,
  );
  const places = {
    eastern: people.filter((one) => !one.isCentral),
    central: people.filter((one) => one.isCentral),
  };
  const total = daysBetween(first, last) + 1;
  const plan = (day: Day) => shortened(planDay(setUp, places, day, loadOf(today, day)), size.visitMinutes);
  let done = 0;
  while (done < total) {
    const together = Math.min(daysTogether(daysBetween(today, addDays(first, done))), total - done);
    const start = addDays(first, done);
    const rest = Array.from({ length: together - 1 }, (_, index) => plan(addDays(start, index + 1)));
    await inTransaction((tx) => writeDays(tx, context, setUp, places, [plan(start), ...rest], today), true);
    const before = done;
    done += together;
    if (ANALYZE_AFTER_DAYS.some((after) => before < after && after <= done)) await analyze(database, GROWING);
    onProgress('days', done, total);
  }
  await inTransaction((tx) => addCustomerPayments(tx, context, today), true);
  await inTransaction((tx) => addProjects(tx, context, startOfDay(today, DEMO_ZONE), DEMO_ZONE));
  await inTransaction((tx) => addCalls(tx, chanceOf('calls'), now));
  await inTransaction((tx) => addNotes(tx, context, chanceOf('notes'), today));
  await inTransaction((tx) => addOrders(tx, context, today, DEMO_ZONE));
  await inTransaction((tx) => addReturns(tx, context, today, DEMO_ZONE));
  await inTransaction((tx) => addPayments(tx, context, today, DEMO_ZONE));
  await analyze(database);
  await database.transaction({ tenantId: 'system', deadlineMs: DEADLINE_MS }, async (tx) => {
    await requireReferences(tx);
    await tx.query('update office.demo set complete = true where tenant_id = $1', [DEMO_TENANT_ID]);
  });
  // Loading grows the engine's memory and it never shrinks by itself.
  await database.recycle();
}

/**
 * Foreign keys keep the plan of their first check: made when a table was nearly empty, that is a full scan, and the
 * load grows with the square of its rows (measured: 19 s of 29). ANALYZE makes them plan again.
 */
const ANALYZE_AFTER_DAYS: readonly number[] = [1, 6, 36];
/** What foreign keys of the load point to. */
const GROWING =
  'company.customers, company.locations, company.jobs, company.appointments, company.assignments, company.invoices';
const analyze = (database: Database, tables = '') =>
  database.transaction({ tenantId: 'system', deadlineMs: DEADLINE_MS }, (tx) =>
    tx.query(`analyze ${tables}`),
  );

/** The past and today are full; ahead it thins out. */
function loadOf(today: Day, day: Day): number {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return 1;
  // Two weeks back the days are full; before that as full as the load has time for (20 s, backend/README.md).
  if (ahead < 0) return ahead < -14 ? 0.4 : 0.55;
  return ahead < 4 ? 0.6 : ahead < 14 ? 0.25 : 0.1;
}

/** The large demo: short visits back to back, so that a lane holds ten. */
function shortened(plan: PlannedDay, minutes: number | null): PlannedDay {
  if (minutes === null) return plan;
  const visits = plan.shifts.flatMap(({ technicianId, start }) => {
    const own = plan.visits.filter((visit) => visit.technicianId === technicianId);
    if (own.length === 0) return [];
    return Array.from({ length: 10 }, (_, index) => {
      const from = addMinutes(start, index * 55);
      return {
        ...own[index % own.length]!,
        start: from,
        end: addMinutes(from, minutes),
        window: { start: from, end: addMinutes(from, 120) },
      };
    });
  });
  return { ...plan, absences: [], visits };
}

/** Days before today that can be looked at minute by minute; of those before them, how they ended is enough. */
const STEP_BY_STEP_DAYS = 0;

/** Far from today days are written together: the office wrote its papers once in those days, and the load is quicker. */
const NEAR_DAYS = 7;
const daysTogether = (ahead: number): number => (ahead + 4 <= -NEAR_DAYS ? 4 : ahead > NEAR_DAYS ? 7 : 1);

/** @param planned one day, or several in a row that are all over or all ahead */
export async function writeDays(
  tx: Transaction,
  context: CommandContext,
  setUp: DemoSetUp,
  places: DemoPlaces,
  planned: readonly [PlannedDay, ...PlannedDay[]],
  today: Day,
): Promise<void> {
  const plans = planned.map((one) => (one.day === today ? withRoomForStory(one, setUp, context.now) : one));
  const [first, last] = [planned[0].day, planned.at(-1)!.day];
  const chance = chanceOf(`life ${first}`);
  const tenOn = (day: Day) => addMinutes(startOfDay(day, DEMO_ZONE), 10 * 60);
  const ahead = daysBetween(today, last);
  // Booked two days before at ten, and never later than now.
  const bookedOn = [addMinutes(tenOn(first), -2 * 24 * 60), addMinutes(context.now, -120)].sort()[0]!;
  const booking = { ...context, now: bookedOn };
  await insertSpans(tx, booking, plans);
  const visits = plans.flatMap((plan) => plan.visits);
  const jobIds = await bookVisits(
    tx,
    booking,
    visits.map((visit) => bookingOf(chance, setUp, visit, bookedOn)),
  );
  if (ahead > 0) return;
  const isRecent = ahead >= -STEP_BY_STEP_DAYS;
  const closes = isRecent ? daySpan(last, DEMO_ZONE).end : addMinutes(tenOn(last), 10 * 60);
  const lived = { ...context, now: ahead === 0 ? context.now : closes };
  const fates = jobIds.map((jobId, index) => {
    const { start, end } = visits[index]!;
    return { jobId, fate: ahead === 0 ? fateAt(chance, start, end, context.now) : pastFate(chance) };
  });
  await liveVisits(
    tx,
    lived,
    chance,
    setUp,
    fates,
    ahead < -21 ? 'Exported' : ahead < -5 ? 'Posted' : 'Pending',
    isRecent ? 'stepByStep' : 'atTheEnd',
  );
  if (ahead === 0) await tellOnce(tx, context, setUp, places, last);
}

/** On a full day nobody has the hours around now free: the story's crew gets them. */
function withRoomForStory(plan: PlannedDay, setUp: DemoSetUp, now: Instant): PlannedDay {
  const crew = new Set(setUp.technicians.slice(-STORY_CREW).map((one) => one.id));
  const { start, end } = storySpan(now);
  const clears = (one: { technicianId: Id | null; start: Instant; end: Instant }) =>
    one.technicianId !== null && crew.has(one.technicianId) && one.start < end && one.end > start;
  return {
    ...plan,
    visits: plan.visits.filter((one) => !clears(one)),
    absences: plan.absences.filter((one) => !clears(one)),
  };
}

/** Today's story, and the note that it has been told. */
export async function tellOnce(
  tx: Transaction,
  context: CommandContext,
  setUp: DemoSetUp,
  places: DemoPlaces,
  day: Day,
): Promise<void> {
  await tellToday(tx, context, chanceOf(`story ${day}`), setUp, places);
  await tx.query('update office.demo set told_on = $2 where tenant_id = $1', [DEMO_TENANT_ID, day]);
}

/** Tenant, people who sign in, and the mark that a load has begun. */
async function insertOffice(
  database: Database,
  passwordHash: string,
  now: CommandContext['now'],
  first: Day,
  last: Day,
): Promise<CommandContext> {
  const userIds = await database.transaction({ tenantId: 'system' }, async (tx) => {
    await tx.query(`insert into office.tenants (id, name, created_on) values ($1, 'Bay State Comfort', $2)`, [
      DEMO_TENANT_ID,
      now,
    ]);
    const ids = await newIds(tx, PEOPLE.length);
    for (const [index, [role, email, name]] of PEOPLE.entries()) {
      await tx.query(
        `insert into office.users (tenant_id, id, email, name, password_hash, roles, created_on, modified_on)
         values ($1, $2, $3, $4, $5, $6, $7, $7)`,
        [DEMO_TENANT_ID, ids[index], email, name, passwordHash, [role], now],
      );
    }
    await tx.query(
      `insert into office.demo (tenant_id, complete, first_day, last_day) values ($1, false, $2, $3)`,
      [DEMO_TENANT_ID, first, last],
    );
    return ids;
  });
  return demoContext(userIds[1]!, PEOPLE[1]![2], now);
}

/** The demo's dispatcher, who may override. */
export const demoContext = (userId: Id, name: string, now: CommandContext['now']): CommandContext => ({
  actor: {
    tenantId: DEMO_TENANT_ID,
    userId,
    // In the dispatcher's name, but nobody pressed anything: the audit must not say so.
    kind: 'system',
    name,
    roles: ['dispatcher'],
    rights: rightsOf({ roles: ['dispatcher'] }),
    businessUnitIds: null,
  },
  now,
  requestId: 'demo',
  address: '',
});
