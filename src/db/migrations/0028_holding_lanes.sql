-- Holding lanes (reference/features.md, G10): named lanes of the board where visits are parked at a time without anybody's.
-- They are no technicians: nothing that counts people, hours or pay reads this table.
create table company.holding_lanes (
  tenant_id bigint not null, id bigint not null, name text not null,
  -- null: of all units
  business_unit_id bigint,
  position int not null default 0,
  external_key text,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, business_unit_id) references company.business_units
);
create unique index holding_lanes_by_external_key on company.holding_lanes (tenant_id, external_key);
grant select, insert, update, delete on company.holding_lanes to truckroll_app;
alter table company.holding_lanes enable row level security;
create policy own_tenant on company.holding_lanes to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

alter table company.appointments add column holding_lane_id bigint,
  add foreign key (tenant_id, holding_lane_id) references company.holding_lanes;
-- Also what is asked before a lane is taken out of use; parked visits are few.
create index appointments_parked on company.appointments (tenant_id, holding_lane_id) where holding_lane_id is not null;

-- Who goes is known, or the visit is parked (domain/job/park.ts); the second wall. Looked at when the step is whole, because
-- a step writes the visit before its assignments.
create function company.refuse_parked_with_technician(tenant bigint, visit bigint) returns void language plpgsql as $$
begin
  if exists (select from company.appointments a
      join company.assignments s on s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active
      where a.tenant_id = tenant and a.id = visit and a.holding_lane_id is not null) then
    raise exception 'a visit in a holding lane has a technician' using errcode = '23514', constraint = 'parked_is_nobodys';
  end if;
end $$;
create function company.parked_visit() returns trigger language plpgsql as $$
begin
  perform company.refuse_parked_with_technician(new.tenant_id, new.id);
  return null;
end $$;
create function company.assigned_visit() returns trigger language plpgsql as $$
begin
  perform company.refuse_parked_with_technician(new.tenant_id, new.appointment_id);
  return null;
end $$;
create constraint trigger parked_is_nobodys after insert or update on company.appointments
  deferrable initially deferred for each row when (new.holding_lane_id is not null)
  execute function company.parked_visit();
create constraint trigger parked_is_nobodys after insert or update on company.assignments
  deferrable initially deferred for each row when (new.active)
  execute function company.assigned_visit();
