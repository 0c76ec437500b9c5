/** The demo's calls: of the last two working days, most of them customers', a few of numbers nobody knows. */
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import { newIds } from '../write/ids.ts';
import type { Dice } from './random.ts';

const CALLS = 60;
const UNKNOWN = 0.2;

export async function addCalls(tx: Transaction, chance: Dice, now: Instant): Promise<void> {
  const answeredBy = await tx.query<{ id: Id }>(
    `select id from office.users where tenant_id = $1 and roles && '{csr,dispatcher}' order by id`,
    [tx.tenantId],
  );
  const callers = await tx.query<{ customerId: Id; phone: string }>(
    `select distinct on (customer_id) customer_id as "customerId", value as phone from company.contacts
     where tenant_id = $1 and kind in ('Phone', 'Mobile') and active and customer_id % 7 = 3
     order by customer_id, id limit ${CALLS}`,
    [tx.tenantId],
  );
  const ids = await newIds(tx, callers.length);
  let at = addMinutes(now, -4);
  const rows = callers.map(({ customerId, phone }, index) => {
    const isKnown = !chance.happens(UNKNOWN);
    const row = {
      tenant_id: tx.tenantId,
      id: ids[index]!,
      phone: isKnown ? phone : `617-555-01${String(chance.between(10, 99))}`,
      at,
      direction: chance.happens(0.85) ? 'Inbound' : 'Outbound',
      customer_id: isKnown ? customerId : null,
      answered_by: chance.pick(answeredBy).id,
      source: 'simulated',
      active: true,
      version: 1,
      created_on: at,
      modified_on: at,
    };
    at = addMinutes(at, -chance.between(3, 40));
    return row;
  });
  await tx.query(
    `insert into company.calls select * from jsonb_populate_recordset(null::company.calls, $1::jsonb)`,
    [json(rows)],
  );
}
