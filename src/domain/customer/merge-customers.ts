/**
 * Two customers that are one: what the kept one becomes, and what of the absorbed one is already there. Places and
 * contacts that are the same are not kept twice; everything else moves as it is.
 */
import { addressKey, type PlaceAddress } from '../address-key.ts';
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { LONGEST_CUSTOMER_MEMO, MOST_TAGS } from '../lengths.ts';
import type { CustomerType } from './kinds.ts';
import { contactKey } from './words.ts';

export type MergeFacts = {
  readonly id: Id;
  readonly name: string;
  readonly type: CustomerType;
  readonly doNotService: boolean;
  readonly tagIds: readonly Id[];
  readonly memo: string;
  readonly active: boolean;
  readonly mergedInto: Id | null;
};
/** Whose value stays, per fact; `both` memos are put one below the other. */
export type MergeChoice = {
  readonly name: 'keep' | 'absorb';
  readonly type: 'keep' | 'absorb';
  /** Left unsaid, a warning of either one stays: nobody is sent to a house because two records became one. */
  readonly doNotService?: 'keep' | 'absorb' | undefined;
  readonly memo: 'keep' | 'absorb' | 'both';
};
type MergedFacts = Pick<MergeFacts, 'name' | 'type' | 'doNotService' | 'tagIds' | 'memo'>;

/** Refuses with `customer.merged` and which one it has become: nothing new belongs to it, and it is not brought back. */
export function decideStanding(customer: Pick<MergeFacts, 'id' | 'name' | 'mergedInto'>): Decision<Id> {
  const { id, name, mergedInto } = customer;
  return mergedInto === null ? allow(id) : refuse('customer.merged', { name, mergedInto });
}

/**
 * Refuses with `customer.same`, `customer.merged` or `customer.inactive` of either one, and with
 * `customer.merged_too_long` rather than cut off what somebody wrote.
 */
export function decideMerge(
  keep: MergeFacts,
  absorb: MergeFacts,
  choice: MergeChoice,
): Decision<MergedFacts> {
  if (keep.id === absorb.id) return refuse('customer.same', { customerId: keep.id });
  for (const one of [keep, absorb]) {
    const standing = decideStanding(one);
    if (!standing.ok) return standing;
    if (!one.active) return refuse('customer.inactive', { name: one.name });
  }
  const of = { keep, absorb };
  const memos = [keep.memo, absorb.memo].filter((memo, at, all) => memo !== '' && all.indexOf(memo) === at);
  const memo = choice.memo === 'both' ? memos.join('\n') : of[choice.memo].memo;
  if (memo.length > LONGEST_CUSTOMER_MEMO) {
    return refuse('customer.merged_too_long', { field: 'memo', most: LONGEST_CUSTOMER_MEMO });
  }
  const tagIds = [...new Set([...keep.tagIds, ...absorb.tagIds])];
  if (tagIds.length > MOST_TAGS) {
    return refuse('customer.merged_too_long', { field: 'tagIds', most: MOST_TAGS });
  }
  return allow({
    name: of[choice.name].name,
    type: of[choice.type].type,
    doNotService:
      choice.doNotService === undefined
        ? keep.doNotService || absorb.doNotService
        : of[choice.doNotService].doNotService,
    memo,
    tagIds,
  });
}

export type MergedPlace = PlaceAddress & { readonly id: Id; readonly active: boolean };
export type MergedContact = {
  readonly id: Id;
  readonly kind: string;
  readonly value: string;
  readonly locationId: Id | null;
  readonly active: boolean;
};

/** Absorbed places that the kept customer has too: id of theirs → id of ours. */
export function samePlaces(
  kept: readonly MergedPlace[],
  absorbed: readonly MergedPlace[],
): ReadonlyMap<Id, Id> {
  const ours = new Map(kept.filter(({ active }) => active).map((one) => [addressKey(one), one.id] as const));
  return new Map(
    absorbed.flatMap((one) => {
      const same = one.active ? ours.get(addressKey(one)) : undefined;
      return same === undefined || addressKey(one) === '' ? [] : [[one.id, same] as const];
    }),
  );
}

/** Absorbed contacts that say what a kept one says. */
export function sameContacts(
  kept: readonly MergedContact[],
  absorbed: readonly MergedContact[],
): ReadonlySet<Id> {
  const ours = new Set(kept.filter(({ active }) => active).map(contactKey));
  return new Set(absorbed.filter((one) => one.active && ours.has(contactKey(one))).map(({ id }) => id));
}
