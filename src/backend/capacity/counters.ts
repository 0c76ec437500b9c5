/**
 * The counter of each window (domain-rules §4): visits promised without a technician, per business unit. Kept by the one
 * path that saves cards, in the order of its keys, so that it always equals a recount; two who want the last place of a
 * window meet at its row. Locks are taken in this order everywhere: numbers, technicians, counters.
 */
import { lockForCompany } from '#db/company-lock.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { slotChanges, type WindowSlot } from '#domain/capacity/window-slots.ts';
import type { JobCard } from '#domain/job/job-card.ts';

export async function countWaiting(
  tx: Transaction,
  pairs: readonly { readonly before: JobCard | null; readonly after: JobCard }[],
): Promise<void> {
  const changes = slotChanges(pairs);
  if (changes.length === 0) return;
  const rows = changes.map(({ businessUnitId, windowStart, windowEnd, ...sums }, at) => ({
    at,
    unit: businessUnitId,
    window_start: windowStart,
    window_end: windowEnd,
    ...sums,
  }));
  // First the row, then the sum: what an upsert proposes is checked before it is added, and a share given back is below zero.
  await tx.query(
    `insert into company.window_counters (tenant_id, business_unit_id, window_start, window_end, visits, minutes)
     select $1, r.unit, r.window_start, r.window_end, 0, 0
     from jsonb_to_recordset($2::jsonb) as r(at int, unit bigint, window_start timestamptz, window_end timestamptz)
     order by r.at on conflict do nothing`,
    [tx.tenantId, json(rows)],
  );
  await tx.query(
    `with locked as (
       select c.business_unit_id, c.window_start, c.window_end, r.visits, r.minutes
       from jsonb_to_recordset($2::jsonb) as r(at int, unit bigint, window_start timestamptz, window_end timestamptz, visits int, minutes int)
       join company.window_counters c on c.tenant_id = $1 and c.business_unit_id = r.unit
         and c.window_start = r.window_start and c.window_end = r.window_end
       order by r.at for no key update of c)
     update company.window_counters c set visits = c.visits + l.visits, minutes = c.minutes + l.minutes
     from locked l where c.tenant_id = $1 and c.business_unit_id = l.business_unit_id
       and c.window_start = l.window_start and c.window_end = l.window_end`,
    [tx.tenantId, json(rows)],
  );
}

/**
 * Until the transaction ends nobody else asks for a place of these units' windows, or gives back one of these; in the
 * order of `slotChanges`. The whole unit first: windows overlap, and a long visit takes room of the next one, so the
 * last place may be asked for under two rows.
 */
export async function lockWindows(tx: Transaction, slots: readonly WindowSlot[]): Promise<void> {
  const units = [...new Set(slots.map(({ businessUnitId }) => businessUnitId))].sort((a, b) => a - b);
  for (const unit of units) {
    await lockForCompany(tx, `company.windows ${unit}`);
  }
  for (const { businessUnitId, windowStart, windowEnd } of slots) {
    const key = [tx.tenantId, businessUnitId, windowStart, windowEnd];
    await tx.query(
      `insert into company.window_counters (tenant_id, business_unit_id, window_start, window_end, visits, minutes)
       values ($1, $2, $3, $4, 0, 0) on conflict do nothing`,
      key,
    );
    await tx.query(
      `select visits from company.window_counters
       where tenant_id = $1 and business_unit_id = $2 and window_start = $3 and window_end = $4 for no key update`,
      key,
    );
  }
}
