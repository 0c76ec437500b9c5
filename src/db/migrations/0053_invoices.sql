-- A project is billed in stages: one part received or used may stand on several invoices, each for other cents of its price
-- (domain/invoices/shares.ts). No cent of it twice, whoever asks at the same time.
alter table company.invoice_items
  add column share_from bigint check (share_from >= 0), add column share_to bigint check (share_to > share_from);
drop index company.item_of_source;
alter table company.invoice_items add constraint item_of_source
  exclude using gist (tenant_id with =, source with =, source_id with =,
    int8range(coalesce(share_from, 0), share_to) with &&)
  where (source in ('Receipt', 'Estimate', 'JobPart') and active);
