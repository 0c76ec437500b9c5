-- What comes next of an order (issue 5, part 9): the first day any of its open lines is awaited, the day the vendor named
-- or else the day the order asked for (domain/purchasing/deliveries.ts). Kept by the store, as expected_on is.
alter table company.purchase_orders add column next_delivery_on date;
update company.purchase_orders o set next_delivery_on = (
  select min(coalesce(l.expected_on, o.required_on)) from company.purchase_order_lines l
  where l.tenant_id = o.tenant_id and l.order_id = o.id and l.active and l.quantity > coalesce((
    select sum(c.quantity) from company.purchase_receipt_lines c
    join company.purchase_receipts r on r.tenant_id = c.tenant_id and r.id = c.receipt_id and r.canceled is null
    where c.tenant_id = l.tenant_id and c.line_id = l.id), 0));
create index orders_awaited on company.purchase_orders (tenant_id, next_delivery_on)
  where status in ('Sent', 'PartiallyReceived');
create index receipts_of_days on company.purchase_receipts (tenant_id, received_on);

-- The address of a person's calendar of deliveries, one for each; the token itself is never stored.
create table office.delivery_feeds (
  tenant_id bigint not null, user_id bigint not null,
  -- SHA-256 of the token
  token_hash bytea not null unique check (length(token_hash) = 32),
  made_on timestamptz not null,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references office.users
);
grant select, insert, update, delete on office.delivery_feeds to truckroll_app;
alter table office.delivery_feeds enable row level security;
create policy own_tenant on office.delivery_feeds to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);
