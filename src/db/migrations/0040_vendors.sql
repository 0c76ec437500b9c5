-- Vendors whole (domain-rules §5; domain/vendor): address, primary contact, how orders reach them, who is paid, tolerances.
alter table company.vendors
  add column unit text not null default '', add column country text not null default 'US',
  -- The primary contact; phone, e-mail and fax are theirs.
  add column contact_first_name text not null default '', add column contact_last_name text not null default '',
  add column fax text not null default '', add column memo text not null default '',
  -- Rates in millionths, as tax_rates.rate.
  add column default_tax_rate int not null default 0 check (default_tax_rate between 0 and 1000000),
  add column over_receipt_tolerance int not null default 0 check (over_receipt_tolerance between 0 and 1000000),
  add column price_tolerance int not null default 0 check (price_tolerance between 0 and 1000000),
  -- domain/vendor/delivery.ts, DELIVERY_OPTIONS
  add column delivery_option text not null default 'Manual' check (delivery_option in (
    'Manual', 'EmailAsExcel', 'EmailAsPdf', 'EmailAsPdfRollupView', 'Electronic', 'MarkAsSent', 'EmailAsExcelAndPdf',
    'VendorPortal')),
  -- Who is paid in its place; null: the vendor itself.
  add column remittance_vendor_id bigint,
  add column tag_ids bigint[] not null default '{}',
  add column external_key text,
  -- What it is found by, and its place among the names: kept by the store (vendors/search-text.ts).
  add column search text not null default '', add column name_key text not null default '',
  add foreign key (tenant_id, remittance_vendor_id) references company.vendors,
  add check (remittance_vendor_id <> id);
update company.vendors set name_key = lower(name),
  search = lower(concat_ws(' | ', name, regexp_replace(phone, '[^0-9]', '', 'g'), email, city));
create index vendors_by_name on company.vendors (tenant_id, name_key collate "C", id);
create unique index vendors_by_external_key on company.vendors (tenant_id, external_key);
create index vendors_by_remittance on company.vendors (tenant_id, remittance_vendor_id)
  where remittance_vendor_id is not null;

-- Further people at a vendor. Apart from company.contacts, which are ways to reach a customer.
create table company.vendor_contacts (
  tenant_id bigint not null, id bigint not null, vendor_id bigint not null,
  name text not null, role text not null default '', phone text not null default '', email text not null default '',
  external_key text, active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), foreign key (tenant_id, vendor_id) references company.vendors
);
create index contacts_of_vendor on company.vendor_contacts (tenant_id, vendor_id);
create unique index vendor_contacts_by_external_key on company.vendor_contacts (tenant_id, external_key);
grant select, insert, update, delete on company.vendor_contacts to truckroll_app;
alter table company.vendor_contacts enable row level security;
create policy own_tenant on company.vendor_contacts to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
