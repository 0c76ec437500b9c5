-- The journal of what is posted (domain-rules §7, §8; domain/posting): kept as it was posted, accounts' numbers and names
-- with it, so that a file that was exported comes again byte for byte.
-- The units of all that was ever in it: who may not see one of them does not see the batch.
alter table company.posting_batches add column business_unit_ids bigint[] not null default '{}';

create table company.posting_entries (
  tenant_id bigint not null, batch_id bigint not null, position int not null,
  kind text not null check (kind in ('invoice', 'payment', 'bounce', 'application', 'unapplication')),
  -- The invoice, the payment or the application it is of.
  source_id bigint not null,
  label text not null, effective_on date not null, currency text not null,
  business_unit_ids bigint[] not null, unit_name text not null,
  -- A person's: erased with them.
  customer_id bigint not null, customer_name text not null,
  -- [{account, name, cents}], debit above none, credit below; they come to none.
  lines jsonb not null, debit_cents bigint not null check (debit_cents >= 0),
  primary key (tenant_id, batch_id, position),
  -- What was posted never comes again.
  unique (tenant_id, kind, source_id),
  foreign key (tenant_id, batch_id) references company.posting_batches,
  foreign key (tenant_id, customer_id) references company.customers
);
create index posting_entries_of_customer on company.posting_entries (tenant_id, customer_id);
grant select, insert, update, delete on company.posting_entries to truckroll_app;
alter table company.posting_entries enable row level security;
create policy own_tenant on company.posting_entries to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Found without going through five years of them: applications the books do not know of yet, and those taken back since.
alter table company.ar_applications add column posted boolean not null default false,
  add column reversal_posted boolean not null default false;
create index applications_to_post on company.ar_applications (tenant_id, id) where not posted and undone is null;
create index reversals_to_post on company.ar_applications (tenant_id, id)
  where posted and not reversal_posted and undone is not null;
create index bounces_to_post on company.payments (tenant_id, id) where bounced is not null and sync_status <> 'Pending';
