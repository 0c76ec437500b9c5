-- Finding customers by anything that is typed, with typing errors; duplicates; merging; calls (domain/customer).

-- Under row level security only leakproof operators may use an index, and neither LIKE, nor @@, nor trigrams are: the
-- search read every customer of every company. The three functions at the end look into the indexes on behalf of the
-- application, of its own company only.
drop index company.customers_search;

alter table company.customers
  -- Words by where they stand (A name, B phone, C e-mail, D address) and, beginning with `=`, the keys of the search
  -- for duplicates: domain/customer/search-terms.ts.
  add column terms tsvector not null default '',
  -- The name in lower case, for pages in its order: an index on lower(name) cannot be used either.
  add column name_key text not null default '',
  -- Whom this one turned out to be.
  add column merged_into bigint,
  add foreign key (tenant_id, merged_into) references company.customers;
update company.customers set
  name_key = lower(name),
  -- Near enough to be found until the store has made the real ones: `=old` says that it has to (customers/reindex.ts).
  terms = setweight(to_tsvector('simple', replace(search, '|', ' ')), 'A') || '''=old'':1'::tsvector;
create index customers_by_terms on company.customers using gin (terms);
drop index company.customers_by_name;
create index customers_by_name on company.customers (tenant_id, name_key collate "C", id) where active;

-- Every word somebody may mistype, once per company. Nothing is taken out: a word nobody bears any more finds nobody.
create table company.search_words (
  tenant_id bigint not null, word text not null, primary key (tenant_id, word)
);
create index search_words_alike on company.search_words using gin (word gin_trgm_ops);
create index search_words_by_shape on company.search_words (tenant_id, left(word, 1), length(word));
grant select, insert, update, delete on company.search_words to truckroll_app;
alter table company.search_words enable row level security;
create policy own_tenant on company.search_words to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- In the order of the words, so that two who add the same ones do not wait for each other in a circle.
create function company.keep_search_words() returns trigger language plpgsql as $$
begin
  -- A backup that is restored, in no company's name, brings its words itself.
  if coalesce(current_setting('app.tenant_id', true), '') = '' then return null; end if;
  insert into company.search_words (tenant_id, word)
  select distinct w.tenant_id, w.word from (
    select f.tenant_id, unnest(tsvector_to_array(ts_filter(f.terms, '{a,c,d}'))) as word from fresh f
  ) w
  where length(w.word) between 3 and 40 and w.word !~ '[0-9@.=|]'
    and not exists (select from company.search_words s where s.tenant_id = w.tenant_id and s.word = w.word)
  order by 1, 2
  on conflict do nothing;
  return null;
end $$;
create trigger search_words_of_new after insert on company.customers
  referencing new table as fresh for each statement execute function company.keep_search_words();
create trigger search_words_of_changed after update on company.customers
  referencing new table as fresh for each statement execute function company.keep_search_words();
insert into company.search_words (tenant_id, word)
select distinct tenant_id, word from (
  select tenant_id, unnest(tsvector_to_array(terms)) as word from company.customers
) w where length(word) between 3 and 40 and word !~ '[0-9@.=|]';

-- Of both the index is the only way: asked for 90 numbers, or for eight hits, the planner would rather read everybody
-- (measured on 50,000 customers: 210 ms of CPU instead of 5), hence enable_seqscan and `+ 0`.

-- Customers of the company at work that `wanted` is true of, best first: `exact`, then names that begin with
-- `beginning`, then those with the words in the name, then by name.
create function company.customers_found(
  wanted tsquery, exact tsquery, in_name tsquery, beginning text, include_inactive boolean, most int
) returns table (id bigint)
language sql stable security definer set search_path from current set enable_seqscan = off as $$
  select c.id from company.customers c
  where c.tenant_id + 0 = nullif(current_setting('app.tenant_id', true), '')::bigint
    and c.terms @@ wanted and (c.active or include_inactive)
  order by case
      when c.terms @@ exact then 0
      when starts_with(c.name_key, beginning) then 1
      when c.terms @@ in_name then 2
      else 3 end,
    c.name_key collate "C", c.id
  limit most
$$;

-- Words of the company at work that `typed` may have been meant to be, or to become. By their shape: the same first letter,
-- about as long; cheap, and two swaps that leave no trigram whole are found ("fiarmuont").
create function company.words_of_shape(typed text, most int) returns table (word text)
language sql stable security definer set search_path from current set enable_seqscan = off as $$
  select s.word from company.search_words s
  where s.tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint
    and left(s.word, 1) = left(typed, 1) and length(s.word) between length(typed) - 1 and length(typed) + 3
  order by length(s.word)
  limit most
$$;

-- The same by trigrams, the most alike first: for an error in the first letter.
create function company.words_alike(typed text, most int) returns table (word text)
language sql stable security definer set search_path from current set enable_seqscan = off
set pg_trgm.similarity_threshold = 0.25 as $$
  select s.word from company.search_words s
  where s.tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint and s.word % typed
  order by similarity(s.word, typed) desc, s.word
  limit most
$$;
revoke all on function company.customers_found, company.words_of_shape, company.words_alike from public;
grant execute on function company.customers_found, company.words_of_shape, company.words_alike to truckroll_app;

-- Who called, when: told by the telephone system or, until there is one, by the simulated call.
create table company.calls (
  tenant_id bigint not null, id bigint not null, phone text not null,
  at timestamptz not null, direction text not null check (direction in ('Inbound', 'Outbound')),
  customer_id bigint, answered_by bigint, source text not null default 'simulated',
  active boolean not null default true, version int not null default 1,
  created_on timestamptz not null, modified_on timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, customer_id) references company.customers,
  foreign key (tenant_id, answered_by) references office.users
);
create index calls_by_time on company.calls (tenant_id, at desc, id desc);
create index calls_of_customer on company.calls (tenant_id, customer_id, at desc);
grant select, insert, update, delete on company.calls to truckroll_app;
alter table company.calls enable row level security;
create policy own_tenant on company.calls to truckroll_app
  using (tenant_id = current_setting('app.tenant_id')::bigint)
  with check (tenant_id = current_setting('app.tenant_id')::bigint);

-- Contacts are read by where they belong.
create index contacts_of_location on company.contacts (tenant_id, location_id) where location_id is not null;
create index invoices_of_customer on company.invoices (tenant_id, customer_id);
create index projects_of_customer on company.projects (tenant_id, customer_id);
create index jobs_by_payer on company.jobs (tenant_id, bill_to_customer_id);
