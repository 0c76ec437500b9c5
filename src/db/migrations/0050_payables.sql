-- Which return a vendor's credit is for.
alter table company.bills add column return_id bigint,
  add foreign key (tenant_id, return_id) references company.vendor_returns;
create index credits_of_return on company.bills (tenant_id, return_id) where return_id is not null;

-- What vendors are paid, bill by bill (domain-rules §6; domain/payables).
create table company.ap_payments (
  tenant_id bigint not null, id bigint not null, number bigint not null,
  payee_vendor_id bigint not null,
  paid_on date not null,
  -- domain/payables/payment.ts, PAYMENT_METHODS
  method text not null check (method in ('Check', 'BankTransfer', 'Card', 'Cash', 'Other')),
  reference text not null, memo text not null, currency text not null,
  amount_cents bigint not null check (amount_cents >= 0),
  -- Of the bills it pays: who is confined to units sees it where all of them are theirs.
  business_unit_ids bigint[] not null,
  made jsonb not null, canceled jsonb,
  status text not null check (status in ('Paid', 'Cancelled')), search text not null,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, number),
  foreign key (tenant_id, payee_vendor_id) references company.vendors
);
create index payments_of_payee on company.ap_payments (tenant_id, payee_vendor_id);
grant select, insert, update on company.ap_payments to truckroll_app;
alter table company.ap_payments enable row level security;
create policy own_tenant on company.ap_payments to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Below none: a credit that is applied.
create table company.ap_payment_lines (
  tenant_id bigint not null, payment_id bigint not null, bill_id bigint not null, cents bigint not null check (cents <> 0),
  primary key (tenant_id, payment_id, bill_id),
  foreign key (tenant_id, payment_id) references company.ap_payments,
  foreign key (tenant_id, bill_id) references company.bills
);
create index payments_of_bill on company.ap_payment_lines (tenant_id, bill_id);
grant select, insert on company.ap_payment_lines to truckroll_app;
alter table company.ap_payment_lines enable row level security;
create policy own_tenant on company.ap_payment_lines to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
