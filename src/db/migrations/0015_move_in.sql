-- The day an office moves in: keys of the program it comes from, imports of records besides service requests, their undo.
alter table company.customers add column external_key text;
alter table company.locations add column external_key text;
alter table company.contacts add column external_key text;
create unique index customers_by_external_key on company.customers (tenant_id, external_key);
create unique index locations_by_external_key on company.locations (tenant_id, external_key);
create unique index contacts_by_external_key on company.contacts (tenant_id, external_key);

alter table company.imports drop constraint imports_status_check;
alter table company.imports
  add constraint imports_status_check check (status in
    ('Uploaded', 'Checking', 'Checked', 'Running', 'Done', 'Canceled', 'Failed', 'Undoing', 'Undone')),
  add column kind text not null default 'service-requests'
    check (kind in ('service-requests', 'customers', 'locations', 'contacts', 'jobs')),
  -- When it last wrote a record: for a day after that it can be undone.
  add column written_on timestamptz;
alter table company.import_rows drop constraint import_rows_fate_check;
alter table company.import_rows
  add constraint import_rows_fate_check check (fate in
    ('create', 'exists', 'duplicate', 'report', 'reject', 'update', 'undone', 'stays')),
  add column customer_id bigint;

-- What an import has written, for its undo: per record the fields with what they were and became.
create table company.import_changes (
  tenant_id bigint not null, import_id bigint not null, record_kind text not null, record_id bigint not null,
  line int not null, version int not null, created boolean not null,
  -- {field: [before, after]}
  fields jsonb not null,
  -- company.import_links before it; null: there was none.
  said_before jsonb,
  primary key (tenant_id, import_id, record_kind, record_id),
  foreign key (tenant_id, import_id) references company.imports on delete cascade
);
create index import_changes_by_line on company.import_changes (tenant_id, import_id, line);

-- What the last import has said about a record, field by field: what differs from it was edited here since.
create table company.import_links (
  tenant_id bigint not null, record_kind text not null, record_id bigint not null, said jsonb not null,
  primary key (tenant_id, record_kind, record_id)
);
grant select, insert, update, delete on company.import_changes, company.import_links to truckroll_app;
alter table company.import_changes enable row level security;
alter table company.import_links enable row level security;
create policy own_tenant on company.import_changes to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
create policy own_tenant on company.import_links to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Customers of the company at work who share one of these keys (domain/customer/duplicate-keys.ts) and come from no
-- other program: a function because row level security keeps the index from the application (0010_customers.sql).
create function company.customers_sharing(keys text[], most int) returns table (key text, id bigint)
language sql stable security definer set search_path from current as $$
  select k.key, c.id from unnest(keys) as k(key)
  cross join lateral (
    select c.id from company.customers c
    where c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint
      and c.terms @@ ('''' || replace(replace(k.key, '\', '\\'), '''', '''''') || '''')::tsquery
      and c.active and c.external_key is null
    limit most
  ) c
$$;
revoke all on function company.customers_sharing from public;
grant execute on function company.customers_sharing to truckroll_app;
