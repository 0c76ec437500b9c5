-- How far the demo company reaches. `complete` false: the first load was cut off; it starts again from nothing.
create table office.demo (
  tenant_id bigint primary key references office.tenants,
  complete boolean not null,
  first_day date not null,
  last_day date not null
);
grant select, insert, update, delete on office.demo to truckroll_app;
alter table office.demo enable row level security;
create policy own_tenant on office.demo to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
