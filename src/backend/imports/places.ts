/**
 * Where the requests of a batch take place: a place an earlier import made is found by its address and used again, a
 * new one gets a customer "Occupant of …" of its own. A place of a customer who did not come from an import is left
 * alone and named: whether they are the ones who called, nobody has said.
 */
import type { NewCustomer } from '#contract/customer.ts';
import type { Transaction } from '#db/database.ts';
import { addressKey } from '#domain/address-key.ts';
import type { Id } from '#domain/ids.ts';
import type { PlannedRequest } from '#domain/import-requests/plan-rows.ts';
import { customersChanged } from '../customers/commands.ts';
import { customerRecords, idsNeeded } from '../customers/records.ts';
import { withKnownZones } from '../schedule/known-zone.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { saveRecords } from '../write/save.ts';

/** `customers.source` of the occupants, by which a later import knows its own. */
export const IMPORT_SOURCE = 'import';

export type Place = { readonly customerId: Id; readonly locationId: Id };
type KnownPlaces = {
  /** By store key: made by an import. */
  readonly own: ReadonlyMap<string, Place>;
  /** By store key: a customer from elsewhere who has this address too. */
  readonly others: ReadonlyMap<string, Id>;
};

/** The key under which the store keeps the place of a request. */
export const placeKey = ({ address }: PlannedRequest): string => addressKey(address);

export async function knownPlaces(tx: Transaction, keys: readonly string[]): Promise<KnownPlaces> {
  const rows = await tx.query<Place & { key: string; source: string }>(
    `select l.address_key as key, l.id as "locationId", c.id as "customerId", c.source
     from company.locations l join company.customers c on c.tenant_id = l.tenant_id and c.id = l.customer_id
     where l.tenant_id = $1 and l.address_key = any($2::text[]) and l.active and c.active
     order by l.id desc`,
    [tx.tenantId, keys],
  );
  const own = new Map<string, Place>();
  const others = new Map<string, Id>();
  for (const { key, source, customerId, locationId } of rows) {
    // the oldest comes last and stays
    if (source === IMPORT_SOURCE) own.set(key, { customerId, locationId });
    else others.set(key, customerId);
  }
  return { own, others };
}

function occupantOf({ address, latitude, longitude }: PlannedRequest): NewCustomer {
  const { isIntersection, ...parts } = address;
  const where = `${parts.street} ${parts.unit}`.trim();
  return {
    name: `Occupant of ${where}`.slice(0, 120),
    type: 'Residential',
    doNotService: false,
    tagIds: [],
    memo: '',
    externalKey: null,
    contacts: [],
    locations: [
      {
        ...parts,
        name: isIntersection ? 'Intersection' : '',
        country: 'US',
        latitude,
        longitude,
        timeZone: null,
        taxZoneId: null,
        businessHours: null,
        memo: '',
        externalKey: null,
      },
    ],
  };
}

/** Makes one occupant with one place per key; `requests` has the first request of each. */
export async function makePlaces(
  tx: Transaction,
  context: CommandContext,
  requests: ReadonlyMap<string, PlannedRequest>,
): Promise<Map<string, Place>> {
  const made = new Map<string, Place>();
  if (requests.size === 0) return made;
  const unplaced = [...requests].map(([key, request]) => ({ key, ...occupantOf(request) }));
  const places = await withKnownZones(
    tx,
    unplaced.map(({ locations: [place] }) => place!),
  );
  const occupants = unplaced.map(({ key, ...customer }, at) => ({
    key,
    customer: { ...customer, locations: [places[at]!] },
  }));
  const pool = await newIds(
    tx,
    occupants.reduce((sum, { customer }) => sum + idsNeeded(customer), 0),
  );
  const changes = occupants.flatMap(({ key, customer }) => {
    const ids = pool.splice(0, idsNeeded(customer));
    made.set(key, { customerId: ids[0]!, locationId: ids[1]! });
    return customerRecords(customer, ids, IMPORT_SOURCE);
  });
  const operation = { verb: 'customer.created', undoable: false };
  const { operationId } = await saveRecords(tx, context, operation, changes);
  const customerIds = [...made.values()].map((place) => place.customerId);
  await customersChanged(tx, context, operationId, customerIds, 'customer.created');
  return made;
}
