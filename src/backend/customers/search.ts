/** The one search box: what was typed becomes a question to the index; nothing found, and typing errors are forgiven. */
import type { CustomerSummary } from '#contract/customer.ts';
import type { Transaction } from '#db/database.ts';
import { partsOf } from '#domain/customer/search-parts.ts';
import {
  type Loose,
  loosened,
  mistakable,
  neighboursOf,
  parseSearch,
  type SearchQuery,
} from '#domain/customer/search-query.ts';
import { rankOf } from '#domain/customer/search-rank.ts';
import { plainLetters } from '#domain/customer/words.ts';
import type { Id } from '#domain/ids.ts';
import {
  type CustomerListQuery,
  type CustomerPage,
  customerSummaries,
  customersById,
  customersByName,
} from './queries.ts';
import { all, any, beginning, whole } from './terms-text.ts';

/** Words looked at per word typed; the nearest of them are asked for. */
const MOST_OF_SHAPE = 1500;
const MOST_ALIKE = 1500;
/** Loose hits are put in order here, not by the database. */
const MOST_LOOSE = 50;

/** The list: searched when there is something to search for (best first, no pages), else by name in pages. */
export async function customerPage(tx: Transaction, query: CustomerListQuery): Promise<CustomerPage> {
  const typed = query.q ?? '';
  if (parseSearch(typed).wanted.length === 0 && typed.trim() === '') return customersByName(tx, query);
  const options = { limit: query.limit ?? 50, includeInactive: query.active === 'false' };
  const wanted = parseSearch(typed);
  const items = await searchCustomers(tx, wanted, typed, options);
  if (items.length > 0 || query.nearly === undefined) return { items, next: null, total: null };
  return { ...(await nearly(tx, wanted, options)), next: null, total: null };
}

/** Nobody has all of it: those who have most of it, and the words they do not have. */
async function nearly(
  tx: Transaction,
  wanted: SearchQuery,
  options: SearchOptions,
): Promise<{ items: CustomerSummary[]; notFound: string[] }> {
  for (const { kept, left, isWhole } of partsOf(wanted)) {
    const typed = kept.wanted.map((one) => one.typed).join(' ');
    const items = isWhole
      ? await searchCustomers(tx, kept, typed, options)
      : await hitsExactly(tx, kept, typed, options);
    if (items.length > 0) return { items, notFound: [...left] };
  }
  return { items: [], notFound: [] };
}

type SearchOptions = { readonly limit: number; readonly includeInactive: boolean };

/** Best first; each hit says on what it was found. */
async function searchCustomers(
  tx: Transaction,
  query: SearchQuery,
  typed: string,
  options: SearchOptions,
): Promise<CustomerSummary[]> {
  if (query.wanted.length === 0) return [];
  const exactly = await hitsExactly(tx, query, typed, options);
  // Guesses are not mixed among hits.
  if (exactly.length > 0) return exactly;
  const neighbours = new Map<string, readonly string[]>();
  for (const word of mistakable(query)) {
    const near = neighboursOf(word, await known(tx, 'words_of_shape', word, MOST_OF_SHAPE));
    const all = near.length > 0 ? near : neighboursOf(word, await known(tx, 'words_alike', word, MOST_ALIKE));
    // Everything typed must be found: a word nobody has, nor one like it, makes the others' neighbours needless.
    if (all.length === 0 && !(await anybodyHas(tx, query, word, options))) return [];
    neighbours.set(word, all);
  }
  const loose = loosened(query, neighbours);
  if (!loose) return [];
  const loosely = await found(
    tx,
    { wanted: looseText(loose), exact: null, inName: null },
    typed,
    MOST_LOOSE,
    options.includeInactive,
  );
  return hits(tx, query, loosely, options.limit, { isByRank: true });
}

/** Whether the word is anybody's beginning of one, just as it is typed: what is left of it once nothing is like it. */
async function anybodyHas(
  tx: Transaction,
  { wanted }: SearchQuery,
  word: string,
  { includeInactive }: SearchOptions,
): Promise<boolean> {
  const beginnings = wanted.find(({ typed }) => typed === word)?.ways ?? [[word]];
  const question = { wanted: looseText([{ beginnings, words: [] }]), exact: null, inName: null };
  return (await found(tx, question, word, 1, includeInactive)).length > 0;
}

