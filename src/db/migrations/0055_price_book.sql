-- What things are sold for, and the papers of a former system (domain-rules §7, §8; domain/sku/sale-price.ts).

-- Null: none of its own, so what it costs and the markup rules propose one. Nobody could type one until now.
alter table company.skus alter column price drop not null, alter column price drop default;
update company.skus set price = null where price = 0;
alter table company.skus add check (price >= 0);

-- What is put on a cost, by steps of it: from here up to, and not with, there.
create table company.markup_rules (
  tenant_id bigint not null, id bigint not null, name text not null,
  kind text not null check (kind in ('Material', 'Equipment')),
  -- 1/10,000 of the currency unit, and millionths (domain/money.ts)
  cost_from bigint not null check (cost_from >= 0), cost_to bigint check (cost_to > cost_from),
  markup int not null check (markup between 0 and 9990000),
  external_key text, active boolean not null default true,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id)
);
create unique index markup_rules_by_external_key on company.markup_rules (tenant_id, external_key);
grant select, insert, update, delete on company.markup_rules to truckroll_app;
alter table company.markup_rules enable row level security;
create policy own_tenant on company.markup_rules to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

create unique index accounting_periods_by_external_key on company.accounting_periods (tenant_id, external_key);
-- One step may move several, and is held against the whole: setup/periods.ts says first which two overlap.
alter table company.accounting_periods drop constraint accounting_periods_tenant_id_daterange_excl;
alter table company.accounting_periods add constraint periods_apart
  exclude using gist (tenant_id with =, daterange(starts_on, ends_on, '[]') with &&) where (active)
  deferrable initially deferred;

-- What the former system called an invoice or a payment that was brought here: known again by it.
alter table company.invoices add column external_key text;
create unique index invoices_by_external_key on company.invoices (tenant_id, external_key);
alter table company.payments add column external_key text;
create unique index payments_by_external_key on company.payments (tenant_id, external_key);

-- What documents keep of their term names the early discount too: none, until now.
update company.invoices set payment_term = payment_term || '{"discountRate": 0, "discountDays": 0}' where payment_term is not null;
update company.bills set payment_term = payment_term || '{"discountRate": 0, "discountDays": 0}' where payment_term is not null;
