/**
 * Later starts: the demo reaches two months ahead again, and today has its story. Nothing past is rewritten: days that
 * went by while it was off keep what was planned for them.
 */
import type { Clock } from '#db/clock.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addDays, type Day, dayOf, daysBetween } from '#domain/time.ts';
import { AHEAD_DAYS, DEMO_TENANT_ID, DEMO_ZONE, type DemoProgress, demoContext, writeDay } from './load.ts';
import type { DemoPlace } from './people.ts';
import { planDay } from './plan.ts';
import { storedSetUp } from './stored-set-up.ts';

export async function extendDemo(database: Database, clock: Clock, onProgress: DemoProgress): Promise<void> {
  const now = clock.now();
  const until = addDays(dayOf(now, DEMO_ZONE), AHEAD_DAYS);
  const inTransaction = <T>(work: (tx: Transaction) => Promise<T>) =>
    database.transaction({ tenantId: DEMO_TENANT_ID, deadlineMs: 120_000 }, work);
  const known = await inTransaction(async (tx) => {
    const [demo] = await tx.query<{ last: Day }>(
      'select last_day as last from office.demo where tenant_id = $1',
      [DEMO_TENANT_ID],
    );
    const [person] = await tx.query<{ id: Id; name: string }>(
      `select id, name from office.users where tenant_id = $1 and 'dispatcher' = any(roles) order by id limit 1`,
      [DEMO_TENANT_ID],
    );
    return { last: demo!.last, person, setUp: await storedSetUp(tx), places: await demoPlaces(tx) };
  });
  if (!known.person || known.last >= until) return;
  const context = demoContext(known.person.id, known.person.name, now);
  const total = daysBetween(known.last, until);
  for (let index = 1; index <= total; index += 1) {
    const day = addDays(known.last, index);
    await inTransaction(async (tx) => {
      await writeDay(
        tx,
        context,
        known.setUp,
        known.places,
        planDay(known.setUp, known.places, day, loadAhead),
        dayOf(now, DEMO_ZONE),
      );
      await tx.query('update office.demo set last_day = $2 where tenant_id = $1', [DEMO_TENANT_ID, day]);
    });
    onProgress('days', index, total);
  }
}

const loadAhead = 0.3;

async function demoPlaces(tx: Transaction): Promise<{ eastern: DemoPlace[]; central: DemoPlace[] }> {
  const rows = await tx.query<DemoPlace>(
    `select l.customer_id as "customerId", l.id as "locationId", l.state = 'IL' as "isCentral" from company.locations l
     join company.customers c on c.tenant_id = l.tenant_id and c.id = l.customer_id
     where l.tenant_id = $1 and c.source = 'demo' and c.active and l.active and not c.do_not_service order by l.id`,
    [tx.tenantId],
  );
  return { eastern: rows.filter((one) => !one.isCentral), central: rows.filter((one) => one.isCentral) };
}
