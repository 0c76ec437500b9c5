-- How long drives are reckoned to take (domain-rules §4; domain/schedule/travel.ts): a set-up list, so that it is kept, changed
-- and taken back like the others. The newest in use counts (backend/schedule/known-roads.ts).
create table company.drive_rules (
  tenant_id bigint not null, id bigint not null, name text not null,
  -- The way on the road, in percent of the straight line.
  way_percent int not null check (way_percent between 100 and 400),
  km_per_hour int not null check (km_per_hour between 5 and 130),
  -- Counted where nobody knows where a place is.
  unknown_minutes int not null check (unknown_minutes between 1 and 240),
  external_key text,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id)
);
create unique index drive_rules_by_external_key on company.drive_rules (tenant_id, external_key);
grant select, insert, update, delete on company.drive_rules to truckroll_app;
alter table company.drive_rules enable row level security;
create policy own_tenant on company.drive_rules to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
