-- Projects (domain-rules §3): a folder of jobs at one location, with the company's own statuses, managers and a budget.

create table company.project_statuses (
  tenant_id bigint not null, id bigint not null, name text not null, position int not null default 0,
  -- A project in it is over: it has an actual completion.
  closes boolean not null default false,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null, primary key (tenant_id, id)
);
create table company.project_sub_statuses (
  tenant_id bigint not null, id bigint not null, status_id bigint not null, name text not null,
  position int not null default 0, active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, status_id, id),
  foreign key (tenant_id, status_id) references company.project_statuses
);
create table company.project_types (
  tenant_id bigint not null, id bigint not null, name text not null, active boolean not null default true,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id)
);

alter table company.projects
  add column description text not null default '', add column type_id bigint, add column bill_to_customer_id bigint,
  add column status_id bigint, add column sub_status_id bigint,
  add column starts_on date, add column target_completion date, add column actual_completion date,
  -- Users and technicians; both may lead a project.
  add column manager_user_ids bigint[] not null default '{}',
  add column manager_technician_ids bigint[] not null default '{}',
  add column tag_ids bigint[] not null default '{}', add column custom_fields jsonb not null default '{}',
  -- The budget's: one document, one currency (domain-rules §1).
  add column currency text not null default 'USD',
  add column external_key text,
  add unique (tenant_id, external_key),
  add unique (tenant_id, id, location_id),
  add foreign key (tenant_id, type_id) references company.project_types,
  add foreign key (tenant_id, bill_to_customer_id) references company.customers,
  add foreign key (tenant_id, status_id) references company.project_statuses,
  add foreign key (tenant_id, status_id, sub_status_id) references company.project_sub_statuses (tenant_id, status_id, id),
  add check (target_completion >= starts_on), add check (actual_completion >= starts_on);

-- What the free text of before said becomes a status of the company.
insert into company.project_statuses (tenant_id, id, name, created_on, modified_on)
  select tenant_id, nextval('company.ids'), status, now(), now()
  from (select distinct tenant_id, status from company.projects) known;
update company.projects p set
  bill_to_customer_id = p.customer_id,
  status_id = (select s.id from company.project_statuses s where s.tenant_id = p.tenant_id and s.name = p.status),
  currency = coalesce(
    (select u.currency from company.business_units u where u.tenant_id = p.tenant_id order by u.id limit 1), 'USD');
alter table company.projects alter column bill_to_customer_id set not null, drop column status;
create index projects_by_location on company.projects (tenant_id, location_id);
create index projects_by_customer on company.projects (tenant_id, customer_id);

-- All jobs of a project are at its one location: the second wall behind `domain/project/attach.ts`.
alter table company.jobs
  add foreign key (tenant_id, project_id, location_id) references company.projects (tenant_id, id, location_id);

create table company.project_budget_lines (
  tenant_id bigint not null, id bigint not null, project_id bigint not null, position int not null default 0,
  label text not null, kind text not null check (kind in ('Labor', 'Material', 'Other')),
  -- 1/10,000 of an hour (labor) or of a unit
  quantity bigint,
  -- of the project's currency; a cost, so not for everybody (domain-rules §9)
  amount_cents bigint,
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  check (num_nonnulls(quantity, amount_cents) > 0),
  primary key (tenant_id, id), foreign key (tenant_id, project_id) references company.projects
);
create index budget_lines_of_project on company.project_budget_lines (tenant_id, project_id);

-- What an hour of a technician costs the company, from a day on. Apart from technicians, whose record and history
-- people see who may not see costs.
create table company.technician_costs (
  tenant_id bigint not null, id bigint not null, technician_id bigint not null, valid_from date not null,
  -- 1/10,000 of the currency of the technician's business unit
  hourly_cost bigint not null check (hourly_cost >= 0),
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, technician_id, valid_from),
  foreign key (tenant_id, technician_id) references company.technicians
);

alter table company.custom_fields drop constraint custom_fields_owner_check;
alter table company.custom_fields add constraint custom_fields_owner_check
  check (owner in ('job', 'customer', 'location', 'project'));

do $$
declare t text;
begin
  foreach t in array array['project_statuses', 'project_sub_statuses', 'project_types', 'project_budget_lines', 'technician_costs']
  loop
    execute format('grant select, insert, update, delete on company.%I to truckroll_app', t);
    execute format('alter table company.%I enable row level security', t);
    execute format(
      'create policy own_tenant on company.%I to truckroll_app using (tenant_id = current_setting(''app.tenant_id'')::bigint) with check (tenant_id = current_setting(''app.tenant_id'')::bigint)', t);
  end loop;
end $$;
