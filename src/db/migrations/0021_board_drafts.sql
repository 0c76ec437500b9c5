-- Draft boards (contract/draft.ts): moves on top of a live day, kept by person, seen by colleagues when shared.

create table company.board_drafts (
  tenant_id bigint not null, id bigint not null,
  day date not null, time_zone text not null, name text not null,
  owner_id bigint not null, shared boolean not null default false,
  -- What was done, one after the other; ids and times, nobody's personal data.
  steps jsonb not null default '[]',
  -- What left the draft by being published, by the step that did it: taken back, it is the draft's again.
  published jsonb not null default '[]',
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id)
);
create index board_drafts_of_owner on company.board_drafts (tenant_id, owner_id);

grant select, insert, update, delete on company.board_drafts to truckroll_app;
alter table company.board_drafts enable row level security;
create policy own_tenant on company.board_drafts to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
