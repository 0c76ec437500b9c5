-- Invoices of every kind, what customers pay, and the one ledger both stand in (domain-rules §7, §8; domain/invoices,
-- domain/payments, domain/receivables).

-- Early-payment discount of a term; the document copies it with the term.
alter table company.payment_terms
  add column discount_rate int not null default 0 check (discount_rate between 0 and 1000000),
  add column discount_days int not null default 0 check (discount_days between 0 and 365);
-- Where sales tax is owed to; the other accounts by purpose are there already.
alter table company.business_units
  add column tax_account_id bigint,
  add foreign key (tenant_id, tax_account_id) references company.gl_accounts;
alter table company.payment_types add column external_key text;
create unique index payment_types_by_external_key on company.payment_types (tenant_id, external_key);

-- Months, mostly. Nothing is entered into a closed one; what is corrected takes the first open day.
create table company.accounting_periods (
  tenant_id bigint not null, id bigint not null, name text not null,
  starts_on date not null, ends_on date not null, closed jsonb,
  external_key text, active boolean not null default true,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), check (starts_on <= ends_on),
  exclude using gist (tenant_id with =, daterange(starts_on, ends_on, '[]') with &&) where (active)
);
grant select, insert, update, delete on company.accounting_periods to truckroll_app;
alter table company.accounting_periods enable row level security;
create policy own_tenant on company.accounting_periods to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- What was posted together: exported as a whole, and nothing of it is taken back after that.
create table company.posting_batches (
  tenant_id bigint not null, id bigint not null, number bigint not null, name text not null,
  posted jsonb not null, exported jsonb, status text not null check (status in ('Open', 'Exported')),
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, number)
);
grant select, insert, update on company.posting_batches to truckroll_app;
alter table company.posting_batches enable row level security;
create policy own_tenant on company.posting_batches to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

create table company.payments (
  tenant_id bigint not null, id bigint not null, number bigint not null,
  kind text not null check (kind in ('Payment', 'Deposit', 'MembershipBilling', 'Refund')),
  customer_id bigint not null, business_unit_id bigint not null, payment_type_id bigint not null,
  paid_on date not null, reference text not null, memo text not null, currency text not null,
  -- Below none for a refund.
  amount_cents bigint not null check (amount_cents <> 0 and (amount_cents < 0) = (kind = 'Refund')),
  -- A deposit is for work that is still to be done.
  job_id bigint, project_id bigint,
  refund_reason text check ((kind = 'Refund') = (refund_reason is not null)),
  of_payment_id bigint,
  sync_status text not null default 'Pending' check (sync_status in ('Pending', 'Posted', 'Exported')),
  batch_id bigint, voided jsonb, bounced jsonb,
  search text not null,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, number),
  foreign key (tenant_id, customer_id) references company.customers,
  foreign key (tenant_id, business_unit_id) references company.business_units,
  foreign key (tenant_id, payment_type_id) references company.payment_types,
  foreign key (tenant_id, job_id) references company.jobs,
  foreign key (tenant_id, project_id) references company.projects,
  foreign key (tenant_id, of_payment_id) references company.payments,
  foreign key (tenant_id, batch_id) references company.posting_batches
);
create index customer_payments on company.payments (tenant_id, customer_id);
create index payments_by_day on company.payments (tenant_id, paid_on);
create index payments_of_job on company.payments (tenant_id, job_id) where job_id is not null;
create index payments_to_post on company.payments (tenant_id, sync_status, id) where sync_status <> 'Exported';
grant select, insert, update on company.payments to truckroll_app;
alter table company.payments enable row level security;
create policy own_tenant on company.payments to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

alter table company.invoices
  add column memo text not null default '',
  -- Of a membership: what happened to it, and the period it bills.
  add column membership_event text check (membership_event in ('Sale', 'Billing', 'Service', 'Cancellation', 'Refund')),
  add column membership_id bigint, add column period_start date,
  add column project_id bigint, add column stage text not null default '',
  add column about_invoice_id bigint, add column refund_of_payment_id bigint,
  add column relation text check (relation in ('Adjusts', 'Refunds', 'WritesOff', 'Finances', 'Reverses', 'Replaces')),
  add column batch_id bigint, add column voided jsonb,
  add column search text not null default '',
  add check ((about_invoice_id is null) = (relation is null)),
  add check ((kind = 'Membership') = (membership_event is not null)),
  add check (kind <> 'Project' or project_id is not null),
  add check (kind <> 'PointOfSale' or (job_id is null and location_id is null)),
  add check (review_status in
    ('NeedsReview', 'OnHold', 'Reviewed', 'PendingApproval', 'Rejected', 'ReadyForBilling', 'Invoiced')),
  add foreign key (tenant_id, project_id) references company.projects,
  add foreign key (tenant_id, about_invoice_id) references company.invoices deferrable initially deferred,
  add foreign key (tenant_id, refund_of_payment_id) references company.payments,
  add foreign key (tenant_id, batch_id) references company.posting_batches;
