/**
 * The dispatch zone of a place nobody has given one: that of most active places of its postal code, as
 * `known-point.ts` learns where it is. Without it rules, capacity and filters of zones would pass new places by. Who wants
 * a place in no zone says so when it is made; nobody gives it one later.
 */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';

/** SQL of the zone of the postal code that `zip` names in the statement; $1 is the tenant. Null: nothing is known there. */
export const zoneOfZip = (zip: string) => `(select k.zone_id from company.locations k
  join company.zones z on z.tenant_id = k.tenant_id and z.id = k.zone_id and z.active
  where k.tenant_id = $1 and k.zip = ${zip} and k.zip <> '' and k.active and k.zone_id is not null
  group by k.zone_id order by count(*) desc, k.zone_id limit 1)`;

/** The zone of each postal code that has one. */
export async function zonesOfZips(
  tx: Transaction,
  zips: readonly string[],
): Promise<ReadonlyMap<string, Id>> {
  const asked = [...new Set(zips)].filter((zip) => zip !== '');
  if (asked.length === 0) return new Map();
  const rows = await tx.query<{ zip: string; zoneId: Id | null }>(
    `select r.zip, ${zoneOfZip('r.zip')} as "zoneId" from unnest($2::text[]) as r(zip)`,
    [tx.tenantId, asked],
  );
  return new Map(rows.flatMap(({ zip, zoneId }) => (zoneId === null ? [] : [[zip, zoneId]])));
}

/** `zoneId` undefined: nobody has named one; null: none on purpose. */
type ToPlace = { readonly zip: string; readonly zoneId?: Id | null | undefined };

/** New places, each that names no zone with the one known for its postal code, and those that want none with none. */
export async function withKnownZones<Place extends ToPlace>(
  tx: Transaction,
  places: readonly Place[],
): Promise<(Place & { zoneId: Id | null })[]> {
  const zones = await zonesOfZips(
    tx,
    places.flatMap(({ zip, zoneId }) => (zoneId === undefined ? zip : [])),
  );
  return places.map((place) => ({
    ...place,
    zoneId: place.zoneId === undefined ? (zones.get(place.zip) ?? null) : place.zoneId,
  }));
}
