-- The set-up of purchasing and of the books as lists people keep (domain/setup/purchasing-kinds.ts, book-kinds.ts): what
-- other programs call each, whether it is in use, and the two lists that were not there yet.

-- What another program calls it, as on the other lists (0033).
alter table company.tax_zones add column external_key text;
alter table company.tax_rates add column external_key text;
alter table company.payment_terms add column external_key text;
alter table company.gl_accounts add column external_key text;
alter table company.inventory_locations add column external_key text;
alter table company.purchase_order_types add column external_key text;
create unique index tax_zones_by_external_key on company.tax_zones (tenant_id, external_key);
create unique index tax_rates_by_external_key on company.tax_rates (tenant_id, external_key);
create unique index payment_terms_by_external_key on company.payment_terms (tenant_id, external_key);
create unique index gl_accounts_by_external_key on company.gl_accounts (tenant_id, external_key);
create unique index inventory_locations_by_external_key on company.inventory_locations (tenant_id, external_key);
create unique index purchase_order_types_by_external_key on company.purchase_order_types (tenant_id, external_key);

-- A rate is changed and taken out of use like every record; those here already are in use since now, nothing older is known.
alter table company.tax_rates
  add column active boolean not null default true, add column version int not null default 1,
  add column created_on timestamptz not null default now(), add column modified_on timestamptz not null default now(),
  add check (rate between 0 and 1000000);
alter table company.tax_rates alter column created_on drop default, alter column modified_on drop default;

-- A term by a day of the month counts no days: what stood there beside it was never read.
update company.payment_terms set due_in_days = 0 where due_by <> 'Days';
alter table company.payment_terms add check (due_in_days between 0 and 365);

alter table company.purchase_order_types
  -- Its items go to the job's invoice when they are received (domain-rules §5).
  add column copies_to_invoice boolean not null default false,
  add check (required_in_days between 0 and 365);

create table company.return_types (
  tenant_id bigint not null, id bigint not null, name text not null,
  -- false: the goods were never in stock, or stay where they are.
  takes_from_stock boolean not null default true,
  external_key text,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id)
);
create unique index return_types_by_external_key on company.return_types (tenant_id, external_key);
grant select, insert, update, delete on company.return_types to truckroll_app;
alter table company.return_types enable row level security;
create policy own_tenant on company.return_types to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- How much each role may order without being approved (domain-rules §5, §9).
create table company.approval_limits (
  tenant_id bigint not null, id bigint not null,
  role text not null check (role in ('purchasing', 'accounting', 'admin')),
  -- null: no limit
  limit_cents bigint check (limit_cents >= 0),
  external_key text,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, role)
);
create unique index approval_limits_by_external_key on company.approval_limits (tenant_id, external_key);
grant select, insert, update, delete on company.approval_limits to truckroll_app;
alter table company.approval_limits enable row level security;
create policy own_tenant on company.approval_limits to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
