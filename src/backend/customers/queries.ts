/** Reading customers: one by id, and a list of them. */
import type { Customer, CustomerContact, CustomerLocation, CustomerSummary } from '#contract/customer.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { keyCursor, readKeyCursor } from '../key-cursor.ts';
import { POINT } from '../schedule/known-point.ts';
import { STREET_AND_CITY } from './address-text.ts';

const PAGE = 50;

/** A customer with active locations and contacts. Not found: 404, the same for another tenant's id. */
export async function customerById(tx: Transaction, id: Id): Promise<Customer> {
  const [customer] = await customersById(tx, [id]);
  if (!customer) throw new ProblemError('record.not_found', { kind: 'customer' });
  return customer;
}

export async function customersById(tx: Transaction, ids: readonly Id[]): Promise<Customer[]> {
  const customers = await tx.query<Omit<Customer, 'locations' | 'contacts'>>(
    `select id, version, name, type, do_not_service as "doNotService", tag_ids as "tagIds", memo, external_key as "externalKey", active, merged_into as "mergedInto",
       created_on as "createdOn", modified_on as "modifiedOn"
     from company.customers where tenant_id = $1 and id = any($2::bigint[]) order by id`,
    [tx.tenantId, ids],
  );
  const locations = await tx.query<CustomerLocation>(
    `select l.id, l.version, l.customer_id as "customerId", l.name, l.street, l.unit, l.city, l.state, l.zip, l.country,
       l.latitude, l.longitude, l.time_zone as "timeZone", l.zone_id as "zoneId", l.tax_zone_id as "taxZoneId", l.memo,
       l.business_hours as "businessHours", l.external_key as "externalKey", l.active, ${POINT} as point
     from company.locations l where l.tenant_id = $1 and l.customer_id = any($2::bigint[]) order by l.id`,
    [tx.tenantId, ids],
  );
  const contacts = await tx.query<CustomerContact>(
    `select id, version, customer_id as "customerId", location_id as "locationId", kind, value, memo, may_message as "mayMessage", external_key as "externalKey", active
     from company.contacts where tenant_id = $1 and customer_id = any($2::bigint[]) and active order by id`,
    [tx.tenantId, ids],
  );
  return customers.map((customer) => ({
    ...customer,
    locations: locations.filter((one) => one.customerId === customer.id),
    contacts: contacts.filter((one) => one.customerId === customer.id),
  }));
}

const SUMMARY = `c.id, c.name, c.type, c.active, c.do_not_service as "doNotService", c.tag_ids as "tagIds",
  coalesce((select k.value from company.contacts k where k.tenant_id = c.tenant_id and k.customer_id = c.id and k.active and k.kind in ('Phone', 'Mobile') order by k.id limit 1), '') as phone,
  coalesce((select k.value from company.contacts k where k.tenant_id = c.tenant_id and k.customer_id = c.id and k.active and k.kind = 'Email' order by k.id limit 1), '') as email,
  coalesce((select ${STREET_AND_CITY} from company.locations l where l.tenant_id = c.tenant_id and l.customer_id = c.id and l.active order by l.id limit 1), '') as address,
  (select count(*)::int from company.locations l where l.tenant_id = c.tenant_id and l.customer_id = c.id and l.active) as "locationCount",
  (select count(*)::int from company.jobs j where j.tenant_id = c.tenant_id and j.customer_id = c.id) as "jobCount"`;

export async function customerSummaries(tx: Transaction, ids: readonly Id[]): Promise<CustomerSummary[]> {
  return tx.query<CustomerSummary>(
    `select ${SUMMARY} from company.customers c where c.tenant_id = $1 and c.id = any($2::bigint[]) order by c.id`,
    [tx.tenantId, ids],
  );
}

export type CustomerPage = {
  items: CustomerSummary[];
  next: string | null;
  total: number | null;
  /** Words the items do not have, where nobody had all. */
  notFound?: string[];
};

export type CustomerListQuery = {
  q?: string | undefined;
  limit?: number | undefined;
  after?: string | undefined;
  /** Those taken out of use instead of those in use. */
  active?: 'false' | undefined;
  /** Where nobody has all of `q`: those who have most of it. */
  nearly?: 'true' | undefined;
};

/** By name, in keyset pages. */
export async function customersByName(tx: Transaction, query: CustomerListQuery): Promise<CustomerPage> {
  const limit = query.limit ?? PAGE;
  const isActive = query.active !== 'false';
  const [afterName, afterId] = query.after === undefined ? ['', 0] : readKeyCursor(query.after);
  const items = await tx.query<CustomerSummary & { nameKey: string }>(
    `select ${SUMMARY}, c.name_key as "nameKey" from company.customers c
     where c.tenant_id = $1 and c.active = $5 and (c.name_key collate "C", c.id) > ($2::text collate "C", $3::bigint)
     order by c.name_key collate "C", c.id limit $4`,
    [tx.tenantId, afterName, afterId, limit + 1, isActive],
  );
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  const next = items.length > limit && last ? keyCursor(last.id, last.nameKey) : null;
  return {
    items: shown.map(({ nameKey: _, ...summary }) => summary),
    next,
    total: query.after === undefined ? await countOf(tx, isActive) : null,
  };
}

async function countOf(tx: Transaction, isActive: boolean): Promise<number> {
  const [count] = await tx.query<{ total: number }>(
    'select count(*)::int as total from company.customers where tenant_id = $1 and active = $2',
    [tx.tenantId, isActive],
  );
  return count!.total;
}
