-- The application's role: tenant confinement by row level security (R40, second wall), append-only audit and history (R61).
-- `src/db/migrate.ts` creates the role truckroll_app before the first migration.
grant usage on schema office, company to truckroll_app;
grant select, insert, update, delete on all tables in schema office, company to truckroll_app;
grant usage, select on all sequences in schema office, company to truckroll_app;
revoke update, delete on office.audit, company.history, company.changes from truckroll_app;
revoke all on office.sign_in_failures, office.setup_tokens from truckroll_app;
do $$
declare t record;
begin
  for t in
    select table_schema, table_name from information_schema.columns
    where table_schema in ('office', 'company') and column_name = 'tenant_id'
      and table_name <> 'setup_tokens'
  loop
    execute format('alter table %I.%I enable row level security', t.table_schema, t.table_name);
    execute format(
      'create policy own_tenant on %I.%I to truckroll_app using (tenant_id = current_setting(''app.tenant_id'')::bigint) with check (tenant_id = current_setting(''app.tenant_id'')::bigint)',
      t.table_schema, t.table_name);
  end loop;
end $$;
