import { clamp, dayIndexAt, laneAt, msAt, type Scale, xOf } from './geometry.ts';
import type { AppointmentId } from './types.ts';

/** px in the scrolled content: x from the start of the axis, y from the top of the first lane. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** What is in hand, as it was when it was taken. Everything later is computed from this. */
export interface Grip {
  readonly mode: 'move' | 'resizeStart' | 'resizeEnd' | 'assign';
  readonly barId: string | null;
  readonly appointmentId: AppointmentId;
  /** Row it came from; -1 when it comes from outside the grid. */
  readonly lane: number;
  readonly start: number;
  readonly end: number;
}

export interface Rules {
  readonly scale: Scale;
  /** Rows that take nothing: heads of groups. */
  readonly isHead: (lane: number) => boolean;
  readonly rowHeight: number;
  readonly lanes: number;
  readonly snapMs: number;
  readonly viewStart: number;
  readonly viewEnd: number;
}

export interface Place {
  readonly lane: number;
  readonly start: number;
  readonly end: number;
}

interface InHand {
  readonly grip: Grip;
  readonly rules: Rules;
  readonly origin: Point;
}

export type Outcome =
  | { readonly kind: 'clicked'; readonly grip: Grip }
  | { readonly kind: 'dropped'; readonly grip: Grip; readonly place: Place }
  | { readonly kind: 'droppedOutside'; readonly grip: Grip }
  | { readonly kind: 'returned'; readonly grip: Grip; readonly why: 'canceled' | 'unchanged' | 'vanished' };

interface Idle {
  readonly phase: 'idle';
  /** How the last drag ended. */
  readonly outcome: Outcome | null;
}

export interface Dragging extends InHand {
  readonly phase: 'dragging';
  readonly by: 'pointer' | 'keyboard';
  readonly at: Point;
  /** Where it would land; null while the pointer is outside the lanes. Same object while nothing changes. */
  readonly place: Place | null;
}

export interface Pressed extends InHand {
  readonly phase: 'pressed';
}

export type Drag = Idle | Pressed | Dragging;

export type DragEvent =
  | { readonly type: 'press'; readonly grip: Grip; readonly rules: Rules; readonly at: Point }
  /** In hand at once: from the keyboard, or from the tray. */
  | {
      readonly type: 'lift';
      readonly by: 'pointer' | 'keyboard';
      readonly grip: Grip;
      readonly rules: Rules;
      readonly at: Point;
    }
  | { readonly type: 'move'; readonly at: Point; readonly inside: boolean }
  /** `days`: whole days instead of steps, at the same time of day. */
  | {
      readonly type: 'nudge';
      readonly steps: number;
      readonly lanes: number;
      readonly edge: 'both' | 'end' | 'days';
    }
  | { readonly type: 'release' }
  | { readonly type: 'cancel' }
  /** The bar in hand was removed by someone else. */
  | { readonly type: 'vanish' };

export const idle: Idle = { phase: 'idle', outcome: null };

/** A press that moves less than this is a click, px. */
const threshold = 4;

/**
 * The drag's only transition function: idle → pressed → dragging → idle (house style, "Drag and drop").
 * An event that means nothing in the current phase returns the same state.
 */
export function next(drag: Drag, event: DragEvent): Drag {
  switch (drag.phase) {
    case 'idle':
      if (event.type === 'press')
        return { phase: 'pressed', grip: event.grip, rules: event.rules, origin: event.at };
      return event.type === 'lift' ? lift(event) : drag;
    case 'pressed':
      if (event.type === 'move') return pull(drag, event.at, event.inside);
      if (event.type === 'release') return end({ kind: 'clicked', grip: drag.grip });
      return ends(event) ? end({ kind: 'returned', grip: drag.grip, why: why(event) }) : drag;
    case 'dragging':
      if (event.type === 'move' && drag.by === 'pointer') return moveTo(drag, event.at, event.inside);
      if (event.type === 'nudge' && drag.place) return withPlace(drag, nudged(drag.place, event, drag));
      if (event.type === 'release') return end(landed(drag));
      return ends(event) ? end({ kind: 'returned', grip: drag.grip, why: why(event) }) : drag;
  }
}

function lift(event: Extract<DragEvent, { type: 'lift' }>): Dragging {
  const { by, grip, rules, at } = event;
  const place = grip.lane < 0 ? null : { lane: grip.lane, start: grip.start, end: grip.end };
  return { phase: 'dragging', by, grip, rules, origin: at, at, place };
}

function pull(drag: Pressed, at: Point, inside: boolean): Drag {
  const { grip, rules, origin } = drag;
  if (Math.hypot(at.x - origin.x, at.y - origin.y) < threshold) return drag;
  return moveTo({ phase: 'dragging', by: 'pointer', grip, rules, origin, at, place: null }, at, inside);
}

function moveTo(drag: Dragging, at: Point, inside: boolean): Dragging {
  const resizes = drag.grip.mode === 'resizeStart' || drag.grip.mode === 'resizeEnd';
  const place = inside || resizes ? placeAt(drag, at) : null;
  return withPlace({ ...drag, at }, place);
}

