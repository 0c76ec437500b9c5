-- Orders to begin with (issue 5, part 3): what was saved of one, without its days, its job and its numbers. No record of
-- the work: its history is the audit, and it may be deleted.
create table company.order_templates (
  tenant_id bigint not null, id bigint generated always as identity,
  name text not null, business_unit_id bigint not null,
  -- contract/order-template.ts: the order's facts and its lines, with what each cost then
  facts jsonb not null, lines jsonb not null,
  active boolean not null default true,
  created_by bigint not null, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, business_unit_id) references company.business_units
);
grant select, insert, update, delete on company.order_templates to truckroll_app;
alter table company.order_templates enable row level security;
create policy own_tenant on company.order_templates to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
