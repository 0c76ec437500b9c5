/** Reading vendors: one whole, and the lines of a list. */
import { ProblemError } from '#contract/problem.ts';
import type { Vendor, VendorContact, VendorSummary } from '#contract/vendor.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { isAlike } from '#domain/vendor/alike.ts';

/** @throws ProblemError record.not_found (404): unknown, or another tenant's */
export async function vendorById(tx: Transaction, id: Id): Promise<Vendor> {
  const [vendor] = await tx.query<Omit<Vendor, 'contacts'>>(
    `select v.id, v.version, v.name, v.contact_first_name as "contactFirstName",
       v.contact_last_name as "contactLastName", v.phone, v.email, v.fax, v.street, v.unit, v.city, v.state, v.zip,
       v.country, v.memo, v.default_tax_rate as "defaultTaxRate", v.delivery_option as "deliveryOption",
       v.payment_term_id as "paymentTermId", v.remittance_vendor_id as "remittanceVendorId",
       r.name as "remittanceVendorName", v.tag_ids as "tagIds", v.over_receipt_tolerance as "overReceiptTolerance",
       v.price_tolerance as "priceTolerance", v.external_key as "externalKey", v.active,
       coalesce((select jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.name_key collate "C", p.id)
         from company.vendors p where p.tenant_id = v.tenant_id and p.remittance_vendor_id = v.id and p.active),
         '[]'::jsonb) as "paidFor",
       (select count(*)::int from company.purchase_orders o where o.tenant_id = v.tenant_id and o.vendor_id = v.id
         and o.status not in ('Exported', 'Canceled')) as "openOrders",
       c."inCatalogue", c."preferredFor",
       v.created_on as "createdOn", v.modified_on as "modifiedOn"
     from company.vendors v
     left join company.vendors r on r.tenant_id = v.tenant_id and r.id = v.remittance_vendor_id
     cross join lateral (select count(*)::int as "inCatalogue",
       count(*) filter (where i.preferred)::int as "preferredFor"
       from company.catalogue_items i where i.tenant_id = v.tenant_id and i.vendor_id = v.id and i.active) c
     where v.tenant_id = $1 and v.id = $2`,
    [tx.tenantId, id],
  );
  if (!vendor) throw new ProblemError('record.not_found', { kind: 'vendor' });
  return { ...vendor, contacts: await contactsOf(tx, id) };
}

const contactsOf = (tx: Transaction, vendorId: Id): Promise<VendorContact[]> =>
  tx.query<VendorContact>(
    `select id, version, vendor_id as "vendorId", name, role, phone, email, external_key as "externalKey", active
     from company.vendor_contacts where tenant_id = $1 and vendor_id = $2 and active order by id`,
    [tx.tenantId, vendorId],
  );

/** Of a vendor `v`. */
export const SUMMARY = `v.id, v.name, btrim(v.contact_first_name || ' ' || v.contact_last_name) as "contactName", v.phone,
  v.email, v.street, v.city, v.state, v.delivery_option as "deliveryOption", v.payment_term_id as "paymentTermId",
  v.default_tax_rate as "defaultTaxRate", v.tag_ids as "tagIds", v.external_key as "externalKey", v.active`;

export const vendorSummaries = (tx: Transaction, ids: readonly Id[]): Promise<VendorSummary[]> =>
  tx.query<VendorSummary>(
    `select ${SUMMARY} from company.vendors v where v.tenant_id = $1 and v.id = any($2::bigint[]) order by v.id`,
    [tx.tenantId, ids],
  );

const MOST_ALIKE = 5;

/** Compared one by one: a company has hundreds of vendors, rarely thousands. Those in use first. */
export async function vendorsAlike(
  tx: Transaction,
  { name, except }: { name: string; except?: Id | undefined },
): Promise<{ items: VendorSummary[] }> {
  const names = await tx.query<{ id: Id; name: string }>(
    `select id, name from company.vendors where tenant_id = $1 and id is distinct from $2::bigint
     order by active desc, name_key collate "C", id`,
    [tx.tenantId, except ?? null],
  );
  const ids = names.filter((one) => isAlike(one.name, name)).map(({ id }) => id);
  const found = new Map((await vendorSummaries(tx, ids.slice(0, MOST_ALIKE))).map((one) => [one.id, one]));
  return { items: ids.flatMap((id) => found.get(id) ?? []) };
}