/** As it was typed, word by word from its beginning. */
async function hitsExactly(
  tx: Transaction,
  query: SearchQuery,
  typed: string,
  { limit, includeInactive }: SearchOptions,
): Promise<CustomerSummary[]> {
  const question = strict(query);
  const named = await namedSo(tx, query, question, typed, { limit, includeInactive });
  const exactly = named ?? (await found(tx, question, typed, limit, includeInactive));
  return hits(tx, query, exactly, limit, { isByRank: false });
}

/**
 * Of one word, names that begin with it come before all else: when they fill the list, nobody else need be put in order.
 * null: they do not, or it is no such question.
 */
async function namedSo(
  tx: Transaction,
  { wanted }: SearchQuery,
  question: Question,
  typed: string,
  { limit, includeInactive }: SearchOptions,
): Promise<Id[] | null> {
  const beginning = plainLetters(typed.trim());
  if (includeInactive || question.exact !== null || wanted.length !== 1 || beginning === '') return null;
  const rows = await tx.query<{ id: Id }>('select id from company.customers_named($1::tsquery, $2, $3)', [
    question.wanted,
    beginning,
    limit,
  ]);
  return rows.length < limit ? null : rows.map(({ id }) => id);
}

type Question = { readonly wanted: string; readonly exact: string | null; readonly inName: string | null };

function strict({ wanted }: SearchQuery): Question {
  const numbers = wanted.filter(({ kind }) => kind !== 'word');
  return {
    wanted: all(wanted.map(({ ways }) => any(ways.map((way) => all(way.map((word) => beginning(word))))))),
    exact:
      numbers.length === 0
        ? null
        : all(numbers.map(({ typed, kind }) => whole(typed, kind === 'email' ? 'email' : 'phone'))),
    inName: all(
      wanted.map(({ ways }) => any(ways.map((way) => all(way.map((word) => beginning(word, 'name')))))),
    ),
  };
}

const looseText = (loose: readonly Loose[]): string =>
  all(
    loose.map(({ beginnings, words }) =>
      any([
        ...beginnings.map((way) => all(way.map((word) => beginning(word)))),
        ...words.map((word) => whole(word)),
      ]),
    ),
  );

async function found(
  tx: Transaction,
  { wanted, exact, inName }: Question,
  typed: string,
  limit: number,
  includeInactive: boolean,
): Promise<Id[]> {
  const rows = await tx.query<{ id: Id }>(
    `select id from company.customers_found($1::tsquery, $2::tsquery, $3::tsquery, $4, $5, $6)`,
    [wanted, exact, inName, plainLetters(typed.trim()), includeInactive, limit],
  );
  return rows.map(({ id }) => id);
}

const known = async (
  tx: Transaction,
  source: 'words_of_shape' | 'words_alike',
  word: string,
  most: number,
): Promise<string[]> =>
  (await tx.query<{ word: string }>(`select word from company.${source}($1, $2)`, [word, most])).map(
    (row) => row.word,
  );

/** Summaries in the order of `ids`, or by how well each was found. */
async function hits(
  tx: Transaction,
  query: SearchQuery,
  ids: readonly Id[],
  limit: number,
  { isByRank }: { readonly isByRank: boolean },
): Promise<CustomerSummary[]> {
  if (ids.length === 0) return [];
  const ranked = new Map(
    (await customersById(tx, ids)).map((customer) => [
      customer.id,
      rankOf(query, { ...customer, locations: customer.locations.filter(({ active }) => active) }),
    ]),
  );
  const ordered = isByRank
    ? ids
        .filter((id) => ranked.get(id)!.match)
        .sort((a, b) => ranked.get(a)!.rank - ranked.get(b)!.rank || ids.indexOf(a) - ids.indexOf(b))
    : ids;
  const shown = ordered.slice(0, limit);
  const summaries = new Map((await customerSummaries(tx, shown)).map((one) => [one.id, one]));
  return shown.flatMap((id) => {
    const summary = summaries.get(id);
    return summary ? [{ ...summary, match: ranked.get(id)!.match }] : [];
  });
}
