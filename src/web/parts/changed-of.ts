import { isSameValue } from '#domain/same-value.ts';

/** The fields whose values differ: what a form sends, so that two people changing different fields both win. */
export function changedOf<Values extends Readonly<Record<string, unknown>>>(
  before: Values,
  after: Values,
): Partial<Values> {
  const changed = Object.entries(after).filter(([key, value]) => !isSameValue(value, before[key]));
  return Object.fromEntries(changed) as Partial<Values>;
}
