/** Places whose address waits for the geocoder (`company.address_points`): claimed, and what came of it. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { addMinutes, type Instant } from '#domain/time.ts';
import type { AskedAddress, Point } from './geocoder.ts';

/** Then another process may have what a dead one held. */
const CLAIM_MINUTES = 5;
const DAY_MINUTES = 24 * 60;
/** Streets are built and maps get better: what was not found is asked for again. */
const ASK_AGAIN_MINUTES = 30 * DAY_MINUTES;
/** Geocoders have said so few of a postal code that one wrong answer would decide where it is. */
const FEW = 3;

export type WaitingAddress = AskedAddress & {
  readonly tenantId: Id;
  readonly locationId: Id;
  readonly addressNumber: number;
  readonly tries: number;
  /** The middle of its postal code, as pins set by hand say, or at least three others; null: nobody can tell. */
  readonly middle: Point | null;
};

const middle = `(select case when count(*) filter (where k.pinned) > 0
    then jsonb_build_object('latitude', avg(k.latitude) filter (where k.pinned), 'longitude', avg(k.longitude) filter (where k.pinned))
    when count(*) >= ${FEW} then jsonb_build_object('latitude', avg(k.latitude), 'longitude', avg(k.longitude)) end
  from (
    select true as pinned, o.latitude, o.longitude from company.locations o
      where o.tenant_id = l.tenant_id and o.zip = l.zip and o.zip <> '' and o.latitude is not null and o.longitude is not null
    union all select false, p.latitude, p.longitude from company.address_points p
      where p.tenant_id = l.tenant_id and p.zip = l.zip and p.zip <> '' and p.status = 'Found') k)`;

/** The newest that are due, of all companies, for this process alone. */
export async function claimAddresses(tx: Transaction, now: Instant, most: number): Promise<WaitingAddress[]> {
  return tx.query<WaitingAddress>(
    `with claimed as (
       update company.address_points set claimed_until = $2 where (tenant_id, location_id) in (
         select tenant_id, location_id from company.address_points
         where status <> 'Found' and (status = 'Waiting' or next_try_on <= $1)
           and (next_try_on is null or next_try_on <= $1) and (claimed_until is null or claimed_until <= $1)
         order by since desc, location_id limit $3 for update skip locked)
       returning tenant_id, location_id, address_number, tries, since)
     select l.tenant_id as "tenantId", l.id as "locationId", q.address_number as "addressNumber", q.tries,
       l.street, l.city, l.state, l.zip, l.country, ${middle} as middle
     from claimed q join company.locations l on l.tenant_id = q.tenant_id and l.id = q.location_id
     order by q.since desc, l.id`,
    [now, addMinutes(now, CLAIM_MINUTES), most],
  );
}

/** What the geocoder said; null: nothing that can be believed. Dropped when the address is another by now. */
export async function settleAddress(
  tx: Transaction,
  one: WaitingAddress,
  point: Point | null,
  now: Instant,
): Promise<void> {
  await tx.query(
    `update company.address_points set status = $4, latitude = $5, longitude = $6, tries = 0, claimed_until = null,
       next_try_on = $7, answered_on = $8
     where tenant_id = $1 and location_id = $2 and address_number = $3`,
    [
      one.tenantId,
      one.locationId,
      one.addressNumber,
      point ? 'Found' : 'NotFound',
      point?.latitude ?? null,
      point?.longitude ?? null,
      point ? null : addMinutes(now, ASK_AGAIN_MINUTES),
      now,
    ],
  );
}

/**
 * No answer: they wait on. The one that was asked for waits longer each time, up to a day: should it be the cause, the
 * others go first.
 */
export async function letGoAddresses(
  tx: Transaction,
  asked: WaitingAddress | null,
  notAsked: readonly WaitingAddress[],
  now: Instant,
): Promise<void> {
  if (asked) {
    await tx.query(
      `update company.address_points set claimed_until = null, tries = tries + 1, next_try_on = $4
       where tenant_id = $1 and location_id = $2 and address_number = $3`,
      [
        asked.tenantId,
        asked.locationId,
        asked.addressNumber,
        addMinutes(now, Math.min(2 ** asked.tries, DAY_MINUTES)),
      ],
    );
  }
  if (notAsked.length === 0) return;
  await tx.query(
    `update company.address_points set claimed_until = null
     where (tenant_id, location_id) in (select * from unnest($1::bigint[], $2::bigint[]))`,
    [notAsked.map(({ tenantId }) => tenantId), notAsked.map(({ locationId }) => locationId)],
  );
}
