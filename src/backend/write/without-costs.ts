/** A kept answer says what it said when it was given; costs it says only to whoever may still see them (R39). */
import type { Actor } from '#contract/upstream.ts';

/** By name, at any depth: what a budget line or an hour of somebody costs (domain-rules §9). */
const IS_COST = /cost|^amountCents$/i;

/** The answer itself for who may see costs; else a copy with every cost null, as a first answer would have it. */
export const withoutCosts = ({ rights }: Actor, body: unknown): unknown =>
  rights.includes('seeCosts') ? body : blanked(body);

function blanked(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(blanked);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      IS_COST.test(name) && typeof inner === 'number' ? null : blanked(inner),
    ]),
  );
}
