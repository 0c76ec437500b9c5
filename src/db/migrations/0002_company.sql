-- Schema `company`: the embedded backend's system of record. Every key starts with tenant_id (architecture.md).
-- Status lists are those of src/domain; src/db/status-lists.test.ts holds both together.
create schema company;

-- Canonical instant text, as src/domain/time.ts writes it, for JSON that is built in the database.
create function company.iso(at timestamptz) returns text language sql stable parallel safe
  return to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');

-- One sequence for every id, so that an id names one record in the whole database and is never reused.
create sequence company.ids start 1000;

-- Numbers people read (job 1042), per tenant.
create table company.counters (
  tenant_id bigint not null,
  name text not null,
  next bigint not null,
  primary key (tenant_id, name)
);

create table company.tax_zones (
  tenant_id bigint not null, id bigint not null, name text not null, active boolean not null default true,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id)
);
create table company.tax_rates (
  tenant_id bigint not null, id bigint not null, tax_zone_id bigint not null, name text not null,
  base text not null check (base in ('Subtotal', 'Labor', 'Material')),
  -- millionths: 62500 is 6.25 %
  rate int not null, valid_from date not null,
  primary key (tenant_id, id), foreign key (tenant_id, tax_zone_id) references company.tax_zones
);
create table company.payment_terms (
  tenant_id bigint not null, id bigint not null, name text not null, due_in_days int not null,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id)
);
create table company.gl_accounts (
  tenant_id bigint not null, id bigint not null, number text not null, name text not null,
  kind text not null check (kind in ('Asset', 'Liability', 'Equity', 'Income', 'Expense')),
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id)
);
create table company.payment_types (
  tenant_id bigint not null, id bigint not null, name text not null, gl_account_id bigint,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id),
  foreign key (tenant_id, gl_account_id) references company.gl_accounts
);
create table company.skus (
  tenant_id bigint not null, id bigint not null, code text not null, name text not null,
  kind text not null check (kind in ('Service', 'Material', 'Equipment')),
  -- 1/10,000 of the currency unit (domain/money.ts)
  price bigint not null, cost bigint not null, taxable boolean not null default true,
  gl_account_id bigint, active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id),
  unique (tenant_id, code), foreign key (tenant_id, gl_account_id) references company.gl_accounts
);
create table company.inventory_locations (
  tenant_id bigint not null, id bigint not null, name text not null,
  kind text not null check (kind in ('Warehouse', 'Truck')), technician_id bigint,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id)
);
create table company.purchase_order_types (
  tenant_id bigint not null, id bigint not null, name text not null, automatically_receive boolean not null default false,
  required_in_days int not null default 0, skip_weekends boolean not null default true,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id)
);
create table company.vendors (
  tenant_id bigint not null, id bigint not null, name text not null, phone text not null default '',
  email text not null default '', street text not null default '', city text not null default '',
  state text not null default '', zip text not null default '', payment_term_id bigint,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id),
  foreign key (tenant_id, payment_term_id) references company.payment_terms
);

create table company.business_units (
  tenant_id bigint not null, id bigint not null, name text not null, time_zone text not null, currency text not null,
  tax_zone_id bigint, payment_term_id bigint, active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id),
  foreign key (tenant_id, tax_zone_id) references company.tax_zones,
  foreign key (tenant_id, payment_term_id) references company.payment_terms
);
create table company.zones (
  tenant_id bigint not null, id bigint not null, name text not null, active boolean not null default true,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id)
);
create table company.skills (
  tenant_id bigint not null, id bigint not null, name text not null, active boolean not null default true,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id)
);
create table company.tags (
  tenant_id bigint not null, id bigint not null, name text not null, color text not null default 'neutral',
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id)
);
create table company.campaigns (
  tenant_id bigint not null, id bigint not null, name text not null, active boolean not null default true,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id)
);
create table company.reasons (
  tenant_id bigint not null, id bigint not null, name text not null,
  kind text not null check (kind in ('Hold', 'Cancel')), active boolean not null default true,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id)
);
create table company.custom_fields (
  tenant_id bigint not null, id bigint not null, owner text not null check (owner in ('job', 'customer', 'location')),
  key text not null, label text not null, kind text not null check (kind in ('Text', 'Instant', 'Number')),
  required_at_booking boolean not null default false, active boolean not null default true,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, owner, key)
);
create table company.job_types (
  tenant_id bigint not null, id bigint not null, name text not null,
  -- empty: any business unit may take it (domain-rules §2, Booking)
  business_unit_ids bigint[] not null default '{}', skill_ids bigint[] not null default '{}',
  duration_minutes int not null check (duration_minutes > 0), priority text not null,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id)
);