function withPlace(drag: Dragging, place: Place | null): Dragging {
  const old = drag.place;
  const same = old && place && old.lane === place.lane && old.start === place.start && old.end === place.end;
  return { ...drag, place: same ? old : place };
}

/** From the start and the whole movement, so that no step of the way is added up. */
function placeAt({ grip, rules, origin }: InHand, at: Point): Place | null {
  const { snapMs, viewStart, viewEnd, scale } = rules;
  const px = at.x - origin.x;
  const shifted = (ms: number) => (scale.days ? msAt(scale, xOf(scale, ms) + px) : ms + px / scale.pxPerMs);
  const moved = (ms: number) => {
    const to = shifted(ms);
    if (Math.abs(to - ms) < snapMs / 2) return ms;
    return (grip.mode === 'move' && sameTimeOfDay(ms, to, rules)) || snapped(to, rules);
  };
  if (grip.mode === 'resizeStart') {
    const start = clamp(moved(grip.start), viewStart, Math.max(viewStart, grip.end - snapMs));
    return { lane: grip.lane, start, end: grip.end };
  }
  if (grip.mode === 'resizeEnd') {
    const end = clamp(moved(grip.end), grip.start + snapMs, Math.max(viewEnd, grip.end));
    return { lane: grip.lane, start: grip.start, end };
  }
  const lane = laneAt(at.y, rules.rowHeight, rules.lanes);
  if (rules.isHead(lane)) return null;
  const fresh = grip.mode === 'assign' ? snapped(shifted(grip.start), rules) : moved(grip.start);
  const start = fresh === grip.start ? fresh : clamp(fresh, viewStart, viewEnd - snapMs);
  return { lane, start, end: start + grip.end - grip.start };
}

/** As far from the same time of another day a bar goes to it, px: a week's quarter of an hour is 2 px. */
const magnet = 7;

/** In a week: the time of day `ms` has, on the day of `to`, when that is near. By working hours, so that clocks may change. */
function sameTimeOfDay(ms: number, to: number, { scale }: Rules): number | null {
  const { days } = scale;
  if (!days) return null;
  const same = onDay(days, ms, dayIndexAt(days, to));
  return Math.abs(xOf(scale, same) - xOf(scale, to)) <= magnet ? same : null;
}

const onDay = (days: NonNullable<Scale['days']>, ms: number, to: number): number =>
  days[to]!.from + ms - days[dayIndexAt(days, ms)]!.from;

/** To the snap grid, which begins at the start of the axis. */
function snapped(ms: number, { snapMs, viewStart }: Rules): number {
  return viewStart + Math.round((ms - viewStart) / snapMs) * snapMs;
}

/** One keyboard step: an edge off the snap grid first goes to the nearest mark in that direction. */
function stepped(ms: number, steps: number, { snapMs, viewStart }: Rules): number {
  const at = (ms - viewStart) / snapMs;
  const mark = steps > 0 ? Math.floor(at) : Math.ceil(at);
  return viewStart + (mark + steps) * snapMs;
}

function nudged(place: Place, event: Extract<DragEvent, { type: 'nudge' }>, { rules }: InHand): Place {
  const lane = nextLane(place.lane, event.lanes, rules);
  if (event.edge === 'days') {
    const { days } = rules.scale;
    if (!days) return place;
    const to = clamp(dayIndexAt(days, place.start) + event.steps, 0, days.length - 1);
    const start = onDay(days, place.start, to);
    return { lane, start, end: start + place.end - place.start };
  }
  if (event.steps === 0) return { ...place, lane };
  if (event.edge === 'end') {
    const end = Math.max(stepped(place.end, event.steps, rules), place.start + rules.snapMs);
    return { ...place, end };
  }
  const start = clamp(
    stepped(place.start, event.steps, rules),
    rules.viewStart,
    rules.viewEnd - rules.snapMs,
  );
  return { lane, start, end: start + place.end - place.start };
}

/** Heads of groups are passed over; past the last lane one stays. */
function nextLane(from: number, by: number, { lanes, isHead }: Rules): number {
  const to = clamp(from + by, 0, lanes - 1);
  if (!isHead(to)) return to;
  const beyond = to + Math.sign(by);
  return beyond < 0 || beyond >= lanes || isHead(beyond) ? from : beyond;
}

function landed({ grip, place }: Dragging): Outcome {
  if (!place) {
    return grip.barId === null
      ? { kind: 'returned', grip, why: 'canceled' }
      : { kind: 'droppedOutside', grip };
  }
  const same = place.lane === grip.lane && place.start === grip.start && place.end === grip.end;
  return same ? { kind: 'returned', grip, why: 'unchanged' } : { kind: 'dropped', grip, place };
}

function ends(event: DragEvent): boolean {
  return event.type === 'cancel' || event.type === 'vanish';
}

function why(event: DragEvent): 'canceled' | 'vanished' {
  return event.type === 'vanish' ? 'vanished' : 'canceled';
}

function end(outcome: Outcome): Idle {
  return { phase: 'idle', outcome };
}
