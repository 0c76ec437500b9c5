-- What vendors ask for, and what was expected of it (domain-rules §6; domain/bills).
create table company.bills (
  tenant_id bigint not null, id bigint not null, number bigint not null,
  vendor_id bigint not null,
  -- Who is paid: the vendor's remittance vendor on the day it was made, else itself.
  remit_to_vendor_id bigint not null,
  -- null: keyed in for no order, or for no receipt of it
  order_id bigint, receipt_id bigint, business_unit_id bigint not null,
  kind text not null check (kind in ('Bill', 'Credit')),
  source text not null check (source in ('Receipt', 'Keyed', 'Import', 'Correction', 'Return')),
  vendor_invoice_number text not null, bill_date date not null, due_date date not null,
  -- A copy, as documents keep theirs (domain/payment-term.ts)
  payment_term_id bigint, payment_term jsonb,
  currency text not null,
  sync_status text not null default 'Pending' check (sync_status in ('Pending', 'Posted', 'Exported')),
  -- Figures: lines, tax, freight. The vendor's own are given once and never changed.
  expected jsonb not null, billed jsonb, verdicts jsonb not null default '[]',
  reconciled jsonb, claims jsonb not null default '[]', canceled jsonb, replaced_by_id bigint, credit_of_id bigint,
  -- Kept by the store: what lists show and find by.
  status text not null check (status in ('Unreconciled', 'Discrepancy', 'Reconciled', 'Canceled')),
  payable_cents bigint not null, search text not null,
  -- By payments of it that stand; below none for a credit that was applied.
  paid_cents bigint not null default 0 check (case when payable_cents < 0 then paid_cents between payable_cents and 0
    when kind = 'Bill' then paid_cents between 0 and payable_cents else paid_cents = 0 end),
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, number),
  foreign key (tenant_id, vendor_id) references company.vendors,
  foreign key (tenant_id, remit_to_vendor_id) references company.vendors,
  foreign key (tenant_id, order_id) references company.purchase_orders,
  foreign key (tenant_id, receipt_id) references company.purchase_receipts deferrable initially deferred,
  foreign key (tenant_id, business_unit_id) references company.business_units,
  foreign key (tenant_id, payment_term_id) references company.payment_terms,
  -- The new one is written with the same step.
  foreign key (tenant_id, replaced_by_id) references company.bills deferrable initially deferred,
  foreign key (tenant_id, credit_of_id) references company.bills deferrable initially deferred
);
create index bills_of_order on company.bills (tenant_id, order_id) where order_id is not null;
create index bills_of_vendor on company.bills (tenant_id, vendor_id);
create index bills_to_pay on company.bills (tenant_id, remit_to_vendor_id, due_date) where status = 'Reconciled' and paid_cents <> payable_cents;
create index bills_by_number on company.bills (tenant_id, lower(vendor_invoice_number)) where vendor_invoice_number <> '';
create index credits_of_bill on company.bills (tenant_id, credit_of_id) where credit_of_id is not null;
create index bills_by_status on company.bills (tenant_id, status, due_date);
grant select, insert, update on company.bills to truckroll_app;
alter table company.bills enable row level security;
create policy own_tenant on company.bills to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- What each accepted bill brought to the value of a SKU; a credit takes away just that. The average is value ÷ quantity.
create table company.sku_cost_entries (
  tenant_id bigint not null, bill_id bigint not null, sku_id bigint not null,
  value_cents bigint not null, quantity bigint not null,
  primary key (tenant_id, bill_id, sku_id),
  foreign key (tenant_id, bill_id) references company.bills,
  foreign key (tenant_id, sku_id) references company.skus
);
create index cost_entries_of_sku on company.sku_cost_entries (tenant_id, sku_id) include (value_cents, quantity);
grant select, insert on company.sku_cost_entries to truckroll_app;
alter table company.sku_cost_entries enable row level security;
create policy own_tenant on company.sku_cost_entries to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
