-- What customers are told of what they owe: invoices and statements on paper and by e-mail (domain-rules §7, §8;
-- domain/receivables/statement.ts, domain/receivables/customer-mail.ts).

-- An account as it was told to a customer: what it said stays, whatever is entered afterwards.
create table company.statements (
  tenant_id bigint not null, id bigint not null, number bigint not null,
  kind text not null check (kind in ('OpenItem', 'BalanceForward')),
  customer_id bigint not null, currency text not null,
  -- null: of all of them; who made it was confined to these.
  business_unit_ids bigint[],
  -- The first day of a balance forward; an open item has every open one.
  from_on date check ((kind = 'BalanceForward') = (from_on is not null)), as_of date not null,
  closing_cents bigint not null,
  said jsonb not null, made jsonb not null,
  -- By hand, or by an e-mail that has gone out.
  sent jsonb,
  primary key (tenant_id, id), unique (tenant_id, number),
  foreign key (tenant_id, customer_id) references company.customers
);
create index statements_of_customer on company.statements (tenant_id, customer_id);
grant select, insert, update on company.statements to truckroll_app;
alter table company.statements enable row level security;
create policy own_tenant on company.statements to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- What was sent to a customer, with which words, and what became of it. The outbox has a message of the same id, which it
-- forgets after a month; this stays.
create table company.customer_mails (
  tenant_id bigint not null, id bigint not null,
  kind text not null check (kind in ('Invoices', 'Statement')),
  customer_id bigint not null,
  addresses text[] not null check (cardinality(addresses) > 0), subject text not null, text text not null,
  asked jsonb not null,
  state text not null default 'Sending' check (state in ('Sending', 'Sent', 'Failed', 'Stopped')),
  ended_on timestamptz,
  fault text check (fault in ('unreachable', 'later', 'refused', 'noAddress', 'badAddress', 'tooOld', 'takenBack', 'fault')),
  fault_reply text,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references company.customers
);
create index customer_mails_under_way on company.customer_mails (tenant_id, id) where state = 'Sending';
grant select, insert, update on company.customer_mails to truckroll_app;
alter table company.customer_mails enable row level security;
create policy own_tenant on company.customer_mails to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- The papers of an e-mail: made when it goes out, kept as they went.
create table company.customer_mail_papers (
  tenant_id bigint not null, mail_id bigint not null,
  document_kind text not null check (document_kind in ('invoice', 'statement')), document_id bigint not null,
  file_name text, pdf bytea,
  primary key (tenant_id, mail_id, document_kind, document_id),
  foreign key (tenant_id, mail_id) references company.customer_mails,
  check ((file_name is null) = (pdf is null))
);
create index mails_of_document on company.customer_mail_papers (tenant_id, document_kind, document_id, mail_id);
grant select, insert, update on company.customer_mail_papers to truckroll_app;
alter table company.customer_mail_papers enable row level security;
create policy own_tenant on company.customer_mail_papers to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
