-- Set-up by screens (domain-rules §1): keys of other programs, shifts that repeat, more kinds of custom fields.

-- The foreign program's own key: a list imported again finds its rows, whatever they are called by now.
alter table company.business_units add column external_key text;
alter table company.job_types add column external_key text;
alter table company.technicians add column external_key text, add column home_base text not null default '';
alter table company.tags add column external_key text;
alter table company.campaigns add column external_key text;
alter table company.reasons add column external_key text;
alter table company.skills add column external_key text;
alter table company.zones add column external_key text;
alter table company.arrival_windows add column external_key text;
alter table company.custom_fields add column external_key text;
create unique index business_units_by_external_key on company.business_units (tenant_id, external_key);
create unique index job_types_by_external_key on company.job_types (tenant_id, external_key);
create unique index technicians_by_external_key on company.technicians (tenant_id, external_key);
create unique index tags_by_external_key on company.tags (tenant_id, external_key);
create unique index campaigns_by_external_key on company.campaigns (tenant_id, external_key);
create unique index reasons_by_external_key on company.reasons (tenant_id, external_key);
create unique index skills_by_external_key on company.skills (tenant_id, external_key);
create unique index zones_by_external_key on company.zones (tenant_id, external_key);
create unique index arrival_windows_by_external_key on company.arrival_windows (tenant_id, external_key);
create unique index custom_fields_by_external_key on company.custom_fields (tenant_id, external_key);

-- Values stay text, as they are typed; the kind says which text is taken (domain/setup/kinds.ts).
alter table company.custom_fields drop constraint custom_fields_kind_check;
alter table company.custom_fields
  add constraint custom_fields_kind_check
    check (kind in ('Text', 'Number', 'Date', 'Instant', 'Choice', 'YesNo')),
  add column choices text not null default '',
  add column position int not null default 0;

-- Working hours that repeat. Their shifts are rows of company.shifts, made some weeks ahead (domain/setup/shift-pattern.ts).
create table company.shift_patterns (
  tenant_id bigint not null, id bigint not null, technician_id bigint not null, name text not null default '',
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
create unique index shift_patterns_by_external_key on company.shift_patterns (tenant_id, external_key);
create index shift_patterns_of_technician on company.shift_patterns (tenant_id, technician_id);
grant select, insert, update, delete on company.shift_patterns to truckroll_app;
alter table company.shift_patterns enable row level security;
create policy own_tenant on company.shift_patterns to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Which day of which pattern a shift stands for; null: put on the board by hand.
alter table company.shifts add column pattern_id bigint, add column pattern_day date,
  add foreign key (tenant_id, pattern_id) references company.shift_patterns;
create unique index shift_of_pattern_day on company.shifts (tenant_id, pattern_id, pattern_day);
