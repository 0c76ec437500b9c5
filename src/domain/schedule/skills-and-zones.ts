/** Who can do a visit and works where it is: one rule for capacity, guards, suggestions, plans and pickers (§1, §4). */
import type { Id } from '../ids.ts';

type Skilled = { readonly skillIds: readonly Id[] };
/** Dispatch zones; none: works anywhere. */
type Zoned = { readonly zoneIds: readonly Id[] };

/** Of the wanted ones those the technician lacks, in their order. */
export const missingSkills = ({ skillIds }: Skilled, wanted: readonly Id[]): readonly Id[] =>
  wanted.filter((skill) => !skillIds.includes(skill));

export const hasSkills = ({ skillIds }: Skilled, wanted: readonly Id[]): boolean =>
  wanted.every((skill) => skillIds.includes(skill));

/** @param zoneId of the place; null: in none, or nobody knows, so that nobody is left out for it */
export const coversZone = ({ zoneIds }: Zoned, zoneId: Id | null): boolean =>
  zoneId === null || zoneIds.length === 0 || zoneIds.includes(zoneId);