create table company.technicians (
  tenant_id bigint not null, id bigint not null, name text not null, business_unit_id bigint not null,
  phone text not null default '', email text not null default '',
  skill_ids bigint[] not null default '{}', zone_ids bigint[] not null default '{}',
  latitude double precision, longitude double precision,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id),
  foreign key (tenant_id, business_unit_id) references company.business_units
);
create table company.shifts (
  tenant_id bigint not null, id bigint not null, technician_id bigint not null,
  "start" timestamptz not null, "end" timestamptz not null, active boolean not null default true,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  check ("start" < "end"), primary key (tenant_id, id),
  foreign key (tenant_id, technician_id) references company.technicians
);
create index shifts_by_time on company.shifts (tenant_id, "start", "end") where active;
create table company.time_off (
  tenant_id bigint not null, id bigint not null, technician_id bigint not null, label text not null default '',
  "start" timestamptz not null, "end" timestamptz not null, active boolean not null default true,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  check ("start" < "end"), primary key (tenant_id, id),
  foreign key (tenant_id, technician_id) references company.technicians
);
create table company.non_job_events (
  tenant_id bigint not null, id bigint not null, technician_id bigint not null, label text not null default '',
  "start" timestamptz not null, "end" timestamptz not null, active boolean not null default true,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  check ("start" < "end"), primary key (tenant_id, id),
  foreign key (tenant_id, technician_id) references company.technicians
);

create table company.customers (
  tenant_id bigint not null, id bigint not null, name text not null,
  type text not null check (type in ('Residential', 'Commercial')),
  do_not_service boolean not null default false, tag_ids bigint[] not null default '{}', memo text not null default '',
  payment_term_id bigint, source text not null default '',
  -- Lower-case name, phone digits, e-mails and streets of the customer, kept by the store for the one search box.
  search text not null default '',
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id),
  foreign key (tenant_id, payment_term_id) references company.payment_terms
);
create index customers_search on company.customers using gin (search gin_trgm_ops);
create index customers_by_name on company.customers (tenant_id, lower(name) collate "C", id);

create table company.locations (
  tenant_id bigint not null, id bigint not null, customer_id bigint not null, name text not null,
  street text not null, unit text not null default '', city text not null default '', state text not null default '',
  zip text not null default '', country text not null default 'US',
  latitude double precision, longitude double precision,
  -- null: the business unit's (domain-rules §1)
  time_zone text, zone_id bigint, tax_zone_id bigint, memo text not null default '',
  -- Normalised address: finds the same place again when importing.
  address_key text not null default '',
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references company.customers,
  foreign key (tenant_id, zone_id) references company.zones,
  foreign key (tenant_id, tax_zone_id) references company.tax_zones
);
create index locations_of_customer on company.locations (tenant_id, customer_id);
create index locations_by_address on company.locations (tenant_id, address_key);

create table company.contacts (
  tenant_id bigint not null, id bigint not null, customer_id bigint not null, location_id bigint,
  kind text not null check (kind in ('Phone', 'Mobile', 'Email')), value text not null, memo text not null default '',
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references company.customers
);
create index contacts_of_customer on company.contacts (tenant_id, customer_id);

