/**
 * Later starts: the demo reaches two months ahead again, and today has its story. Nothing past is rewritten: days that
 * went by while it was off keep what was planned for them.
 */
import type { Clock } from '#db/clock.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addDays, type Day, dayOf, daySpan, daysBetween, type Instant } from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { liveVisits } from './days.ts';
import { fateAt } from './life.ts';
import {
  AHEAD_DAYS,
  DEMO_TENANT_ID,
  DEMO_ZONE,
  type DemoProgress,
  demoContext,
  tellOnce,
  writeDays,
} from './load.ts';
import type { DemoPlace, DemoPlaces } from './people.ts';
import { planDay } from './plan.ts';
import { chanceOf } from './random.ts';
import type { DemoSetUp } from './set-up.ts';
import { storedSetUp } from './stored-set-up.ts';

const LOAD = 0.3;
const DEADLINE_MS = 120_000;

export async function extendDemo(database: Database, clock: Clock, onProgress: DemoProgress): Promise<void> {
  const now = clock.now();
  const today = dayOf(now, DEMO_ZONE);
  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>) =>
    database.transaction({ tenantId: DEMO_TENANT_ID, deadlineMs: DEADLINE_MS }, work);
  const known = await inTransaction((tx) => knownDemo(tx, today));
  if (!known) return;
  const { setUp, places, last, toldOn } = known;
  const context = demoContext(known.person.id, known.person.name, now);
  await inTransaction((tx) => finishEarlierDays(tx, context, setUp, today));
  const total = Math.max(0, daysBetween(last, addDays(today, AHEAD_DAYS)));
  for (let index = 1; index <= total; index += 1) {
    const day = addDays(last, index);
    await inTransaction(async (tx) => {
      await writeDays(tx, context, setUp, places, [planDay(setUp, places, day, LOAD)], today);
      await tx.query('update office.demo set last_day = $2 where tenant_id = $1', [DEMO_TENANT_ID, day]);
    });
    onProgress('days', index, total);
  }
  // Today was planned at an earlier start: it begins to live now, unless somebody touched it.
  if (last >= today && toldOn !== today) {
    await inTransaction(async (tx) => {
      await liveToday(tx, context, setUp, today);
      await tellOnce(tx, context, setUp, places, today);
    });
  }
}

type KnownDemo = {
  last: Day;
  toldOn: Day | null;
  person: { id: Id; name: string };
  setUp: DemoSetUp;
  places: DemoPlaces;
};

async function knownDemo(tx: Transaction, today: Day): Promise<KnownDemo | null> {
  const [demo] = await tx.query<{ last: Day; toldOn: Day | null }>(
    'select last_day as last, told_on as "toldOn" from office.demo where tenant_id = $1',
    [DEMO_TENANT_ID],
  );
  const [person] = await tx.query<{ id: Id; name: string }>(
    `select id, name from office.users where tenant_id = $1 and 'dispatcher' = any(roles) order by id limit 1`,
    [DEMO_TENANT_ID],
  );
  if (!demo || !person) return null;
  return { ...demo, person, setUp: await storedSetUp(tx, today), places: await demoPlaces(tx) };
}

/**
 * Who was working when the demo was last stopped is not working still: they left at the planned end. Told now, as
 * an office would catch up, so the past itself stays as it was written.
 */
async function finishEarlierDays(
  tx: Transaction,
  context: CommandContext,
  setUp: DemoSetUp,
  today: Day,
): Promise<void> {
  const begun = await tx.query<{ jobId: Id }>(
    `select distinct j.id as "jobId" from company.jobs j
     join company.appointments a on a.tenant_id = j.tenant_id and a.job_id = j.id
     join company.assignments s on s.tenant_id = a.tenant_id and s.appointment_id = a.id
     where j.tenant_id = $1 and j.source = 'demo' and s.active and s.status = 'Working' and a.start < $2`,
    [tx.tenantId, daySpan(today, DEMO_ZONE).start],
  );
  const lived = begun.map(({ jobId }) => ({ jobId, fate: 'finished' as const }));
  await liveVisits(tx, context, chanceOf(`finish ${today}`), setUp, lived, 'Pending');
}

/** Visits of today that the demo planned and nobody has touched become what they would be by now. */
async function liveToday(
  tx: Transaction,
  context: CommandContext,
  setUp: DemoSetUp,
  today: Day,
): Promise<void> {
  const { start, end } = daySpan(today, DEMO_ZONE);
  const visits = await tx.query<{ jobId: Id; start: Instant; end: Instant }>(
    `select a.job_id as "jobId", a.start, a."end" from company.appointments a
     join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
     where a.tenant_id = $1 and a.start >= $2 and a.start < $3 and a.version = 1 and j.version = 1
       and j.source = 'demo' and j.status = 'Scheduled' order by a.start, a.id`,
    [tx.tenantId, start, end],
  );
  const chance = chanceOf(`life ${today}`);
  const lived = visits.map((one) => ({
    jobId: one.jobId,
    fate: fateAt(chance, one.start, one.end, context.now),
  }));
  await liveVisits(tx, context, chance, setUp, lived, 'Pending');
}

async function demoPlaces(tx: Transaction): Promise<DemoPlaces> {
  const rows = await tx.query<DemoPlace>(
    `select l.customer_id as "customerId", l.id as "locationId", l.state = 'IL' as "isCentral" from company.locations l
     join company.customers c on c.tenant_id = l.tenant_id and c.id = l.customer_id
     where l.tenant_id = $1 and c.source = 'demo' and c.active and l.active and not c.do_not_service order by l.id`,
    [tx.tenantId],
  );
  return { eastern: rows.filter((one) => !one.isCentral), central: rows.filter((one) => one.isCentral) };
}
