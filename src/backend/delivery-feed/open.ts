/** Who has an address sees what its owner may see now: nothing once they do not buy here any more. */
import { buying } from '#contract/routes/roles.ts';
import type { Clock } from '#db/clock.ts';
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Role } from '#domain/roles.ts';
import { addDays, dayOf } from '#domain/time.ts';
import { deliveriesOf } from '../purchasing/deliveries.ts';
import { deliveryCalendar } from './calendar.ts';
import { ownerOfFeed } from './feed.ts';

const DAYS_AHEAD = 366;

/** @returns the file, or null where the address opens nothing, for whatever reason */
export type DeliveryCalendars = (token: string) => Promise<string | null>;

export function deliveryCalendars(database: Database, clock: Clock, publicOrigin: string): DeliveryCalendars {
  return async (token) => {
    const owner = await database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
      ownerOfFeed(tx, token),
    );
    if (!owner) return null;
    // From here on the database itself lets nobody out of the owner's company.
    return database.transaction({ tenantId: owner.tenantId, readOnly: true }, async (tx) => {
      const buyer = await buyerOf(tx, owner.userId);
      if (!buyer) return null;
      const now = clock.now();
      // A day more than any zone's today.
      const to = addDays(dayOf(now, 'UTC'), DAYS_AHEAD);
      const { items } = await deliveriesOf(tx, { actor: buyer, now }, { to });
      return deliveryCalendar(items, buyer.company, publicOrigin);
    });
  };
}

async function buyerOf(tx: Transaction, userId: Id) {
  const [person] = await tx.query<{ roles: Role[]; businessUnitIds: Id[] | null; company: string }>(
    `select u.roles, u.business_unit_ids as "businessUnitIds", t.name as company
     from office.users u join office.tenants t on t.id = u.tenant_id
     where u.tenant_id = $1 and u.id = $2 and u.active`,
    [tx.tenantId, userId],
  );
  const may: readonly Role[] = buying;
  return person?.roles.some((role) => may.includes(role)) ? person : null;
}
