-- Drives as the operator's road map has said them (domain-rules §4, "pluggable matrix"; backend/roads), between cells of
-- a thousandth of a degree (domain/schedule/road-times.ts). A cache: what is not here is reckoned from the distance. Per
-- company, because where one works is not told to another.
create table company.road_times (
  tenant_id bigint not null, from_cell bigint not null, to_cell bigint not null,
  -- null: there is no way.
  minutes int check (minutes between 0 and 1440),
  asked_on timestamptz not null,
  primary key (tenant_id, from_cell, to_cell)
);
create index road_times_by_age on company.road_times (asked_on);
grant select, insert, update, delete on company.road_times to truckroll_app;
alter table company.road_times enable row level security;
create policy own_tenant on company.road_times to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
