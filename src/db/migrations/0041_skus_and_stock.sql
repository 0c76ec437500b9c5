-- SKUs whole (domain-rules §5; domain/sku), and what lies where: a ledger of movements from which on-hand is derived.
alter table company.skus
  -- What it is sold for comes with the price book.
  alter column price set default 0,
  add column description text not null default '',
  -- What one of it is: "each", "box", "ft".
  add column unit text not null default 'each',
  -- One serial number for each unit that lies somewhere.
  add column serialized boolean not null default false,
  add column external_key text,
  -- What it is found by, and its code as it is compared: kept by the store (skus/search-text.ts).
  add column search text not null default '', add column code_key text not null default '',
  add check (kind <> 'Service' or not serialized);
update company.skus set code_key = lower(code), search = lower(code || ' | ' || name);
create unique index skus_by_code_key on company.skus (tenant_id, code_key);
create index skus_in_order on company.skus (tenant_id, code_key collate "C", id);
create unique index skus_by_external_key on company.skus (tenant_id, external_key);

-- How much of a SKU should lie at a place: below the least it is proposed to buy up to the most.
create table company.stock_levels (
  tenant_id bigint not null, id bigint not null, sku_id bigint not null, inventory_location_id bigint not null,
  -- 1/10,000 of a unit (domain/money.ts)
  least bigint not null check (least >= 0), most bigint not null,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, sku_id, inventory_location_id), check (most >= least),
  foreign key (tenant_id, sku_id) references company.skus,
  foreign key (tenant_id, inventory_location_id) references company.inventory_locations
);
grant select, insert, update, delete on company.stock_levels to truckroll_app;
alter table company.stock_levels enable row level security;
create policy own_tenant on company.stock_levels to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Never changed, never deleted: what was wrong is made good by another movement.
create table company.stock_movements (
  tenant_id bigint not null, id bigint not null, sku_id bigint not null, inventory_location_id bigint not null,
  -- domain/sku/stock.ts, MOVEMENT_KINDS
  kind text not null check (kind in ('Count', 'Receipt', 'Return', 'Use', 'Transfer')),
  quantity bigint not null, serials_in text[] not null default '{}', serials_out text[] not null default '{}',
  memo text not null default '', at timestamptz not null, actor_id bigint not null, operation_id bigint not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, sku_id) references company.skus,
  foreign key (tenant_id, inventory_location_id) references company.inventory_locations
);
create index stock_on_hand on company.stock_movements (tenant_id, sku_id, inventory_location_id) include (quantity);
create index stock_movements_of_sku on company.stock_movements (tenant_id, sku_id, id desc);
grant select, insert on company.stock_movements to truckroll_app;
alter table company.stock_movements enable row level security;
create policy own_tenant on company.stock_movements to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Where each serial number lies, as the ledger leaves it: so that one unit is not in two places.
create table company.stock_serials (
  tenant_id bigint not null, sku_id bigint not null, serial text not null, inventory_location_id bigint not null,
  primary key (tenant_id, sku_id, serial),
  foreign key (tenant_id, sku_id) references company.skus,
  foreign key (tenant_id, inventory_location_id) references company.inventory_locations
);
grant select, insert, delete on company.stock_serials to truckroll_app;
alter table company.stock_serials enable row level security;
create policy own_tenant on company.stock_serials to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