create table company.projects (
  tenant_id bigint not null, id bigint not null, number bigint not null, name text not null,
  customer_id bigint not null, location_id bigint not null, status text not null default 'Open',
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id),
  unique (tenant_id, number), foreign key (tenant_id, customer_id) references company.customers,
  foreign key (tenant_id, location_id) references company.locations
);

create table company.jobs (
  tenant_id bigint not null, id bigint not null, number bigint not null,
  customer_id bigint not null, location_id bigint not null, bill_to_customer_id bigint not null,
  business_unit_id bigint not null, job_type_id bigint not null, campaign_id bigint not null, project_id bigint,
  priority text not null, summary text not null, customer_po text not null default '',
  tag_ids bigint[] not null default '{}', custom_fields jsonb not null default '{}',
  status text not null check (status in ('Scheduled', 'Dispatched', 'InProgress', 'Hold', 'Completed', 'Canceled')),
  hold jsonb, canceled jsonb, completed_on timestamptz,
  recall_for_job_id bigint, warranty_for_job_id bigint, booked_on timestamptz not null,
  source text not null default '',
  -- The foreign program's own key (import file and row, API client): the same request is never booked twice.
  external_key text,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, number), unique (tenant_id, external_key),
  foreign key (tenant_id, customer_id) references company.customers,
  foreign key (tenant_id, location_id) references company.locations,
  foreign key (tenant_id, bill_to_customer_id) references company.customers,
  foreign key (tenant_id, business_unit_id) references company.business_units,
  foreign key (tenant_id, job_type_id) references company.job_types,
  foreign key (tenant_id, campaign_id) references company.campaigns,
  foreign key (tenant_id, project_id) references company.projects
);
create index jobs_by_customer on company.jobs (tenant_id, customer_id, id desc);
create index jobs_by_location on company.jobs (tenant_id, location_id, id desc);
create index jobs_by_status on company.jobs (tenant_id, status, id desc);
create index jobs_by_completion on company.jobs (tenant_id, completed_on) where completed_on is not null;

create table company.appointments (
  tenant_id bigint not null, id bigint not null, job_id bigint not null, number int not null,
  "start" timestamptz not null, "end" timestamptz not null, window_start timestamptz, window_end timestamptz,
  status text not null check (status in ('Scheduled', 'Dispatched', 'Working', 'Hold', 'Done', 'Canceled', 'Unused')),
  hold jsonb, is_confirmed boolean not null default false, special_instructions text not null default '',
  unused boolean not null default false, active boolean not null default true,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  check ("start" < "end"), check ((window_start is null) = (window_end is null)), check (window_start < window_end),
  primary key (tenant_id, id), unique (tenant_id, job_id, number),
  foreign key (tenant_id, job_id) references company.jobs
);
-- No appointment is longer than 31 days (appointment.too_long), so a day's are found by their start.
create index appointments_by_start on company.appointments (tenant_id, "start") where active;

create table company.assignments (
  tenant_id bigint not null, id bigint not null, appointment_id bigint not null, technician_id bigint not null,
  status text not null check (status in ('Scheduled', 'Dispatched', 'Working', 'Done')),
  paused boolean not null default false, active boolean not null default true,
  -- Why it was taken away: by an unassign, by canceling the job (comes back when that is undone), by completing it.
  ended_by text check (ended_by in ('unassign', 'cancel', 'complete')),
  dispatched_on timestamptz, arrived_on timestamptz, work_started_on timestamptz,
  paused_on timestamptz, resumed_on timestamptz, done_on timestamptz, override jsonb,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, appointment_id) references company.appointments,
  foreign key (tenant_id, technician_id) references company.technicians
);
create index assignments_of_appointment on company.assignments (tenant_id, appointment_id);
create unique index assignment_once on company.assignments (tenant_id, appointment_id, technician_id) where active;
-- Second wall of "one Working assignment per technician at a time".
create unique index assignment_working_once on company.assignments (tenant_id, technician_id)
  where active and status = 'Working' and not paused;

