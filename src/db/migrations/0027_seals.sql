-- Tampering with history and audit shows (R61; src/db/seals/README.md). A seal stands for the next rows of one company's
-- stream: their ids, a hash of each, and the hash of the seal before.
create table office.seals (
  stream text not null check (stream in ('history', 'audit')),
  -- null: audit of nobody's company.
  tenant_id bigint,
  -- 1, 2, 3 … without a gap.
  number int not null,
  -- The greatest of `ids`: no row up to here may come, change or go any more.
  up_to bigint not null,
  ids bigint[] not null,
  -- 32 bytes for each of `ids`.
  row_hashes bytea not null,
  -- Of the personal fields, apart, so that they can be erased; 32 zero bytes where there are none.
  personal_hashes bytea not null,
  previous_hash bytea not null,
  hash bytea not null,
  sealed_at timestamptz not null,
  unique nulls not distinct (stream, tenant_id, number)
);
-- Nothing is granted: the application's role neither reads nor writes it, the owner's background work does.
alter table office.seals enable row level security;

-- Erased together with `personal`: from the hash alone nobody finds out a telephone number by trying them all.
-- Rows from before have none. In two steps, because a column added with a default that differs by row rewrites them all.
alter table company.history add column personal_salt uuid;
alter table company.history alter column personal_salt set default gen_random_uuid();
