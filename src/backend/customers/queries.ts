/** Reading customers: one by id, a list, and the one search box over name, phone, e-mail and address. */
import type { Customer, CustomerContact, CustomerLocation, CustomerSummary } from '#contract/customer.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { folded, phoneDigits } from './search-text.ts';

const PAGE = 50;

/** A customer with active locations and contacts. Not found: 404, the same for another tenant's id. */
export async function customerById(tx: Transaction, id: Id): Promise<Customer> {
  const [customer] = await customersById(tx, [id]);
  if (!customer) throw new ProblemError('record.not_found', { kind: 'customer' });
  return customer;
}

export async function customersById(tx: Transaction, ids: readonly Id[]): Promise<Customer[]> {
  const customers = await tx.query<Omit<Customer, 'locations' | 'contacts'>>(
    `select id, version, name, type, do_not_service as "doNotService", tag_ids as "tagIds", memo, active,
       created_on as "createdOn", modified_on as "modifiedOn"
     from company.customers where tenant_id = $1 and id = any($2::bigint[]) order by id`,
    [tx.tenantId, ids],
  );
  const locations = await tx.query<CustomerLocation>(
    `select id, version, customer_id as "customerId", name, street, unit, city, state, zip, country, latitude, longitude,
       time_zone as "timeZone", zone_id as "zoneId", tax_zone_id as "taxZoneId", memo, active
     from company.locations where tenant_id = $1 and customer_id = any($2::bigint[]) order by id`,
    [tx.tenantId, ids],
  );
  const contacts = await tx.query<CustomerContact>(
    `select id, version, customer_id as "customerId", location_id as "locationId", kind, value, memo, active
     from company.contacts where tenant_id = $1 and customer_id = any($2::bigint[]) and active order by id`,
    [tx.tenantId, ids],
  );
  return customers.map((customer) => ({
    ...customer,
    locations: locations.filter((one) => one.customerId === customer.id),
    contacts: contacts.filter((one) => one.customerId === customer.id),
  }));
}

const SUMMARY = `c.id, c.name, c.type, c.do_not_service as "doNotService", c.tag_ids as "tagIds",
  coalesce((select k.value from company.contacts k where k.tenant_id = c.tenant_id and k.customer_id = c.id and k.active and k.kind in ('Phone', 'Mobile') order by k.id limit 1), '') as phone,
  coalesce((select k.value from company.contacts k where k.tenant_id = c.tenant_id and k.customer_id = c.id and k.active and k.kind = 'Email' order by k.id limit 1), '') as email,
  coalesce((select concat_ws(', ', concat_ws(' ', l.street, nullif(l.unit, '')), nullif(l.city, '')) from company.locations l where l.tenant_id = c.tenant_id and l.customer_id = c.id and l.active order by l.id limit 1), '') as address,
  (select count(*)::int from company.locations l where l.tenant_id = c.tenant_id and l.customer_id = c.id and l.active) as "locationCount",
  (select count(*)::int from company.jobs j where j.tenant_id = c.tenant_id and j.customer_id = c.id) as "jobCount"`;

export async function customerSummaries(tx: Transaction, ids: readonly Id[]): Promise<CustomerSummary[]> {
  return tx.query<CustomerSummary>(
    `select ${SUMMARY} from company.customers c where c.tenant_id = $1 and c.id = any($2::bigint[]) order by c.id`,
    [tx.tenantId, ids],
  );
}

export type CustomerPage = { items: CustomerSummary[]; next: string | null; total: number | null };

/** Every word of `q` must occur; a name that starts with it comes first. Without `q`: by name, keyset paging. */
export async function customerPage(
  tx: Transaction,
  query: { q?: string | undefined; limit?: number | undefined; after?: string | undefined },
): Promise<CustomerPage> {
  const limit = query.limit ?? PAGE;
  const q = folded(query.q ?? '');
  return q === '' ? byName(tx, limit, query.after) : search(tx, query.q!, q, limit);
}

async function search(tx: Transaction, typed: string, q: string, limit: number): Promise<CustomerPage> {
  const digits = phoneDigits(typed);
  // Mostly digits: a phone number however it is punctuated; else words, each of which must occur.
  const isPhone = digits.length >= 4 && /^[\d\s()+.-]+$/.test(typed.trim());
  const words = isPhone ? [digits] : q.split(' ').slice(0, 8);
  const patterns = words.map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`);
  const items = await tx.query<CustomerSummary>(
    `select ${SUMMARY} from company.customers c
     where c.tenant_id = $1 and c.active and c.search like all($2::text[])
     order by (c.search like $3) desc, lower(c.name) collate "C", c.id limit $4`,
    [tx.tenantId, patterns, `${(words[0] ?? '').replace(/[\\%_]/g, '\\$&')}%`, limit],
  );
  return { items, next: null, total: null };
}

async function byName(tx: Transaction, limit: number, after: string | undefined): Promise<CustomerPage> {
  const [afterName, afterId] = cursorOf(after);
  const items = await tx.query<CustomerSummary>(
    `select ${SUMMARY} from company.customers c
     where c.tenant_id = $1 and c.active and (lower(c.name) collate "C", c.id) > ($2::text collate "C", $3::bigint)
     order by lower(c.name) collate "C", c.id limit $4`,
    [tx.tenantId, afterName, afterId, limit + 1],
  );
  const [count] = await tx.query<{ total: number }>(
    'select count(*)::int as total from company.customers where tenant_id = $1 and active',
    [tx.tenantId],
  );
  const shown = items.slice(0, limit);
  const last = shown.at(-1);
  const next = items.length > limit && last ? `${last.id}~${last.name.toLowerCase()}` : null;
  return { items: shown, next, total: count!.total };
}

/** `after` is `<id>~<lower-case name>`; anything else is refused rather than guessed. */
function cursorOf(after: string | undefined): [name: string, id: number] {
  if (after === undefined) return ['', 0];
  const parts = /^(\d{1,15})~([\s\S]*)$/.exec(after);
  if (!parts)
    throw new ProblemError('request.invalid', {}, [
      { path: 'after', code: 'cursor', message: 'is not a page' },
    ]);
  return [parts[2]!, Number(parts[1])];
}
