-- Purchase orders with their lines and what came of them (domain-rules §5; domain/purchasing). One version for all of an
-- order: lines and receipts are changed with it, under its lock.
create table company.purchase_orders (
  tenant_id bigint not null, id bigint not null, number bigint not null,
  vendor_id bigint not null, type_id bigint not null, business_unit_id bigint not null,
  inventory_location_id bigint not null,
  -- domain/purchasing/purchase-order.ts, SHIP_TO_KINDS
  ship_to text not null check (ship_to in ('InventoryLocation', 'JobSite', 'VendorCounter', 'Technician')),
  ship_to_phone text not null, ship_to_fax text not null, shipping_type text not null, shipping_date date,
  date date not null, required_on date not null,
  job_id bigint, project_id bigint, technician_id bigint, purchase_for_customer_id bigint,
  -- OrderTax: a rate of the subtotal, or an amount somebody typed
  tax jsonb not null, shipping_cents bigint not null check (shipping_cents >= 0),
  memo text not null, external_po_number text not null, vendor_invoice_number text not null,
  payment_term_id bigint, tax_zone_id bigint, show_tax_per_category boolean not null, print_template text not null,
  descriptions_from text not null check (descriptions_from in ('Sku', 'Vendor')),
  currency text not null,
  status text not null check (status in ('Pending', 'Sent', 'PartiallyReceived', 'Received', 'Exported', 'Canceled')),
  is_replenishment boolean not null default false,
  -- Approval and stamps: who and when
  approval jsonb, created jsonb not null, raised_by bigint not null, sent jsonb, received jsonb, canceled jsonb,
  closed_short jsonb, exported jsonb,
  -- Kept by the store from lines and receipts: what lists show and find by.
  total_cents bigint not null, expected_on date, search text not null,
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id), unique (tenant_id, number),
  foreign key (tenant_id, vendor_id) references company.vendors,
  foreign key (tenant_id, type_id) references company.purchase_order_types,
  foreign key (tenant_id, business_unit_id) references company.business_units,
  foreign key (tenant_id, inventory_location_id) references company.inventory_locations,
  foreign key (tenant_id, job_id) references company.jobs,
  foreign key (tenant_id, project_id) references company.projects,
  foreign key (tenant_id, technician_id) references company.technicians,
  foreign key (tenant_id, purchase_for_customer_id) references company.customers,
  foreign key (tenant_id, payment_term_id) references company.payment_terms,
  foreign key (tenant_id, tax_zone_id) references company.tax_zones
);
create index orders_of_vendor on company.purchase_orders (tenant_id, vendor_id);
create index orders_of_job on company.purchase_orders (tenant_id, job_id) where job_id is not null;
create index orders_of_project on company.purchase_orders (tenant_id, project_id) where project_id is not null;
create index orders_by_status on company.purchase_orders (tenant_id, status);
grant select, insert, update on company.purchase_orders to truckroll_app;
alter table company.purchase_orders enable row level security;
create policy own_tenant on company.purchase_orders to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

create table company.purchase_order_lines (
  tenant_id bigint not null, id bigint not null, order_id bigint not null, position int not null,
  -- null: free text
  sku_id bigint, stocked boolean not null, serialized boolean not null,
  description text not null, vendor_part_number text not null,
  -- 1/10,000 of a unit and of the currency (domain/money.ts)
  quantity bigint not null check (quantity >= 0), cost bigint not null check (cost >= 0),
  expected_on date, active boolean not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references company.purchase_orders,
  foreign key (tenant_id, sku_id) references company.skus
);
create index lines_of_order on company.purchase_order_lines (tenant_id, order_id, position);
create index order_lines_of_sku on company.purchase_order_lines (tenant_id, sku_id) where sku_id is not null;
grant select, insert, update on company.purchase_order_lines to truckroll_app;
alter table company.purchase_order_lines enable row level security;
create policy own_tenant on company.purchase_order_lines to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Corrected in place: what stands here is what is true now (opening G14).
create table company.purchase_receipts (
  tenant_id bigint not null, id bigint not null, order_id bigint not null, number int not null,
  received_on date not null, vendor_invoice_number text not null,
  tax_cents bigint not null check (tax_cents >= 0), shipping_cents bigint not null check (shipping_cents >= 0),
  made jsonb not null, canceled jsonb, exported jsonb,
  primary key (tenant_id, id), unique (tenant_id, order_id, number),
  foreign key (tenant_id, order_id) references company.purchase_orders
);
create index receipts_by_vendor_invoice on company.purchase_receipts (tenant_id, lower(vendor_invoice_number))
  where vendor_invoice_number <> '';
grant select, insert, update on company.purchase_receipts to truckroll_app;
alter table company.purchase_receipts enable row level security;
create policy own_tenant on company.purchase_receipts to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

create table company.purchase_receipt_lines (
  tenant_id bigint not null, id bigint not null, receipt_id bigint not null, line_id bigint not null,
  inventory_location_id bigint not null,
  quantity bigint not null check (quantity >= 0), serials text[] not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, receipt_id) references company.purchase_receipts,
  foreign key (tenant_id, line_id) references company.purchase_order_lines,
  foreign key (tenant_id, inventory_location_id) references company.inventory_locations
);
create index lines_of_receipt on company.purchase_receipt_lines (tenant_id, receipt_id);
create index receipts_of_line on company.purchase_receipt_lines (tenant_id, line_id);
grant select, insert, update on company.purchase_receipt_lines to truckroll_app;
alter table company.purchase_receipt_lines enable row level security;
create policy own_tenant on company.purchase_receipt_lines to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Which receipt a movement of the ledger is of.
alter table company.stock_movements add column receipt_line_id bigint,
  add foreign key (tenant_id, receipt_line_id) references company.purchase_receipt_lines;
