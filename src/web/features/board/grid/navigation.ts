import type { LaneModel } from './lane-model.ts';
import type { GridBar, LaneId } from './types.ts';

/** Where the keyboard is: on a bar, or on the lane's head (the only cell of an empty lane). */
export interface Cell {
  readonly laneId: LaneId;
  readonly barId: string | null;
}

export interface Step {
  readonly key: string;
  /** Ctrl or ⌘: to the first or last lane. */
  readonly far: boolean;
  readonly page: number;
  /** The column to stay in while going up and down. */
  readonly time: number | null;
}

/** The cell a navigation key leads to; null when the key does not navigate. Stays put at the ends. */
export function stepFrom(model: LaneModel, cell: Cell, step: Step): Cell | null {
  const { bars } = model.lane(cell.laneId);
  const at = cell.barId === null ? -1 : bars.findIndex((bar) => bar.id === cell.barId);
  const along = (index: number): Cell => ({
    laneId: cell.laneId,
    barId: bars[Math.min(index, bars.length - 1)]?.id ?? null,
  });
  const lane = model.indexOf(cell.laneId);
  switch (step.key) {
    case 'ArrowRight':
      return along(at + 1);
    case 'ArrowLeft':
      return at <= 0 ? { laneId: cell.laneId, barId: null } : along(at - 1);
    case 'ArrowUp':
      return inLane(model, lane - 1, cell, step.time);
    case 'ArrowDown':
      return inLane(model, lane + 1, cell, step.time);
    case 'PageUp':
      return inLane(model, lane - step.page, cell, step.time);
    case 'PageDown':
      return inLane(model, lane + step.page, cell, step.time);
    case 'Home':
      return step.far ? inLane(model, 0, cell, step.time) : along(0);
    case 'End':
      return step.far ? inLane(model, model.technicians.length, cell, step.time) : along(bars.length - 1);
    default:
      return null;
  }
}

function inLane(model: LaneModel, index: number, from: Cell, time: number | null): Cell {
  const last = model.technicians.length - 1;
  const technician = model.technicians[Math.min(Math.max(index, 0), last)]!;
  if (technician.id === from.laneId) return from;
  // On the heads one stays on the heads, but an empty lane is only crossed.
  const onHeads = from.barId === null && model.lane(from.laneId).bars.length > 0;
  const bar = onHeads ? null : nearestBar(model.lane(technician.id).bars, time);
  return { laneId: technician.id, barId: bar?.id ?? null };
}

/** The bar whose start is nearest to `time`; the first of two equally near. */
export function nearestBar(bars: readonly GridBar[], time: number | null): GridBar | null {
  let best: GridBar | null = null;
  for (const bar of bars) {
    if (!best || Math.abs(bar.start - (time ?? 0)) < Math.abs(best.start - (time ?? 0))) best = bar;
  }
  return best;
}
