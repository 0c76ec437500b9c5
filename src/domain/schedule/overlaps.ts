/** Half-open ranges [start, end): touching is not overlapping (domain-rules §4). */
import { earlierOf, type Instant, laterOf, minutesBetween, type Span } from '../time.ts';

/** Whether they share any time. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** Minutes two ranges have in common; 0 when they only touch. */
export const overlapMinutes = (a: Span, b: Span): number =>
  overlaps(a, b) ? minutesBetween(laterOf(a.start, b.start), earlierOf(a.end, b.end)) : 0;

/** Minutes of `whole` that none of `parts` covers; parts may overlap each other and come in any order. */
export function uncoveredMinutes(whole: Span, parts: readonly Span[]): number {
  const inOrder = parts
    .filter((part) => overlaps(part, whole))
    .sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0));
  let covered: Instant = whole.start;
  let missing = 0;
  for (const part of inOrder) {
    if (part.start > covered) missing += minutesBetween(covered, part.start);
    covered = laterOf(covered, part.end);
  }
  return covered < whole.end ? missing + minutesBetween(covered, whole.end) : missing;
}
