-- Capacity (domain-rules §4): what is held back or overbooked, and how many visits wait in each window without a technician.

-- Words callers use for it, separated by commas: “no cool, not cooling, ac out” (domain/booking-words.ts).
alter table company.job_types add column keywords text not null default '';
-- How most of a unit's callers found it: proposed while booking, when the customer's last job does not say.
alter table company.business_units add column default_campaign_id bigint,
  add foreign key (tenant_id, default_campaign_id) references company.campaigns;

-- One rule per kind of booking; what is null or empty fits every booking, the most specific rule decides.
create table company.capacity_rules (
  tenant_id bigint not null, id bigint not null, name text not null,
  business_unit_id bigint, job_type_id bigint,
  priority text check (priority in ('Low', 'Normal', 'High', 'Urgent')),
  -- Minutes since midnight on the clock of the place, of windows that begin within; both or none.
  start_minute int check (start_minute between 0 and 1439), end_minute int check (end_minute between 1 and 1440),
  reserve_percent int not null check (reserve_percent between 0 and 100),
  overbook_percent int not null check (overbook_percent between 0 and 100),
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  check ((start_minute is null) = (end_minute is null)), check (start_minute < end_minute),
  primary key (tenant_id, id),
  foreign key (tenant_id, business_unit_id) references company.business_units,
  foreign key (tenant_id, job_type_id) references company.job_types
);

-- Visits promised in a window with no technician yet, per business unit. The two instants say day and window at once.
-- The row is what two bookings of the last place meet at; it always equals a recount of the visits.
create table company.window_counters (
  tenant_id bigint not null, business_unit_id bigint not null,
  window_start timestamptz not null, window_end timestamptz not null,
  visits int not null check (visits >= 0), minutes int not null check (minutes >= 0),
  primary key (tenant_id, business_unit_id, window_start, window_end),
  foreign key (tenant_id, business_unit_id) references company.business_units
);
insert into company.window_counters (tenant_id, business_unit_id, window_start, window_end, visits, minutes)
select a.tenant_id, j.business_unit_id, a.window_start, a.window_end, count(*),
  sum(round(extract(epoch from a."end" - a."start") / 60))
from company.appointments a
join company.jobs j on j.tenant_id = a.tenant_id and j.id = a.job_id
where a.active and a.status = 'Scheduled' and a.window_start is not null
  and not exists (select from company.assignments s
    where s.tenant_id = a.tenant_id and s.appointment_id = a.id and s.active)
group by 1, 2, 3, 4;

grant select, insert, update, delete on company.capacity_rules, company.window_counters to truckroll_app;
do $$
declare t text;
begin
  foreach t in array array['capacity_rules', 'window_counters'] loop
    execute format('alter table company.%I enable row level security', t);
    execute format(
      'create policy own_tenant on company.%I to truckroll_app using (tenant_id = current_setting(''app.tenant_id'')::bigint) with check (tenant_id = current_setting(''app.tenant_id'')::bigint)',
      t);
  end loop;
end $$;
