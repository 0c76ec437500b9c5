-- Words that `typed` may have been meant to be when nothing of the same first letter is near it. By trigrams it took PGlite
-- 20 ms and more for a word like no other; by pieces of three letters a few index reads do. An error at the beginning and
-- one more leave one of the two pieces whole: it is looked for where it stands, or one or two places beside.
create index search_words_by_second on company.search_words (tenant_id, substr(word, 2, 3));
create index search_words_by_fifth on company.search_words (tenant_id, substr(word, 5, 3)) where length(word) > 4;
drop index company.search_words_alike;

-- About as long first; who asks puts them in order by letters wrong (domain/customer/search-query.ts).
create or replace function company.words_alike(typed text, most int) returns table (word text)
language sql stable security definer set search_path from current set enable_seqscan = off as $$
  select s.word from (
    select w.word from company.search_words w
    where w.tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint
      and substr(w.word, 2, 3) = any(array[
        substr(typed, 1, 3), substr(typed, 2, 3), substr(typed, 3, 3), substr(typed, 4, 3)])
    union
    select w.word from company.search_words w
    where length(typed) > 5 and w.tenant_id = nullif(current_setting('app.tenant_id', true), '')::bigint
      and length(w.word) > 4 and substr(w.word, 5, 3) = any(array[
        substr(typed, 3, 3), substr(typed, 4, 3), substr(typed, 5, 3), substr(typed, 6, 3), substr(typed, 7, 3)])
  ) s
  where length(s.word) between length(typed) - 2 and length(typed) + 6
  order by abs(length(s.word) - length(typed))
  limit most
$$;
