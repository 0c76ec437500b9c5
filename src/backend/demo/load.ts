/**
 * The demo company: made once in an empty database, then kept reaching two months ahead at every later start; nothing
 * past is rewritten. Everything goes through the same commands as the office's own work.
 */
import type { Clock } from '#db/clock.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type Role, rightsOf } from '#domain/roles.ts';
import { addDays, addMinutes, type Day, dayOf, daysBetween, type Instant, startOfDay } from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { bookingOf, bookVisits, insertSpans, liveVisits } from './days.ts';
import { fateAt, pastFate } from './life.ts';
import { type DemoPlaces, insertPeople } from './people.ts';
import { type PlannedDay, planDay } from './plan.ts';
import { chanceOf } from './random.ts';
import { type DemoSetUp, insertSetUp } from './set-up.ts';
import { STORY_CREW, storySpan, tellToday } from './story.ts';

export const DEMO_TENANT_ID = 1;
export const DEMO_ZONE = 'America/New_York';
export const AHEAD_DAYS = 60;
const DEADLINE_MS = 180_000;

export type DemoSize = {
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
  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>) =>
    database.transaction({ tenantId: DEMO_TENANT_ID, deadlineMs: DEADLINE_MS }, work);
  const bornOn = addMinutes(startOfDay(first, DEMO_ZONE), -60 * 24 * 30);
  const setUp = await inTransaction((tx) => insertSetUp(tx, bornOn, chanceOf('set-up'), size.technicians));
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
  for (let index = 0; index < total; index += 1) {
    const day = addDays(first, index);
    const plan = shortened(planDay(setUp, places, day, loadOf(today, day)), size.visitMinutes);
    await inTransaction((tx) => writeDay(tx, context, setUp, places, plan, today));
    if (ANALYZE_AFTER_DAYS.includes(index + 1)) await analyze(database);
    onProgress('days', index + 1, total);
  }
  await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query('update office.demo set complete = true where tenant_id = $1', [DEMO_TENANT_ID]),
  );
  await analyze(database);
  // Loading grows the engine's memory and it never shrinks by itself.
  await database.recycle();
}

/**
 * Foreign keys keep the plan of their first check: made when a table was nearly empty, that is a full scan, and the
 * load grows with the square of its rows (measured: 19 s of 29). ANALYZE makes them plan again.
 */
const ANALYZE_AFTER_DAYS: readonly number[] = [1, 4, 16, 64];
const analyze = (database: Database) =>
  database.transaction({ tenantId: 'system', deadlineMs: DEADLINE_MS }, (tx) => tx.query('analyze'));

/** The past and today are full; ahead it thins out. */
function loadOf(today: Day, day: Day): number {
  const ahead = daysBetween(today, day);
  if (ahead === 0) return 1;
  if (ahead < 0) return 0.55;
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

export async function writeDay(
  tx: Transaction,
  context: CommandContext,
  setUp: DemoSetUp,
  places: DemoPlaces,
  planned: PlannedDay,
  today: Day,
): Promise<void> {
  const plan =
    daysBetween(today, planned.day) === 0 ? withRoomForStory(planned, setUp, context.now) : planned;
  const chance = chanceOf(`life ${plan.day}`);
  const opens = addMinutes(startOfDay(plan.day, DEMO_ZONE), 10 * 60);
  const ahead = daysBetween(today, plan.day);
  // Booked two days before at ten, and never later than now.
  const bookedOn = [addMinutes(opens, -2 * 24 * 60), addMinutes(context.now, -120)].sort()[0]!;
  const booking = { ...context, now: bookedOn };
  await insertSpans(tx, booking, [plan]);
  const jobIds = await bookVisits(
    tx,
    booking,
    plan.visits.map((visit) => bookingOf(chance, setUp, visit, bookedOn)),
  );
  if (ahead > 0) return;
  const closes = addMinutes(opens, 10 * 60);
  const lived = { ...context, now: ahead === 0 ? context.now : closes };
  const fates = jobIds.map((jobId, index) => {
    const { start, end } = plan.visits[index]!;
    return { jobId, fate: ahead === 0 ? fateAt(chance, start, end, context.now) : pastFate(chance) };
  });
  await liveVisits(
    tx,
    lived,
    chance,
    setUp,
    fates,
    ahead < -21 ? 'Exported' : ahead < -5 ? 'Posted' : 'Pending',
  );
  if (ahead === 0) await tellOnce(tx, context, setUp, places, plan.day);
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
    await tx.query(`insert into office.tenants (id, name) values ($1, 'Bay State Comfort')`, [
      DEMO_TENANT_ID,
    ]);
    const ids = await newIds(tx, PEOPLE.length);
    for (const [index, [role, email, name]] of PEOPLE.entries()) {
      await tx.query(
        `insert into office.users (tenant_id, id, email, name, password_hash, roles) values ($1, $2, $3, $4, $5, $6)`,
        [DEMO_TENANT_ID, ids[index], email, name, passwordHash, [role]],
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
    name,
    roles: ['dispatcher'],
    rights: rightsOf({ roles: ['dispatcher'] }),
    businessUnitIds: null,
  },
  now,
  requestId: 'demo',
  address: '',
});
