import type { AxisDay, GridViewport, Span } from './types.ts';

/**
 * Where a time is on the axis. A position is a share of the real span, so that a board day of 23 or
 * 25 hours is simply narrower or wider (house style: "Days, instants, zones").
 */
export interface Scale extends Span {
  readonly pxPerMs: number;
  /** Of the whole axis, px. */
  readonly width: number;
  /** Of a week; null: every hour is as wide as the next. */
  readonly days: readonly AxisDay[] | null;
  /** Of one of its days, px. */
  readonly dayPx: number;
}

export const hourMs = 3_600_000;
/** Between two marks on the axis, px: an hour, or in a week a day. Rid of what dividing by milliseconds adds: 32, not 31.99…6. */
export const markPx = (scale: Scale): number =>
  scale.days ? scale.dayPx : Math.round(scale.pxPerMs * hourMs * 1_000) / 1_000;

/** A night before or after the hours most work in, px: wide enough to see and hit what is in it. */
export const NIGHT_PX = 12;
const nightsOf = ({ start, from, to, end }: AxisDay): number =>
  (from > start ? NIGHT_PX : 0) + (end > to ? NIGHT_PX : 0);

/** How wide an hour of the day is when `days` of them take `width` px. */
export function pxPerHourOf(days: readonly AxisDay[], width: number): number {
  const [first] = days;
  return first ? ((width / days.length - nightsOf(first)) * hourMs) / (first.to - first.from) : 0;
}

export function scaleOf(view: GridViewport): Scale {
  const { start, end, days } = view;
  const pxPerMs = view.pxPerHour / hourMs;
  const [first] = days ?? [];
  if (!days || !first) return { start, end, pxPerMs, width: (end - start) * pxPerMs, days: null, dayPx: 0 };
  const dayPx = nightsOf(first) + (first.to - first.from) * pxPerMs;
  return { start, end, pxPerMs, width: dayPx * days.length, days, dayPx };
}

/** Of a week, the day a time lies on; the nearest one when it is beside them. */
export function dayIndexAt(days: readonly AxisDay[], ms: number): number {
  const last = days.length - 1;
  let at = clamp(Math.floor((ms - days[0]!.start) / (24 * hourMs)), 0, last);
  // A day the clocks change is an hour off.
  while (at < last && ms >= days[at]!.end) at++;
  while (at > 0 && ms < days[at]!.start) at--;
  return at;
}

/** px from the start of the axis, to a hundredth (longer numbers only make longer style strings). */
export function xOf(scale: Scale, ms: number): number {
  const x = scale.days ? xInWeek(scale, scale.days, ms) : (ms - scale.start) * scale.pxPerMs;
  return Math.round(x * 100) / 100;
}

function xInWeek({ dayPx, pxPerMs }: Scale, days: readonly AxisDay[], ms: number): number {
  const at = dayIndexAt(days, ms);
  const { start, from, to, end } = days[at]!;
  const before = from > start ? NIGHT_PX : 0;
  const left = at * dayPx;
  if (ms < from && before > 0) return left + (before * (ms - start)) / (from - start);
  if (ms <= to || end <= to) return left + before + (ms - from) * pxPerMs;
  return left + before + (to - from) * pxPerMs + (NIGHT_PX * (ms - to)) / (end - to);
}

export function msAt(scale: Scale, x: number): number {
  const { days, dayPx, pxPerMs } = scale;
  if (!days) return scale.start + x / pxPerMs;
  const at = clamp(Math.floor(x / dayPx), 0, days.length - 1);
  const { start, from, to, end } = days[at]!;
  const before = from > start ? NIGHT_PX : 0;
  const rest = x - at * dayPx;
  if (rest < before) return start + (rest / before) * (from - start);
  const ms = from + (rest - before) / pxPerMs;
  if (ms <= to || end <= to) return ms;
  return to + ((rest - before - (to - from) * pxPerMs) / NIGHT_PX) * (end - to);
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
  if (scale.days) return dayTicks(scale.days, pxPerHour, from, to, labelPx);
  const step = [1, 2, 3, 6, 12].find((hours) => hours * pxPerHour >= labelPx) ?? 24;
  const first = Math.max(0, Math.floor((from - scale.start) / (step * hourMs)));
  const ticks: number[] = [];
  for (let t = scale.start + first * step * hourMs; t < Math.min(to, scale.end); t += step * hourMs)
    ticks.push(t);
  return ticks;
}

/** The name of a week's day, px. */
const dayNamePx = 84;

/** Midnights, which the host writes as days; between them as many hours as have room beside the day's name. */
function dayTicks(
  days: readonly AxisDay[],
  pxPerHour: number,
  from: number,
  to: number,
  labelPx: number,
): number[] {
  const step = [1, 2, 3, 4, 6].find((hours) => hours * pxPerHour >= labelPx);
  return days
    .filter(({ start, end }) => start < to && end > from)
    .flatMap((day) => {
      const ticks = [day.start];
      if (step === undefined) return ticks;
      const first = Math.ceil(dayNamePx / pxPerHour / step) * step;
      const roomMs = (labelPx * hourMs) / pxPerHour;
      for (let t = day.from + first * hourMs; t + roomMs <= day.to; t += step * hourMs) ticks.push(t);
      return ticks;
    });
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
