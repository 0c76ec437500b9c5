-- Where a place is by its address, as a geocoder said (domain-rules §4, "Soft"; backend/geocoder). Beside the place and
-- not on it: `latitude` and `longitude` of a place are the pin somebody set by hand. One row for each place without a
-- pin, whether a geocoder is set or not.
create table company.address_points (
  tenant_id bigint not null, location_id bigint not null,
  -- The place's own: the middle of a postal code is learnt from these too.
  zip text not null default '',
  status text not null default 'Waiting' check (status in ('Waiting', 'Found', 'NotFound')),
  latitude double precision, longitude double precision,
  -- Counts the addresses the place has had: the answer to a former one is dropped.
  address_number int not null default 1,
  -- Since when it waits: who was booked a minute ago goes before the thousands of an import.
  since timestamptz not null default clock_timestamp(),
  tries int not null default 0,
  next_try_on timestamptz,
  claimed_until timestamptz,
  answered_on timestamptz,
  primary key (tenant_id, location_id),
  foreign key (tenant_id, location_id) references company.locations on delete cascade,
  check ((status = 'Found') = (latitude is not null and longitude is not null))
);
create index address_points_waiting on company.address_points (since desc) where status = 'Waiting';
create index address_points_asked_again on company.address_points (next_try_on) where status = 'NotFound';
create index address_points_by_zip on company.address_points (tenant_id, zip) include (latitude, longitude)
  where status = 'Found' and zip <> '';
grant select, insert, update, delete on company.address_points to truckroll_app;
alter table company.address_points enable row level security;
create policy own_tenant on company.address_points to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

insert into company.address_points (tenant_id, location_id, zip)
select tenant_id, id, zip from company.locations where (latitude is null or longitude is null) and street <> '';

-- By triggers, because places are made and changed by hand, by bookings, imports, merges, undo and redo.
create function company.queue_new_addresses() returns trigger language plpgsql as $$
begin
  -- A backup that is restored, in no company's name, brings its rows itself.
  if coalesce(current_setting('app.tenant_id', true), '') = '' then return null; end if;
  insert into company.address_points (tenant_id, location_id, zip)
  select f.tenant_id, f.id, f.zip from fresh f where (f.latitude is null or f.longitude is null) and f.street <> ''
  on conflict do nothing;
  return null;
end $$;
create function company.queue_changed_addresses() returns trigger language plpgsql as $$
begin
  delete from company.address_points p using fresh f
  where p.tenant_id = f.tenant_id and p.location_id = f.id
    and (f.street = '' or (f.latitude is not null and f.longitude is not null));
  insert into company.address_points (tenant_id, location_id, zip)
  select f.tenant_id, f.id, f.zip from fresh f join stale s on s.tenant_id = f.tenant_id and s.id = f.id
  where (f.latitude is null or f.longitude is null) and f.street <> ''
    and ((s.latitude is not null and s.longitude is not null)
      or (s.street, s.city, s.state, s.zip, s.country) is distinct from (f.street, f.city, f.state, f.zip, f.country))
  on conflict (tenant_id, location_id) do update set
    zip = excluded.zip, status = 'Waiting', latitude = null, longitude = null, since = excluded.since,
    address_number = address_points.address_number + 1, tries = 0, next_try_on = null, claimed_until = null,
    answered_on = null;
  return null;
end $$;
create trigger addresses_of_new after insert on company.locations
  referencing new table as fresh for each statement execute function company.queue_new_addresses();
create trigger addresses_of_changed after update on company.locations
  referencing old table as stale new table as fresh for each statement execute function company.queue_changed_addresses();
