/**
 * Spans of whole minutes since 1970 (UTC), half-open [from, to). Capacity looks at tens of thousands of them for one
 * question, so they are numbers here and instants everywhere else.
 */
import { minuteOf, type Span } from '../time.ts';

export type MinuteSpan = { readonly from: number; readonly to: number };

/** Rounded outwards to whole minutes at both ends: time that is taken is never counted free. */
export const minuteSpan = ({ start, end }: Span): MinuteSpan => ({
  from: Math.floor(minuteOf(start)),
  to: Math.ceil(minuteOf(end)),
});

/** Minutes. */
export const lengthOf = ({ from, to }: MinuteSpan): number => to - from;

const byStart = (a: MinuteSpan, b: MinuteSpan): number => a.from - b.from;

/** The same time, in order, without overlaps. */
export function merged(spans: readonly MinuteSpan[]): MinuteSpan[] {
  const result: { from: number; to: number }[] = [];
  for (const { from, to } of [...spans].sort(byStart)) {
    const last = result.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else if (from < to) result.push({ from, to });
  }
  return result;
}

/** What is left of `spans` without `taken`, in order. */
export function without(spans: readonly MinuteSpan[], taken: readonly MinuteSpan[]): MinuteSpan[] {
  const holes = merged(taken);
  return merged(spans).flatMap((span) => {
    const left: MinuteSpan[] = [];
    let { from } = span;
    for (const hole of holes) {
      if (hole.to <= from) continue;
      if (hole.from >= span.to) break;
      if (hole.from > from) left.push({ from, to: hole.from });
      from = hole.to;
    }
    if (from < span.to) left.push({ from, to: span.to });
    return left;
  });
}

/** Minutes of `spans`, which do not overlap each other, within `range`. */
export function minutesWithin(spans: readonly MinuteSpan[], range: MinuteSpan): number {
  let minutes = 0;
  for (const { from, to } of spans) {
    minutes += Math.max(0, Math.min(to, range.to) - Math.max(from, range.from));
  }
  return minutes;
}

/** The first minute within [earliest, latest) at which so many minutes in a row are free; null when there is none. */
export function firstFit(
  free: readonly MinuteSpan[],
  minutes: number,
  { from: earliest, to: latest }: MinuteSpan,
): number | null {
  for (const { from, to } of free) {
    const start = Math.max(from, earliest);
    if (start < latest && start + minutes <= to) return start;
    if (from >= latest) return null;
  }
  return null;
}
