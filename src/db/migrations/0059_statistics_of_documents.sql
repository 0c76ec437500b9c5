-- As 0019: nothing is filtered by the copies an invoice keeps, and unpacking them is most of what ANALYZE does there.
alter table company.invoices
  alter column tax set statistics 0, alter column payment_term set statistics 0, alter column voided set statistics 0,
  alter column bill_to_name set statistics 0, alter column bill_to_street set statistics 0,
  alter column bill_to_unit set statistics 0, alter column bill_to_city set statistics 0,
  alter column bill_to_state set statistics 0, alter column bill_to_zip set statistics 0;
-- The history is read by record or by step, each with an index of its own: a tenth of the sample tells as much.
alter table company.history
  alter column tenant_id set statistics 10, alter column id set statistics 10,
  alter column record_kind set statistics 10, alter column record_id set statistics 10,
  alter column version set statistics 10, alter column at set statistics 10,
  alter column actor_id set statistics 10, alter column operation_id set statistics 10,
  alter column request_id set statistics 10, alter column verb set statistics 10,
  alter column created set statistics 10, alter column person_id set statistics 10;
