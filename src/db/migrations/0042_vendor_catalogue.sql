-- What each vendor sells of our SKUs, under which number and at what cost (domain-rules §5; domain/vendor/catalogue.ts).
create table company.catalogue_items (
  tenant_id bigint not null, id bigint not null, vendor_id bigint not null, sku_id bigint not null,
  vendor_part_number text not null default '', description text not null default '',
  -- 1/10,000 of the currency and of a unit (domain/money.ts)
  cost bigint not null default 0 check (cost >= 0),
  lead_days int check (lead_days >= 0), min_quantity bigint check (min_quantity > 0),
  -- [{from, cost}], from below upwards
  price_breaks jsonb not null default '[]',
  preferred boolean not null default false, external_key text,
  -- What it is found by beside its SKU: kept by the store (catalogue/search-text.ts).
  search text not null default '',
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, vendor_id, sku_id),
  foreign key (tenant_id, vendor_id) references company.vendors,
  foreign key (tenant_id, sku_id) references company.skus,
  -- One preferred vendor per SKU. Looked at when the step is whole: the mark goes from one row to the other in it.
  constraint one_preferred_vendor exclude using btree (tenant_id with =, sku_id with =)
    where (preferred and active) deferrable initially deferred
);
create index catalogue_of_sku on company.catalogue_items (tenant_id, sku_id);
create unique index catalogue_by_external_key on company.catalogue_items (tenant_id, external_key);
grant select, insert, update, delete on company.catalogue_items to truckroll_app;
alter table company.catalogue_items enable row level security;
create policy own_tenant on company.catalogue_items to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