update company.invoices set search = number::text;
-- One invoice for a period of a membership, whoever runs the billing twice.
create unique index invoice_of_period on company.invoices (tenant_id, membership_id, period_start)
  where membership_event = 'Billing' and voided is null;
create index invoices_about on company.invoices (tenant_id, about_invoice_id) where about_invoice_id is not null;
create index invoices_of_project on company.invoices (tenant_id, project_id) where project_id is not null;
create index invoices_of_membership on company.invoices (tenant_id, membership_id) where membership_id is not null;
create index invoices_by_day on company.invoices (tenant_id, invoice_date);
create index invoices_to_post on company.invoices (tenant_id, sync_status, id) where sync_status <> 'Exported';

-- Items are records of their own: each has its history, and a step on them is taken back like any other.
alter table company.invoice_items
  add column kind text not null default 'Other' check (kind in ('Service', 'Material', 'Equipment', 'Discount', 'Other')),
  add column membership_id bigint,
  add column source text check (source in
    ('Receipt', 'Estimate', 'JobPart', 'Membership', 'WriteOff', 'Refund', 'Transfer', 'Correction')),
  add column source_id bigint, add column external_key text,
  add column active boolean not null default true, add column version int not null default 1,
  add column created_on timestamptz, add column modified_on timestamptz,
  add check ((source is null) = (source_id is null));
update company.invoice_items t set kind = s.kind from company.skus s
  where s.tenant_id = t.tenant_id and s.id = t.sku_id;
update company.invoice_items t set created_on = i.created_on, modified_on = i.modified_on from company.invoices i
  where i.tenant_id = t.tenant_id and i.id = t.invoice_id;
alter table company.invoice_items
  alter column created_on set not null, alter column modified_on set not null,
  -- By the invoice's own copy of its tax zone and the item's kind (domain/invoices/amounts.ts).
  drop column tax_rate;
-- "Its items go to the invoice once": whatever put an item there does so one time.
create unique index item_of_source on company.invoice_items (tenant_id, source, source_id)
  where source in ('Receipt', 'Estimate', 'JobPart') and active;

-- A credit used for a debt: of a payment or a negative invoice, for an invoice or a refund.
create table company.ar_applications (
  tenant_id bigint not null, id bigint not null,
  from_kind text not null check (from_kind in ('invoice', 'payment')), from_id bigint not null,
  to_kind text not null check (to_kind in ('invoice', 'payment')), to_id bigint not null,
  cents bigint not null check (cents > 0), effective_on date not null,
  made jsonb not null, undone jsonb,
  primary key (tenant_id, id)
);
create index applications_of_credit on company.ar_applications (tenant_id, from_kind, from_id);
create index applications_of_debit on company.ar_applications (tenant_id, to_kind, to_id);
grant select, insert, update on company.ar_applications to truckroll_app;
alter table company.ar_applications enable row level security;
create policy own_tenant on company.ar_applications to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- The ledger: added to, never changed. A document's balance is the sum of its entries, above none for what is owed.
create table company.ar_entries (
  tenant_id bigint not null, id bigint generated always as identity,
  document_kind text not null check (document_kind in ('invoice', 'payment')), document_id bigint not null,
  cause text not null check (cause in ('Total', 'Application')),
  cents bigint not null check (cents <> 0), effective_on date not null,
  entered_at timestamptz not null, operation_id bigint not null, application_id bigint,
  primary key (tenant_id, id), check ((cause = 'Application') = (application_id is not null)),
  foreign key (tenant_id, application_id) references company.ar_applications
);
create index entries_of_document on company.ar_entries (tenant_id, document_kind, document_id)
  include (cents, cause, effective_on);
grant select, insert on company.ar_entries to truckroll_app;
alter table company.ar_entries enable row level security;
create policy own_tenant on company.ar_entries to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Invoices that are here already: what their items come to, each rounded half away from zero as the rule does.
insert into company.ar_entries (tenant_id, document_kind, document_id, cause, cents, effective_on, entered_at, operation_id)
select tenant_id, 'invoice', id, 'Total', sum(line + round(line * rate / 1000000.0))::bigint, invoice_date, created_on, 0
from (
  select i.tenant_id, i.id, i.invoice_date, i.created_on,
    round(t.quantity::numeric * t.price / 1000000) as line,
    case when t.taxable then coalesce((
      select sum((r ->> 'rate')::bigint) from jsonb_array_elements(i.tax -> 'rates') r
      where r ->> 'base' = 'Subtotal' or (r ->> 'base' = 'Labor' and t.kind = 'Service')
        or (r ->> 'base' = 'Material' and t.kind in ('Material', 'Equipment'))), 0) else 0 end as rate
  from company.invoices i
  join company.invoice_items t on t.tenant_id = i.tenant_id and t.invoice_id = i.id
) priced group by tenant_id, id, invoice_date, created_on having sum(line + round(line * rate / 1000000.0)) <> 0;
