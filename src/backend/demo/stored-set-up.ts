/** The demo's set-up as the database has it now, for adding days at a later start. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { type UnitPrice, unitPrice } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { hoursOf, storedHours } from './hours.ts';
import type { Trade } from './job-types.ts';
import type { DemoJobType, DemoSetUp, DemoTechnician, DemoUnit } from './set-up.ts';

/** @param today from when those without working hours of their own get some */
export async function storedSetUp(tx: Transaction, today: Day): Promise<DemoSetUp> {
  const t = [tx.tenantId];
  const ids = async (sql: string) => (await tx.query<{ id: Id }>(sql, t)).map((row) => row.id);
  const unitRows = await tx.query<Omit<DemoUnit, 'trade'>>(
    `select id, name, time_zone as "timeZone" from company.business_units where tenant_id = $1 and active order by id limit 3`,
    t,
  );
  const units = unitRows.map((one): DemoUnit => ({ ...one, trade: tradeOf(one.name) }));
  const types = await tx.query<Omit<DemoJobType, 'trade' | 'price'> & { unitIds: Id[] }>(
    `select id, name, duration_minutes as minutes, priority, skill_ids as "skillIds", business_unit_ids as "unitIds"
     from company.job_types where tenant_id = $1 and active and cardinality(business_unit_ids) > 0
       and exists (select from company.skus s where s.tenant_id = company.job_types.tenant_id and s.name = company.job_types.name) order by id`,
    t,
  );
  const technicians = await tx.query<Omit<DemoTechnician, 'unit' | 'hours'> & { unitId: Id }>(
    `select id, name, business_unit_id as "unitId", skill_ids as "skillIds", zone_ids as "zoneIds"
     from company.technicians where tenant_id = $1 and active order by id`,
    t,
  );
  // The demo names the service of a job type after it.
  const skus = await tx.query<{ typeId: Id; id: Id; price: UnitPrice; cost: UnitPrice; name: string }>(
    `select t.id as "typeId", s.id, s.price, s.cost, s.name from company.job_types t
     join company.skus s on s.tenant_id = t.tenant_id and s.name = t.name where t.tenant_id = $1`,
    t,
  );
  const skuOf = new Map(skus.map(({ typeId, ...sku }) => [typeId, sku]));
  const hours = await storedHours(tx);
  const unitOf = (id: Id) => units.find((one) => one.id === id);
  return {
    units,
    jobTypes: types.flatMap(({ unitIds, ...one }) => {
      const unit = unitOf(unitIds[0]!);
      return unit ? [{ ...one, trade: unit.trade, price: unitPrice(0) }] : [];
    }),
    technicians: technicians.flatMap(({ unitId, ...one }, index) => {
      const unit = unitOf(unitId);
      const own = hours.get(one.id) ?? hoursOf(index, one.id, { from: today, until: null });
      return unit ? [{ ...one, unit, hours: own }] : [];
    }),
    zones: new Map(),
    campaignIds: await ids('select id from company.campaigns where tenant_id = $1 and active order by id'),
    tagIds: await ids('select id from company.tags where tenant_id = $1 and active order by id'),
    holdReasonIds: await ids(
      `select id from company.reasons where tenant_id = $1 and kind = 'Hold' and active order by id`,
    ),
    cancelReasonIds: await ids(
      `select id from company.reasons where tenant_id = $1 and kind = 'Cancel' and active order by id`,
    ),
    taxZoneIds: { MA: 0, IL: 0 },
    skuOf,
    incomeAccountId: (
      await ids(
        `select id from company.gl_accounts where tenant_id = $1 and kind = 'Income' order by id limit 1`,
      )
    )[0]!,
  };
}

const tradeOf = (unit: string): Trade =>
  unit.startsWith('Plumbing') ? 'Plumbing' : unit.startsWith('Electrical') ? 'Electrical' : 'HVAC';
