-- The names that begin with what was typed, the first ones: while two letters are typed a third of all customers have them
-- somewhere (their street, their town), and all of those were put in order to show eight (36 ms of CPU in PGlite). The
-- index by name has these in order. `||` keeps the index of the words out of it; that every one of them is a hit is still asked.
create function company.customers_named(wanted tsquery, beginning text, most int) returns table (id bigint)
language sql stable security definer set search_path from current set enable_seqscan = off
set plan_cache_mode = force_custom_plan as $$
  select c.id from company.customers c
  where c.tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint and c.active
    and c.name_key collate "C" >= beginning and c.name_key collate "C" < beginning || chr(1114111)
    and (c.terms || ''::tsvector) @@ wanted
  order by c.name_key collate "C", c.id
  limit most
$$;
revoke all on function company.customers_named from public;
grant execute on function company.customers_named to truckroll_app;
