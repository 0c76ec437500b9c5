/** A company with one crowded day: skills, zones, windows, absences, work nobody placed on the map, double bookings. */
import type { Dice } from '#backend/demo/random.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant, instant, instantFromMs, msOf } from '#domain/time.ts';
import type { Ground } from '../sweep/ground.ts';

/** Eight in the morning in New York, where the company is; the sweep's own records are on other days. */
const MORNING = instant('2026-12-02T13:00:00.000Z');
export const DAY = { day: '2026-12-02', timeZone: 'America/New_York' } as const;
const TECHNICIANS = 8;
const VISITS = 36;
const SKILL = 7_001;
const GAS_JOB = 7_002;
const ZONES = [7_003, 7_004] as const;

/** Quarters of an hour from the morning on. */
export const quarter = (number: number): Instant => addMinutes(MORNING, 15 * number);
/** No two begin or end at the very same moment: who is then the one before is nobody's rule. */
export const apart = (number: number, seconds: number): Instant =>
  instantFromMs(msOf(quarter(number)) + seconds * 1000);

export async function makeCrowdedDay(ground: Ground, chance: Dice): Promise<readonly Id[]> {
  const { company, database } = ground;
  const { tenantId } = company;
  const all = Array.from({ length: TECHNICIANS }, (_, index) => 7_101 + index);
  await database.transaction({ tenantId: 'system' }, (tx) =>
    makePeople(tx, chance, tenantId, company.businessUnitId, all),
  );
  const dispatcher = company.person('dispatcher');
  for (const [index, technicianId] of all.entries()) {
    const start = quarter(chance.between(4, 28));
    const named = {
      key: `away ${index}`,
      body: { technicianId, start, end: addMinutes(start, 60), label: 'Away' },
    };
    if (index % 3 === 0) await dispatcher.call('timeOff.add', named);
    if (index % 3 === 1) await dispatcher.call('nonJobEvents.add', named);
  }
  for (let count = 1; count <= VISITS; count++) {
    const from = chance.between(0, 32);
    const times = { start: apart(from, count), end: apart(from + chance.between(2, 8), count) };
    const card = await company.book(times);
    await database.transaction({ tenantId: 'system' }, (tx) => placed(tx, chance, card));
    const params = { id: card.appointments[0]!.id };
    const expected = (version: number) => [{ kind: 'appointment' as const, ...params, version }];
    if (chance.happens(0.2)) continue;
    const overrideReason = 'Storm';
    const technicianIds = [chance.pick(all)];
    await dispatcher.call('appointments.assign', {
      params,
      body: { expected: expected(1), technicianIds, overrideReason },
    });
    if (chance.happens(0.3)) continue;
    // Promised only to whom somebody goes: without, it may be more than the window has room for.
    const window = { windowStart: quarter(from), windowEnd: quarter(from + 8) };
    await dispatcher.call('appointments.reschedule', { params, body: { expected: expected(2), ...window } });
  }
  await database.transaction({ tenantId: 'system' }, (tx) =>
    tx.query('update company.technicians set active = false where id = $1', [all.at(-1)]),
  );
  return all;
}

async function makePeople(
  tx: Transaction,
  chance: Dice,
  tenantId: Id,
  unitId: Id,
  ids: readonly Id[],
): Promise<void> {
  const stamps = 'now(), now()';
  await tx.query(
    `insert into company.skills (tenant_id, id, name, created_on, modified_on) values ($1, $2, 'Gas', ${stamps})`,
    [tenantId, SKILL],
  );
  await tx.query(
    `insert into company.job_types (tenant_id, id, name, skill_ids, duration_minutes, priority, created_on, modified_on)
     values ($1, $2, 'Gas leak', array[$3::bigint], 60, 'Normal', ${stamps})`,
    [tenantId, GAS_JOB, SKILL],
  );
  for (const [at, zone] of ZONES.entries())
    await tx.query(
      `insert into company.zones (tenant_id, id, name, created_on, modified_on) values ($1, $2, $3, ${stamps})`,
      [tenantId, zone, `Zone ${at}`],
    );
  for (const id of ids) {
    await tx.query(
      `insert into company.technicians (tenant_id, id, name, business_unit_id, skill_ids, zone_ids, created_on, modified_on)
       values ($1, $2, $3, $4, $5, $6, ${stamps})`,
      [
        tenantId,
        id,
        `Technician ${id}`,
        unitId,
        chance.happens(0.6) ? [SKILL] : [],
        chance.happens(0.5) ? [ZONES[0]] : [],
      ],
    );
    await tx.query(
      `insert into company.shifts (tenant_id, id, technician_id, start, "end", created_on, modified_on)
       values ($1, $2, $3, $4, $5, ${stamps})`,
      [tenantId, 100 + id, id, quarter(0), quarter(chance.between(28, 36))],
    );
  }
}

/** Where the visit is, what it needs, and whether its customer has said yes. */
async function placed(tx: Transaction, chance: Dice, card: JobCardView): Promise<void> {
  const [visit] = card.appointments;
  const degrees = (around: number) => around + chance.between(0, 30) / 100;
  const pin = chance.happens(0.9) ? [degrees(42.2), degrees(-71.2)] : [null, null];
  await tx.query('update company.locations set zone_id = $2, latitude = $3, longitude = $4 where id = $1', [
    card.job.locationId,
    chance.pick([null, ...ZONES]),
    ...pin,
  ]);
  if (chance.happens(0.3))
    await tx.query('update company.jobs set job_type_id = $2 where id = $1', [card.job.id, GAS_JOB]);
  await tx.query('update company.appointments set is_confirmed = $2 where id = $1', [
    visit!.id,
    chance.happens(0.5),
  ]);
}
