-- A document keeps its own copy of what it was made with (domain-rules §1, "Snapshots"): who pays and where they are, the
-- place, the payment term in words, the tax zone and its rates of that day. Lengths: domain/document-copy.ts.

-- Terms by days, or on a day of this month or the next one (§7).
alter table company.payment_terms
  add column due_by text not null default 'Days' check (due_by in ('Days', 'DayOfThisMonth', 'DayOfNextMonth')),
  add column due_day int check (due_day between 1 and 31),
  add check ((due_by = 'Days') = (due_day is null));

alter table company.invoices
  add column bill_to_street text not null default '' check (char_length(bill_to_street) <= 128),
  add column bill_to_unit text not null default '' check (char_length(bill_to_unit) <= 128),
  add column bill_to_city text not null default '' check (char_length(bill_to_city) <= 30),
  add column bill_to_state text not null default '' check (char_length(bill_to_state) <= 25),
  add column bill_to_zip text not null default '' check (char_length(bill_to_zip) <= 10),
  add column bill_to_country text not null default '' check (char_length(bill_to_country) <= 2),
  -- {name, dueBy, dueInDays, dueDay}; null: due on receipt
  add column payment_term jsonb,
  -- {name, rates: [{name, base, rate}]}, the rates in force on the invoice's date; null: no tax zone
  add column tax jsonb;

-- The place's copy is a record of its own, of the invoice's id: its personal fields belong to the place's customer,
-- those on the invoice to who pays, and history keeps each person's apart (so that either can be erased).
create table company.invoice_places (
  tenant_id bigint not null, id bigint not null, customer_id bigint not null,
  name text not null check (char_length(name) <= 100),
  street text not null check (char_length(street) <= 128), unit text not null check (char_length(unit) <= 128),
  city text not null check (char_length(city) <= 30), state text not null check (char_length(state) <= 25),
  zip text not null check (char_length(zip) <= 10), country text not null check (char_length(country) <= 2),
  version int not null default 1, created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, id) references company.invoices,
  foreign key (tenant_id, customer_id) references company.customers
);
create index invoice_places_of_customer on company.invoice_places (tenant_id, customer_id);
grant select, insert, update, delete on company.invoice_places to truckroll_app;
alter table company.invoice_places enable row level security;
create policy own_tenant on company.invoice_places to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Invoices that are here already copy what stands now: nothing older is known of them.
update company.invoices set bill_to_name = left(bill_to_name, 100) where char_length(bill_to_name) > 100;
alter table company.invoices add check (char_length(bill_to_name) <= 100);
update company.invoices i set
  bill_to_street = left(h.street, 128), bill_to_unit = left(h.unit, 128), bill_to_city = left(h.city, 30),
  bill_to_state = left(h.state, 25), bill_to_zip = left(h.zip, 10), bill_to_country = left(h.country, 2)
from (
  -- backend/jobs/invoice-copies.ts: a customer's address is their oldest place in use.
  select distinct on (tenant_id, customer_id) * from company.locations where active order by tenant_id, customer_id, id
) h where h.tenant_id = i.tenant_id and h.customer_id = i.customer_id;
update company.invoices i set payment_term =
    jsonb_build_object('name', t.name, 'dueBy', t.due_by, 'dueInDays', t.due_in_days, 'dueDay', t.due_day)
from company.payment_terms t where t.tenant_id = i.tenant_id and t.id = i.payment_term_id;
update company.invoices i set tax = jsonb_build_object('name', z.name, 'rates', coalesce((
    select jsonb_agg(jsonb_build_object('name', r.name, 'base', r.base, 'rate', r.rate) order by r.base, r.name)
    from (
      select distinct on (t.base, t.name) t.name, t.base, t.rate from company.tax_rates t
      where t.tenant_id = z.tenant_id and t.tax_zone_id = z.id and t.valid_from <= i.invoice_date
      order by t.base, t.name, t.valid_from desc
    ) r where r.rate <> 0), '[]'::jsonb))
from company.tax_zones z where z.tenant_id = i.tenant_id and z.id = i.tax_zone_id;
insert into company.invoice_places
  (tenant_id, id, customer_id, name, street, unit, city, state, zip, country, created_on, modified_on)
select i.tenant_id, i.id, l.customer_id, left(l.name, 100), left(l.street, 128), left(l.unit, 128), left(l.city, 30),
  left(l.state, 25), left(l.zip, 10), left(l.country, 2), i.created_on, i.modified_on
from company.invoices i join company.locations l on l.tenant_id = i.tenant_id and l.id = i.location_id;
