-- What is forgotten, so that no table but history and audit grows for ever (bff/housekeeping.ts, backend/changes/forget.ts).

-- Nobody reads the transaction's number any more, and its index goes with it. Commit order of the change feed is the
-- order of its ids: whoever emits holds an advisory lock per company from taking the ids until the commit
-- (backend/changes/emit.ts). The comment at this table in 0002 describes the earlier way, which told version 3 of a
-- record before version 2: a transaction has its number from its first write on, not from its commit.
alter table company.changes drop column xid;

-- Up to where a company's feed is forgotten: a reader at an earlier position has missed something and starts over.
-- The application's role may read it only, as it may neither alter nor delete the feed (0003).
create table company.changes_forgotten (
  tenant_id bigint primary key references office.tenants,
  up_to bigint not null
);
grant select on company.changes_forgotten to truckroll_app;
alter table company.changes_forgotten enable row level security;
create policy own_tenant on company.changes_forgotten to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Steps that still hold what undo would write back; after its 24 hours they are emptied and leave this index.
create index operations_to_forget on office.operations (at) where changes <> '[]'::jsonb;

-- Told to stop by another process than the one that works on it, which looks at it with every batch.
alter table company.imports add column cancel_asked boolean not null default false;
