/**
 * Customers of a file who look like one we have. Only those here without a key of another program are asked: two keys
 * of one program are two customers there, whatever they look like.
 */
import { duplicateCodes } from '#contract/duplicate-reason-text.ts';
import type { Transaction } from '#db/database.ts';
import { duplicateKeys } from '#domain/customer/duplicate-keys.ts';
import { duplicateScore, LIKELY_DUPLICATE } from '#domain/customer/duplicate-score.ts';
import type { Findable } from '#domain/customer/kinds.ts';
import type { Id } from '#domain/ids.ts';
import type { RecordPlan } from '#domain/import-records/plan.ts';
import { customersById } from '../../customers/queries.ts';

/** `because`: codes, as rows of an import keep them. */
export type Duplicate = { readonly id: Id; readonly name: string; readonly because: string };

/** So many customers under one key are looked at: an apartment house shares its street. */
const MOST_PER_KEY = 20;
/** Halves of numbers are shared by many: of a phone only the whole is looked for. */
const EXACT_ONLY = /^=p\d+$/;

const comparable = ({ parts }: RecordPlan): Findable => {
  const of = (kind: string) => parts.filter((part) => part.kind === kind).map(({ values }) => values);
  return {
    name: String(of('customer')[0]?.name ?? ''),
    contacts: of('contact') as unknown as Findable['contacts'],
    locations: of('location').map((one) => ({
      street: '',
      unit: '',
      city: '',
      state: '',
      zip: '',
      ...one,
    })),
  };
};

/** By line; rows without a lookalike are not in it. */
export async function duplicatesOf(
  tx: Transaction,
  plans: readonly RecordPlan[],
): Promise<ReadonlyMap<number, Duplicate>> {
  const drafts = plans.map((plan) => {
    const draft = comparable(plan);
    const own = duplicateKeys({
      ...draft,
      contacts: draft.contacts.filter(({ kind }) => kind === 'Email'),
    });
    const phones = draft.contacts
      .filter(({ kind }) => kind !== 'Email')
      .flatMap((contact) => duplicateKeys({ name: '', contacts: [contact], locations: [] })[0] ?? []);
    return { line: plan.line, draft, keys: [...own, ...phones.filter((key) => EXACT_ONLY.test(key))] };
  });
  const keys = [...new Set(drafts.flatMap((one) => one.keys))];
  if (keys.length === 0) return new Map();
  const hits = await tx.query<{ key: string; id: Id }>(
    'select key, id from company.customers_sharing($1::text[], $2::int)',
    [keys, MOST_PER_KEY],
  );
  const idsUnder = new Map<string, Id[]>();
  for (const { key, id } of hits) idsUnder.set(key, [...(idsUnder.get(key) ?? []), id]);
  const known = new Map(
    (await customersById(tx, [...new Set(hits.map(({ id }) => id))])).map((one) => [one.id, one]),
  );
  const found = new Map<number, Duplicate>();
  for (const { line, draft, keys: own } of drafts) {
    const [best] = [...new Set(own.flatMap((key) => idsUnder.get(key) ?? []))]
      .flatMap((id) => known.get(id) ?? [])
      .map((customer) => ({ customer, ...duplicateScore(draft, customer) }))
      .filter(({ score }) => score >= LIKELY_DUPLICATE)
      .sort((a, b) => b.score - a.score || a.customer.id - b.customer.id);
    if (!best) continue;
    found.set(line, {
      id: best.customer.id,
      name: best.customer.name,
      because: duplicateCodes(best.reasons),
    });
  }
  return found;
}
