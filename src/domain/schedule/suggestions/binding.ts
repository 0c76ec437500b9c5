/** Why a visit has no place: what, lifted, would give it one. */
import type { Id } from '../../ids.ts';
import { missingSkills } from '../skills-and-zones.ts';
import {
  type LaneFacts,
  LIMITS,
  type Limit,
  type Suggestion,
  type SuggestionDay,
  type WantedVisit,
} from './question.ts';
import { suggest } from './suggest.ts';

/**
 * `limits`: one where one is enough, else the fewest; empty when nothing helps, because nobody is active or the day is
 * over. `place`: the best there would be then.
 */
export type Bound = {
  readonly limits: readonly Limit[];
  /** Where one is enough: the others of which any alone would be, too. */
  readonly orElse: readonly Limit[];
  readonly place: Suggestion | null;
  /** What whoever has that place lacks. */
  readonly missingSkillIds: readonly Id[];
};

/** All of them, the fewest and the easiest to lift first. */
const SETS: readonly (readonly Limit[])[] = Array.from({ length: 2 ** LIMITS.length - 1 }, (_, index) =>
  LIMITS.filter((_, bit) => ((index + 1) >> bit) & 1),
).sort((a, b) => a.length - b.length);

/** null: there is a place already. */
export function binding(day: SuggestionDay, visit: WantedVisit): Bound | null {
  if (suggest(day, visit).length > 0) return null;
  for (const limits of SETS) {
    const [place] = suggest(day, visit, new Set(limits));
    if (!place) continue;
    const lane = day.lanes.find(({ known }) => known.id === place.technicianId)!;
    const orElse =
      limits.length > 1
        ? []
        : LIMITS.filter((one) => one !== limits[0] && suggest(day, visit, new Set([one])).length > 0);
    return { limits, orElse, place, missingSkillIds: missingSkills(lane.known, visit.skillIds) };
  }
  return { limits: [], orElse: [], place: null, missingSkillIds: [] };
}

/** Why not this one: a place of theirs with what it costs, that they are not active, or what binds. */
export type WhyNot =
  | { readonly kind: 'fits'; readonly place: Suggestion }
  | { readonly kind: 'inactive' }
  | ({ readonly kind: 'bound' } & Bound);

/** Of the technician's lane alone: that others could take it does not matter here. */
export function whyNot(day: SuggestionDay, visit: WantedVisit, lane: LaneFacts): WhyNot {
  if (!lane.known.active) return { kind: 'inactive' };
  const alone = { ...day, lanes: [lane] };
  const bound = binding(alone, visit);
  return bound ? { kind: 'bound', ...bound } : { kind: 'fits', place: suggest(alone, visit)[0]! };
}
