-- What an attacker of purchasing found.

-- An e-mail of an order that was canceled or put back to pending, or went out anew, while it waited.
alter table office.messages drop constraint messages_fault_check;
alter table office.messages add constraint messages_fault_check
  check (fault in ('unreachable', 'later', 'refused', 'noAddress', 'badAddress', 'tooOld', 'takenBack', 'fault'));
alter table company.purchase_order_sends drop constraint purchase_order_sends_fault_check;
alter table company.purchase_order_sends add constraint purchase_order_sends_fault_check
  check (fault in ('unreachable', 'later', 'refused', 'noAddress', 'badAddress', 'tooOld', 'takenBack', 'fault'));

-- What makes a vendor's credit good is a credit above none, and is paid as a bill is.
alter table company.bills drop constraint bills_check;
alter table company.bills add constraint bills_check check (case when payable_cents < 0
  then paid_cents between payable_cents and 0 else paid_cents between 0 and payable_cents end);

-- Value and quantity are added up within one currency (domain-rules §1).
alter table company.sku_cost_entries add column currency text;
update company.sku_cost_entries e set currency = b.currency from company.bills b
  where b.tenant_id = e.tenant_id and b.id = e.bill_id;
alter table company.sku_cost_entries alter column currency set not null;
drop index company.cost_entries_of_sku;
create index cost_entries_of_sku on company.sku_cost_entries (tenant_id, sku_id, currency) include (value_cents, quantity);

-- How much one person may order without being approved, whatever their roles say (domain-rules §9); null: as they say.
alter table office.users add column order_limit_cents bigint check (order_limit_cents >= 0);
