-- Orders that go to their vendor by e-mail (domain-rules §5, "send"; domain/purchasing/sends.ts).
alter table company.purchase_orders
  -- Who asked for the e-mail that is under way, when, and which; null: none is.
  add column sending jsonb;

-- What was sent to whom, with which words and papers, and what became of it. The outbox has a message of the same id,
-- which it forgets after a month; this stays.
create table company.purchase_order_sends (
  tenant_id bigint not null, id bigint not null, order_id bigint not null,
  -- The vendor had the order already: nothing of it follows from this one.
  again boolean not null,
  -- Where it goes, and what it says.
  addresses text[] not null check (cardinality(addresses) > 0), subject text not null, text text not null,
  -- As they were when it was asked for; null: not attached.
  pdf bytea, workbook bytea, rolled_up boolean not null,
  asked jsonb not null,
  -- domain/purchasing/sends.ts, SEND_STATES
  state text not null default 'Sending' check (state in ('Sending', 'Sent', 'Failed', 'Stopped')),
  ended_on timestamptz,
  fault text check (fault in ('unreachable', 'later', 'refused', 'noAddress', 'badAddress', 'tooOld', 'fault')),
  -- What the mail server said; of one that was sent: of an address it did not take.
  fault_reply text,
  primary key (tenant_id, id),
  foreign key (tenant_id, order_id) references company.purchase_orders,
  check (pdf is not null or workbook is not null)
);
create index sends_of_order on company.purchase_order_sends (tenant_id, order_id, id desc);
create index sends_under_way on company.purchase_order_sends (tenant_id, id) where state = 'Sending';
grant select, insert, update on company.purchase_order_sends to truckroll_app;
alter table company.purchase_order_sends enable row level security;
create policy own_tenant on company.purchase_order_sends to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

alter table office.messages drop constraint messages_recipient_kind_check;
alter table office.messages add constraint messages_recipient_kind_check
  check (recipient_kind in ('customer', 'technician', 'vendor'));
