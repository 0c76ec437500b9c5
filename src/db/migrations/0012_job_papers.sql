-- What hangs on records: notes and files of any owner, the stamps of every day worked, and people's saved views of lists.

create table company.notes (
  tenant_id bigint not null, id bigint not null,
  -- What it is about (domain/notes.ts): job, customer, project, …
  owner_kind text not null, owner_id bigint not null,
  -- Whose personal data the text may be: erasing the person erases it. null: the owner belongs to no customer.
  customer_id bigint,
  text text not null, pinned boolean not null default false, author_id bigint not null,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id)
);
create index notes_of_owner on company.notes (tenant_id, owner_kind, owner_id) where active;

create table company.files (
  tenant_id bigint not null, id bigint not null,
  owner_kind text not null, owner_id bigint not null, customer_id bigint,
  name text not null, kind text not null check (kind in ('Photo', 'Form', 'Signature', 'Document')),
  -- Who signed, of a signature.
  signer text not null default '',
  -- Read from the first bytes, never from the name.
  media_type text not null, size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'), uploaded_by bigint not null,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id)
);
create index files_of_owner on company.files (tenant_id, owner_kind, owner_id) where active;

-- Every stamp of an assignment, not only the latest of its kind: multi-day work pauses and resumes over days. Kept by
-- the store beside the assignment (jobs/timesheet-stamps.ts); a stamp taken back is taken out.
create table company.timesheet_stamps (
  tenant_id bigint not null, assignment_id bigint not null,
  kind text not null check (kind in ('Dispatched', 'Arrived', 'WorkStarted', 'Paused', 'Resumed', 'Done')),
  at timestamptz not null,
  primary key (tenant_id, assignment_id, kind, at),
  foreign key (tenant_id, assignment_id) references company.assignments
);
create index timesheet_stamps_by_time on company.timesheet_stamps (tenant_id, at);
insert into company.timesheet_stamps (tenant_id, assignment_id, kind, at)
select s.tenant_id, s.id, v.kind, v.at from company.assignments s
cross join lateral (values ('Dispatched', s.dispatched_on), ('Arrived', s.arrived_on),
  ('WorkStarted', s.work_started_on), ('Paused', s.paused_on), ('Resumed', s.resumed_on), ('Done', s.done_on)) v(kind, at)
where v.at is not null;

create table office.saved_views (
  tenant_id bigint not null, id bigint generated always as identity,
  -- The list it belongs to, as the address says: `jobs`, `appointments`, `timesheets`.
  page text not null, name text not null,
  -- The page's search as it stands in the address, sort and hidden columns included: names and texts.
  search jsonb not null, owner_id bigint not null, shared boolean not null default false,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, page, owner_id, name),
  foreign key (tenant_id, owner_id) references office.users
);
-- The view a person's list opens with.
create table office.default_views (
  tenant_id bigint not null, user_id bigint not null, page text not null, view_id bigint not null,
  primary key (tenant_id, user_id, page),
  foreign key (tenant_id, view_id) references office.saved_views on delete cascade
);

create index jobs_of_project on company.jobs (tenant_id, project_id, id desc) where project_id is not null;
create index jobs_recalled on company.jobs (tenant_id, recall_for_job_id) where recall_for_job_id is not null;
create index jobs_under_warranty on company.jobs (tenant_id, warranty_for_job_id) where warranty_for_job_id is not null;

grant select, insert, update, delete on company.notes, company.files, company.timesheet_stamps, office.saved_views,
  office.default_views to truckroll_app;
do $$
declare t text;
begin
  foreach t in array array['company.notes', 'company.files', 'company.timesheet_stamps', 'office.saved_views',
    'office.default_views']
  loop
    execute format('alter table %s enable row level security', t);
    execute format(
      'create policy own_tenant on %s to truckroll_app using (tenant_id = current_setting(''app.tenant_id'')::bigint) with check (tenant_id = current_setting(''app.tenant_id'')::bigint)', t);
  end loop;
end $$;
