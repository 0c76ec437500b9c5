-- Imports of service requests (backend/imports): the file lies in DATA_DIR/imports, its state and the fate of every row here.
create table company.imports (
  tenant_id bigint not null, id bigint not null,
  file_name text not null, encoding text not null, delimiter text not null,
  status text not null
    check (status in ('Uploaded', 'Checking', 'Checked', 'Running', 'Done', 'Canceled', 'Failed')),
  -- true once a check under this mapping has gone through the whole file: only then may it be run.
  checked boolean not null default false,
  -- [{name, guess, samples}]
  columns jsonb not null,
  mapping jsonb,
  rows_total int not null, rows_done int not null default 0,
  fates jsonb not null default '{}', reasons jsonb not null default '{}', made jsonb not null default '{}',
  problem jsonb,
  created_by bigint not null, created_on timestamptz not null,
  -- Moves with every batch, so that others see whether somebody still works on it.
  modified_on timestamptz not null,
  primary key (tenant_id, id)
);
create table company.import_rows (
  tenant_id bigint not null, import_id bigint not null, line int not null,
  fate text not null check (fate in ('create', 'exists', 'duplicate', 'report', 'reject')),
  reasons jsonb not null, external_id text not null, summary text not null, job_id bigint,
  primary key (tenant_id, import_id, line),
  foreign key (tenant_id, import_id) references company.imports on delete cascade
);
create index import_rows_by_fate on company.import_rows (tenant_id, import_id, fate, line);

grant select, insert, update, delete on company.imports, company.import_rows to truckroll_app;
alter table company.imports enable row level security;
alter table company.import_rows enable row level security;
create policy own_tenant on company.imports to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
create policy own_tenant on company.import_rows to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
