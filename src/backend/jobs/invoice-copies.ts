/** What a document copies, as the records say now: who pays and where they are, terms, tax zones with their rates. */
import type { Transaction } from '#db/database.ts';
import { planOnce } from '#db/plan-once.ts';
import type { PostalAddress } from '#domain/document-copy.ts';
import type { Id } from '#domain/ids.ts';
import type { Books, Payer } from '#domain/invoice.ts';
import type { DatedTaxRate } from '#domain/tax-rates.ts';
import { loadRecords } from '../write/load.ts';
import type { ReferenceTo } from './references.ts';

type Customer = Pick<ReferenceTo<'customer'>, 'id' | 'name' | 'paymentTermId'>;
type Unit = ReferenceTo<'businessUnit'>;
type Place = Pick<ReferenceTo<'location'>, 'taxZoneId'>;
type Term = NonNullable<Payer['term']>;
type TaxZone = NonNullable<Books['taxZone']>;

export type Copies = {
  /** @param isAt where they are when they have no place in the records yet */
  payer(customer: Customer, isAt?: PostalAddress | null): Payer;
  books(unit: Unit, place: Place): Books;
};

/**
 * A customer has no address of its own, so it is that of their oldest place in use. An old term or tax zone that is no
 * longer offered still holds for those who have it.
 */
export async function loadCopies(
  tx: Transaction,
  of: { customers: readonly Customer[]; units: readonly Unit[]; places: readonly Place[] },
): Promise<Copies> {
  const given = <T>(ids: readonly (T | null)[]): T[] => [...new Set(ids.flatMap((one) => one ?? []))];
  const terms = await loadRecords<Term>(
    tx,
    'paymentTerm',
    given([...of.customers, ...of.units].map(({ paymentTermId }) => paymentTermId)),
  );
  const zones = await taxZones(tx, given([...of.places, ...of.units].map(({ taxZoneId }) => taxZoneId)));
  const homes = await homesOf(tx, given(of.customers.map(({ id }) => id)));
  const termOf = (id: Id | null) => terms.find((one) => one.id === id) ?? null;
  return {
    payer: ({ id, name, paymentTermId }, isAt = null) => ({
      id,
      name,
      address: homes.get(id) ?? isAt,
      term: termOf(paymentTermId),
    }),
    books: (unit, place) => ({
      businessUnitId: unit.id,
      currency: unit.currency,
      term: termOf(unit.paymentTermId),
      taxZone: zones.get(place.taxZoneId ?? unit.taxZoneId ?? 0) ?? null,
    }),
  };
}

async function homesOf(tx: Transaction, customerIds: readonly Id[]): Promise<ReadonlyMap<Id, PostalAddress>> {
  if (customerIds.length === 0) return new Map();
  const rows = await tx.query<PostalAddress & { customerId: Id }>(
    planOnce(`select distinct on (l.customer_id) l.customer_id as "customerId", l.street, l.unit, l.city, l.state, l.zip, l.country
     from company.locations l where l.tenant_id = $1 and l.customer_id = any($2::bigint[]) and l.active
     order by l.customer_id, l.id`),
    [tx.tenantId, customerIds],
  );
  return new Map(rows.map(({ customerId, ...address }) => [customerId, address]));
}

/** With all their rates, by id. */
export async function taxZones(tx: Transaction, ids: readonly Id[]): Promise<ReadonlyMap<Id, TaxZone>> {
  if (ids.length === 0) return new Map();
  const rows = await tx.query<{ id: Id; name: string; rates: DatedTaxRate[] }>(
    planOnce(`select z.id, z.name, coalesce((
       select jsonb_agg(jsonb_build_object('name', r.name, 'base', r.base, 'rate', r.rate, 'validFrom', r.valid_from))
       from company.tax_rates r where r.tenant_id = z.tenant_id and r.tax_zone_id = z.id and r.active), '[]'::jsonb) as rates
     from company.tax_zones z where z.tenant_id = $1 and z.id = any($2::bigint[])`),
    [tx.tenantId, ids],
  );
  return new Map(rows.map((one) => [one.id, one]));
}
