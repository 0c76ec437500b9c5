/** Whom we already have, of those a draft resembles: candidates from the index, judged by the domain. */
import type { QueryOf, ResultOf } from '#contract/endpoints.ts';
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import { duplicateQuestion } from '#domain/customer/duplicate-keys.ts';
import { duplicateScore, LIKELY_DUPLICATE } from '#domain/customer/duplicate-score.ts';
import type { Findable } from '#domain/customer/kinds.ts';
import type { Id } from '#domain/ids.ts';
import { customerSummaries, customersById } from './queries.ts';
import { all, any, whole } from './terms-text.ts';
import { withVisibleJobs } from './visible-jobs.ts';

/**
 * A street of apartment houses has a few hundred customers; nobody reads more than the first few matches. The index
 * gives those with a whole key first, or the end of the alphabet would be cut off.
 */
const MOST_CANDIDATES = 300;
const MOST_SHOWN = 5;

/** The question's parts as a customer. */
export function draftOf(query: QueryOf<'customers.matches'>): Findable {
  const {
    name = '',
    phone = '',
    email = '',
    street = '',
    unit = '',
    city = '',
    state = '',
    zip = '',
  } = query;
  return {
    name,
    contacts: [
      ...(phone ? [{ kind: 'Phone', value: phone }] : []),
      ...(email ? [{ kind: 'Email', value: email }] : []),
    ],
    locations: street ? [{ street, unit, city, state, zip }] : [],
  };
}

/**
 * The likeliest first, at most five; none below `LIKELY_DUPLICATE`.
 * @param except the customer the draft was read from, who resembles himself
 */
export async function matchesOf(
  tx: Transaction,
  actor: Pick<Actor, 'businessUnitIds'>,
  draft: Findable,
  except?: Id,
): Promise<ResultOf<'customers.matches'>> {
  const { same, ends, begins, words } = duplicateQuestion(draft);
  const asked = [
    ...[...same, ...ends].map((key) => whole(key)),
    // A number with a wrong digit counts with something beside it; an exchange alone may be half the books.
    ...begins.map((key) =>
      words.length === 0 ? whole(key) : all([whole(key), any(words.map((word) => whole(word)))]),
    ),
  ];
  if (asked.length === 0) return { items: [] };
  const anyOf = (keys: readonly string[]) => (keys.length === 0 ? null : any(keys.map((key) => whole(key))));
  const found = await tx.query<{ id: Id }>(
    `select id from company.customers_found($1::tsquery, $2::tsquery, $3::tsquery, null, false, $4)`,
    [any(asked), anyOf(same), anyOf(ends), MOST_CANDIDATES],
  );
  const candidates = await customersById(
    tx,
    found.map(({ id }) => id).filter((id) => id !== except),
  );
  const likely = candidates
    .map((one) => ({
      id: one.id,
      ...duplicateScore(draft, { ...one, locations: one.locations.filter(({ active }) => active) }),
    }))
    .filter(({ score }) => score >= LIKELY_DUPLICATE)
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, MOST_SHOWN);
  const summaries = await withVisibleJobs(
    tx,
    actor,
    await customerSummaries(
      tx,
      likely.map(({ id }) => id),
    ),
  );
  return {
    items: likely.map(({ id, score, reasons }) => ({
      customer: summaries.find((one) => one.id === id)!,
      score,
      reasons: [...reasons],
    })),
  };
}