-- Everything that takes a technician's time. plan_id 0 is the live plan (drafts come later).
create table company.occupancy (
  tenant_id bigint not null, plan_id bigint not null default 0, technician_id bigint not null,
  kind text not null check (kind in ('assignment', 'timeOff', 'nonJobEvent')), source_id bigint not null,
  "start" timestamptz not null, "end" timestamptz not null, overridden boolean not null default false,
  during tstzrange generated always as (tstzrange("start", "end", '[)')) stored,
  check ("start" < "end"),
  primary key (tenant_id, plan_id, kind, source_id),
  foreign key (tenant_id, technician_id) references company.technicians,
  -- The second wall against double booking; commands check all rows, overridden ones too, under technician locks.
  constraint occupancy_no_double_booking exclude using gist
    (tenant_id with =, plan_id with =, technician_id with =, during with &&) where (not overridden)
    deferrable initially immediate
);
create index occupancy_by_technician on company.occupancy (tenant_id, technician_id, "start");

create table company.invoices (
  tenant_id bigint not null, id bigint not null, number bigint not null,
  kind text not null check (kind in ('Job', 'Membership', 'PointOfSale', 'Project', 'Financing', 'Refund', 'WriteOff', 'Adjustment')),
  job_id bigint, customer_id bigint not null, location_id bigint, business_unit_id bigint not null,
  bill_to_name text not null, tax_zone_id bigint, payment_term_id bigint, currency text not null,
  invoice_date date not null, due_date date not null,
  sync_status text not null check (sync_status in ('Pending', 'Posted', 'Exported')),
  review_status text not null default 'NeedsReview',
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, number),
  foreign key (tenant_id, job_id) references company.jobs,
  foreign key (tenant_id, customer_id) references company.customers,
  foreign key (tenant_id, location_id) references company.locations,
  foreign key (tenant_id, business_unit_id) references company.business_units,
  foreign key (tenant_id, tax_zone_id) references company.tax_zones,
  foreign key (tenant_id, payment_term_id) references company.payment_terms
);
create unique index invoice_of_job on company.invoices (tenant_id, job_id) where kind = 'Job';
create table company.invoice_items (
  tenant_id bigint not null, id bigint not null, invoice_id bigint not null, position int not null,
  sku_id bigint, description text not null, quantity bigint not null, price bigint not null, cost bigint not null,
  taxable boolean not null, tax_rate int not null default 0, gl_account_id bigint, technician_id bigint,
  primary key (tenant_id, id), foreign key (tenant_id, invoice_id) references company.invoices,
  foreign key (tenant_id, sku_id) references company.skus,
  foreign key (tenant_id, gl_account_id) references company.gl_accounts,
  foreign key (tenant_id, technician_id) references company.technicians
);
create index invoice_items_of_invoice on company.invoice_items (tenant_id, invoice_id, position);

-- What changed, field by field, per record and version (domain-rules §10): any record at any past minute.
-- Personal fields stand apart in `personal`, keyed by the person, so that erasing a person can remove them.
create table company.history (
  tenant_id bigint not null, id bigint generated always as identity,
  record_kind text not null, record_id bigint not null, version int not null,
  at timestamptz not null, actor_id bigint not null, operation_id bigint not null, request_id text not null,
  verb text not null, created boolean not null, changes jsonb not null, person_id bigint, personal jsonb,
  primary key (tenant_id, id)
);
create index history_of_record on company.history (tenant_id, record_kind, record_id, version);

-- The change feed (outbox): written in the change's transaction, read in commit order by (xid, id) below
-- pg_snapshot_xmin; `id > cursor` alone loses rows under concurrent writers (security-and-faults, headline 7).
create table company.changes (
  tenant_id bigint not null, id bigint generated always as identity,
  xid xid8 not null default pg_current_xact_id(),
  at timestamptz not null, type text not null, record_kind text not null, record_id bigint not null,
  version int not null, actor_id bigint not null, operation_id bigint not null, fields text[] not null,
  business_unit_id bigint, record jsonb not null,
  primary key (tenant_id, id)
);
create index changes_in_commit_order on company.changes (tenant_id, xid, id);
