-- Materials used on jobs, and what people said of a job's goods (issue 5, parts 7 and 8; domain/replenishment, domain/job/parts-in.ts).

-- Taken from a place for a job; taken back it stays, with who did.
create table company.job_materials (
  tenant_id bigint not null, id bigint not null, job_id bigint not null, sku_id bigint not null,
  inventory_location_id bigint not null,
  -- 1/10,000 of a unit (domain/money.ts)
  quantity bigint not null check (quantity > 0), serials text[] not null default '{}',
  technician_id bigint,
  used_on timestamptz not null, used_by bigint not null, taken_back_on timestamptz, taken_back_by bigint,
  primary key (tenant_id, id),
  foreign key (tenant_id, job_id) references company.jobs,
  foreign key (tenant_id, sku_id) references company.skus,
  foreign key (tenant_id, inventory_location_id) references company.inventory_locations,
  foreign key (tenant_id, technician_id) references company.technicians
);
create index materials_of_job on company.job_materials (tenant_id, job_id);
create index materials_in_use on company.job_materials (tenant_id, sku_id, inventory_location_id) where taken_back_on is null;
create index materials_since on company.job_materials (tenant_id, used_on);
grant select, insert, update on company.job_materials to truckroll_app;
alter table company.job_materials enable row level security;
create policy own_tenant on company.job_materials to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Which use of a job a movement of the ledger is of.
alter table company.stock_movements add column job_material_id bigint,
  add foreign key (tenant_id, job_material_id) references company.job_materials;

-- When somebody last said that they had seen a job's parts are in.
create table company.parts_in_seen (
  tenant_id bigint not null, job_id bigint not null, seen_on timestamptz not null, seen_by bigint not null,
  primary key (tenant_id, job_id),
  foreign key (tenant_id, job_id) references company.jobs
);
grant select, insert, update on company.parts_in_seen to truckroll_app;
alter table company.parts_in_seen enable row level security;
create policy own_tenant on company.parts_in_seen to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Orders of a canceled job that somebody decided to keep.
create table company.orders_kept (
  tenant_id bigint not null, order_id bigint not null, kept_on timestamptz not null, kept_by bigint not null,
  primary key (tenant_id, order_id),
  foreign key (tenant_id, order_id) references company.purchase_orders
);
grant select, insert, update on company.orders_kept to truckroll_app;
alter table company.orders_kept enable row level security;
create policy own_tenant on company.orders_kept to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
