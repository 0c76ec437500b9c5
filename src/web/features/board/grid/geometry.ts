import type { GridViewport, Span } from './types.ts';

/**
 * Where a time is on the axis. A position is a share of the real span, so that a board day of 23 or
 * 25 hours is simply narrower or wider (house style: "Days, instants, zones").
 */
export interface Scale extends Span {
  readonly pxPerMs: number;
  /** Of the whole axis, px. */
  readonly width: number;
}

export const hourMs = 3_600_000;

export function scaleOf(view: GridViewport): Scale {
  const pxPerMs = view.pxPerHour / hourMs;
  return { start: view.start, end: view.end, pxPerMs, width: (view.end - view.start) * pxPerMs };
}

/** px from the start of the axis, to a hundredth (longer numbers only make longer style strings). */
export function xOf(scale: Scale, ms: number): number {
  return Math.round((ms - scale.start) * scale.pxPerMs * 100) / 100;
}

export function msAt(scale: Scale, x: number): number {
  return scale.start + x / scale.pxPerMs;
}

export function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}

/** Index of the lane at `y` px below the first lane; the nearest one when `y` is beside them. */
export function laneAt(y: number, rowHeight: number, lanes: number): number {
  return clamp(Math.floor(y / rowHeight), 0, lanes - 1);
}

/** Client px: the part of a DOMRect that positions need. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

export interface Range {
  readonly first: number;
  readonly end: number;
}

/** Rows that must be in the DOM for a viewport, with `overscan` more on each side. */
export function rowsInView(
  scrollTop: number,
  height: number,
  rowHeight: number,
  lanes: number,
  overscan: number,
): Range {
  const first = Math.floor(scrollTop / rowHeight) - overscan;
  const end = Math.ceil((scrollTop + height) / rowHeight) + overscan;
  return { first: clamp(first, 0, lanes), end: clamp(end, 0, lanes) };
}

/** Scroll position nearest to `at` that shows [from, to) in `room` px; `from` wins when both do not fit. */
export function scrolledTo(at: number, room: number, from: number, to: number): number {
  return from < at ? from : Math.min(from, Math.max(at, to - room));
}

/** Full hours within [from, to), at most as many as have room for a label. */
export function hourTicks(scale: Scale, from: number, to: number, labelPx = 44): number[] {
  const pxPerHour = scale.pxPerMs * hourMs;
  const step = [1, 2, 3, 6, 12].find((hours) => hours * pxPerHour >= labelPx) ?? 24;
  const first = Math.max(0, Math.floor((from - scale.start) / (step * hourMs)));
  const ticks: number[] = [];
  for (let t = scale.start + first * step * hourMs; t < Math.min(to, scale.end); t += step * hourMs)
    ticks.push(t);
  return ticks;
}

/** The part of [start, end) in which nobody works: outside the shifts, and every span of `off`. */
export function hatched(within: Span, shifts: readonly Span[], off: readonly Span[]): Span[] {
  const gaps: Span[] = [...off];
  let free = within.start;
  for (const shift of [...shifts].sort((a, b) => a.start - b.start)) {
    if (shift.start > free) gaps.push({ start: free, end: Math.min(shift.start, within.end) });
    free = Math.max(free, shift.end);
  }
  if (free < within.end) gaps.push({ start: free, end: within.end });
  return union(gaps, within);
}

/** Sorted, clipped to `within`, touching spans joined: hatching drawn twice would be twice as dark. */
function union(spans: readonly Span[], within: Span): Span[] {
  const joined: Span[] = [];
  for (const span of [...spans].sort((a, b) => a.start - b.start)) {
    const start = Math.max(span.start, within.start);
    const end = Math.min(span.end, within.end);
    const last = joined.at(-1);
    if (end <= start) continue;
    if (last && start <= last.end)
      joined[joined.length - 1] = { start: last.start, end: Math.max(last.end, end) };
    else joined.push({ start, end });
  }
  return joined;
}
