import { type Scale, xOf } from './geometry.ts';
import type { Lane } from './lane-model.ts';
import { trackBox } from './stacking.ts';
import type { GridBar, Span } from './types.ts';

/**
 * Everything in a lane that is not a bar, as four SVG paths: hatching, arrival windows, travel, time really worked.
 * Four elements per row however many there are; as CSS backgrounds they cost twice the mount (README).
 */
interface LanePaths {
  readonly off: string;
  readonly windows: string;
  readonly travel: string;
  readonly worked: string;
}

export function lanePaths(
  scale: Scale,
  rowHeight: number,
  off: readonly Span[],
  lane: Lane,
  inView: Span,
): LanePaths {
  let hatch = '';
  for (const span of off) {
    if (span.end <= inView.start || span.start >= inView.end) continue;
    const x = xOf(scale, span.start);
    hatch += `M${x} 0H${xOf(scale, span.end)}V${rowHeight}H${x}z`;
  }
  let windows = '';
  let travel = '';
  let worked = '';
  for (let i = 0; i < lane.bars.length; i++) {
    const bar = lane.bars[i]!;
    windows += windowPath(scale, rowHeight, bar, inView);
    travel += travelPath(scale, rowHeight, lane, i, inView);
    worked += workedPath(scale, rowHeight, lane, i, inView);
  }
  return { off: hatch, windows, travel, worked };
}

function windowPath(scale: Scale, rowHeight: number, bar: GridBar, inView: Span): string {
  const { windowStart, windowEnd } = bar;
  if (windowStart === undefined || windowEnd === undefined) return '';
  if (windowEnd <= inView.start || windowStart >= inView.end) return '';
  const x = xOf(scale, windowStart) + 0.5;
  return `M${x} 1.5H${xOf(scale, windowEnd) - 0.5}V${rowHeight - 2.5}H${x}z`;
}

function travelPath(scale: Scale, rowHeight: number, lane: Lane, i: number, inView: Span): string {
  const bar = lane.bars[i]!;
  if (!bar.travelMinutes || bar.start <= inView.start || bar.start >= inView.end) return '';
  const box = trackBox(lane.tracks[i]!, rowHeight);
  const from = xOf(scale, bar.start - bar.travelMinutes * 60_000);
  return `M${from} ${Math.round(box.top + box.height / 2)}H${xOf(scale, bar.start)}`;
}

/** Under the bar of the plan, so that early, late and over are seen beside it. */
function workedPath(scale: Scale, rowHeight: number, lane: Lane, i: number, inView: Span): string {
  const { worked } = lane.bars[i]!;
  if (!worked || worked.end <= inView.start || worked.start >= inView.end) return '';
  const box = trackBox(lane.tracks[i]!, rowHeight);
  return `M${xOf(scale, worked.start)} ${box.top + box.height + 1}H${xOf(scale, worked.end)}`;
}
