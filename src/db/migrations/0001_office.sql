-- Schema `office`: what the BFF keeps in every mode, also beside a real ServiceTitan tenant
-- (architecture.md, Layout): people, sessions, operation log, idempotency keys, audit, messages.
create schema office;

create table office.tenants (
  id bigint primary key,
  name text not null,
  created_on timestamptz not null default now()
);

create table office.users (
  tenant_id bigint not null references office.tenants,
  id bigint not null,
  -- One address signs in to one tenant: unique over all of them.
  email text not null unique check (email = lower(email)),
  name text not null,
  password_hash text not null,
  roles text[] not null,
  -- Grants and limits beyond the role, by right (domain/roles.ts).
  rights jsonb not null default '{}',
  -- null: every business unit; else the person is confined to these (domain-rules §9).
  business_unit_ids bigint[],
  active boolean not null default true,
  -- Raised by anything that must end this person's sessions (role, password, disable): R4, R9.
  epoch int not null default 1,
  version int not null default 1,
  created_on timestamptz not null default now(),
  modified_on timestamptz not null default now(),
  primary key (tenant_id, id)
);

create table office.sessions (
  tenant_id bigint not null,
  -- SHA-256 of the cookie, hex: the cookie itself is never stored (R3).
  id_hash text not null unique,
  user_id bigint not null,
  user_epoch int not null,
  created_on timestamptz not null,
  active_on timestamptz not null,
  idle_until timestamptz not null,
  absolute_until timestamptz not null,
  user_agent text not null,
  address text not null,
  primary key (tenant_id, id_hash),
  foreign key (tenant_id, user_id) references office.users
);
create index sessions_of_user on office.sessions (tenant_id, user_id);

-- Failed sign-ins per account and per address (R20). Survives a restart; keyed by a hash, no tenant is known yet.
create table office.sign_in_failures (
  key text primary key,
  failures int not null,
  window_started_on timestamptz not null,
  blocked_until timestamptz
);

-- The first admin is made with a one-time token (R25).
create table office.setup_tokens (
  token_hash text primary key,
  tenant_id bigint not null references office.tenants,
  expires_on timestamptz not null,
  used_on timestamptz
);

create table office.idempotency_keys (
  tenant_id bigint not null,
  user_id bigint not null,
  route text not null,
  key text not null check (length(key) between 1 and 255),
  body_hash text not null,
  status int not null,
  response jsonb,
  created_on timestamptz not null,
  primary key (tenant_id, user_id, route, key)
);
create index idempotency_keys_by_age on office.idempotency_keys (created_on);

-- One row per command a person gave, with what it changed: undo writes the old values back (domain/undo.ts).
create table office.operations (
  tenant_id bigint not null,
  id bigint not null,
  user_id bigint not null,
  verb text not null,
  at timestamptz not null,
  request_id text not null,
  -- [{kind, id, label, fields: {name: [before, after]}}]
  changes jsonb not null,
  undoable boolean not null default true,
  undone_by bigint,
  undo_of bigint,
  primary key (tenant_id, id)
);
create index operations_of_user on office.operations (tenant_id, user_id, id desc);

-- Messages to customers and technicians, held 60 s so that undo un-sends them (domain-rules §10).
create table office.messages (
  tenant_id bigint not null,
  id bigint not null,
  operation_id bigint not null,
  recipient_kind text not null check (recipient_kind in ('customer', 'technician')),
  recipient_id bigint not null,
  template text not null,
  params jsonb not null,
  status text not null check (status in ('Held', 'Ready', 'Sent', 'Canceled')) default 'Held',
  held_until timestamptz not null,
  created_on timestamptz not null,
  modified_on timestamptz not null,
  primary key (tenant_id, id)
);
create index messages_held on office.messages (status, held_until);

-- Who did what, and who was refused (R60). Append-only for the application's role.
create table office.audit (
  id bigint generated always as identity primary key,
  -- null: nobody was signed in (a failed sign-in of an unknown address).
  tenant_id bigint,
  at timestamptz not null,
  actor_kind text not null check (actor_kind in ('user', 'system', 'anonymous', 'apiClient')),
  actor_id bigint,
  verb text not null,
  result text not null check (result in ('done', 'denied', 'failed')),
  request_id text not null,
  address text not null,
  object_kind text,
  object_id bigint,
  operation_id bigint,
  detail jsonb not null default '{}'
);
create index audit_by_tenant on office.audit (tenant_id, id desc);
