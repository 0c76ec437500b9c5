-- Goods that go back to vendors, and the credit that comes for them (domain-rules §5; domain/purchasing/vendor-return.ts).
-- One version for all of a return: its lines are changed with it, under its lock.
create table company.vendor_returns (
  tenant_id bigint not null, id bigint not null, number bigint not null,
  vendor_id bigint not null,
  -- null: a free return
  order_id bigint, business_unit_id bigint not null,
  -- The type as it was when it was chosen: what was sent back comes in again where it went out.
  type_id bigint not null, takes_from_stock boolean not null,
  date date not null, restocking_fee_cents bigint not null check (restocking_fee_cents >= 0),
  reason text not null, memo text not null, currency text not null,
  status text not null check (status in ('Pending', 'Returned', 'CreditReceived', 'Canceled')),
  -- Stamps: who and when; the credit with the vendor's amount, number and day
  created jsonb not null, returned jsonb, credited jsonb, canceled jsonb,
  -- Kept by the store from the lines: what lists show and find by.
  value_cents bigint not null, search text not null,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, number),
  foreign key (tenant_id, vendor_id) references company.vendors,
  foreign key (tenant_id, order_id) references company.purchase_orders,
  foreign key (tenant_id, business_unit_id) references company.business_units,
  foreign key (tenant_id, type_id) references company.return_types
);
create index returns_of_vendor on company.vendor_returns (tenant_id, vendor_id);
create index returns_of_order on company.vendor_returns (tenant_id, order_id) where order_id is not null;
create index returns_by_status on company.vendor_returns (tenant_id, status);
grant select, insert, update on company.vendor_returns to truckroll_app;
alter table company.vendor_returns enable row level security;
create policy own_tenant on company.vendor_returns to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Taken off while nothing has gone back; from then on they stand.
create table company.vendor_return_lines (
  tenant_id bigint not null, id bigint not null, return_id bigint not null, position int not null,
  -- Of the order; null: a free return
  line_id bigint,
  sku_id bigint, stocked boolean not null, serialized boolean not null,
  description text not null, vendor_part_number text not null,
  inventory_location_id bigint not null,
  -- 1/10,000 of a unit and of the currency (domain/money.ts)
  quantity bigint not null check (quantity > 0), cost bigint not null check (cost >= 0),
  serials text[] not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, return_id) references company.vendor_returns,
  foreign key (tenant_id, line_id) references company.purchase_order_lines,
  foreign key (tenant_id, sku_id) references company.skus,
  foreign key (tenant_id, inventory_location_id) references company.inventory_locations
);
create index lines_of_return on company.vendor_return_lines (tenant_id, return_id, position);
create index returns_of_order_line on company.vendor_return_lines (tenant_id, line_id) where line_id is not null;
create index return_lines_of_sku on company.vendor_return_lines (tenant_id, sku_id) where sku_id is not null;
grant select, insert, update, delete on company.vendor_return_lines to truckroll_app;
alter table company.vendor_return_lines enable row level security;
create policy own_tenant on company.vendor_return_lines to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Which return a movement of the ledger is of.
alter table company.stock_movements add column return_line_id bigint,
  add foreign key (tenant_id, return_line_id) references company.vendor_return_lines;
-- A line that is taken off asks whether anything was moved for it.
create index movements_of_return_line on company.stock_movements (tenant_id, return_line_id) where return_line_id is not null;
