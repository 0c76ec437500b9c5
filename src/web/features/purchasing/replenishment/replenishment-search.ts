import type { ReplenishmentPolicy } from '#domain/replenishment/need.ts';
import { idIn, type RawSearch } from '../../../lib/search-params.ts';

/** The page's state in its URL: `?levels=top&used=no&place=4`. */
export type ReplenishmentSearch = {
  /** Everything up to its most, not only what is low. */
  levels?: 'top' | undefined;
  /** Without what jobs took. */
  used?: 'no' | undefined;
  place?: number | undefined;
};

export const searchIn = (address: RawSearch): ReplenishmentSearch => ({
  levels: address.levels === 'top' ? 'top' : undefined,
  used: address.used === 'no' ? 'no' : undefined,
  place: idIn(address.place),
});

export const policyOf = ({ levels, used }: ReplenishmentSearch): ReplenishmentPolicy => ({
  levels: levels === 'top' ? 'UpToMost' : 'BelowLeast',
  used: used !== 'no',
});
