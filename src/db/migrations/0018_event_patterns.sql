-- Non-job events set up once or by the week, as shifts are (0014): rows of company.non_job_events made some weeks ahead.
create table company.event_patterns (
  tenant_id bigint not null, id bigint not null, technician_id bigint not null, name text not null,
  weekdays int[] not null check (weekdays <@ '{0,1,2,3,4,5,6}' and cardinality(weekdays) > 0),
  start_minute int not null check (start_minute between 0 and 1439),
  -- at or before the start: over midnight
  end_minute int not null check (end_minute between 0 and 1440),
  valid_from date not null, valid_until date,
  except_days date[] not null default '{}',
  external_key text,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  check (valid_until >= valid_from),
  primary key (tenant_id, id),
  foreign key (tenant_id, technician_id) references company.technicians
);
create unique index event_patterns_by_external_key on company.event_patterns (tenant_id, external_key);
create index event_patterns_of_technician on company.event_patterns (tenant_id, technician_id);
grant select, insert, update, delete on company.event_patterns to truckroll_app;
alter table company.event_patterns enable row level security;
create policy own_tenant on company.event_patterns to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Which day of which pattern an event stands for; null: put on the board by hand.
alter table company.non_job_events add column pattern_id bigint, add column pattern_day date,
  add foreign key (tenant_id, pattern_id) references company.event_patterns;
create unique index event_of_pattern_day on company.non_job_events (tenant_id, pattern_id, pattern_day);
