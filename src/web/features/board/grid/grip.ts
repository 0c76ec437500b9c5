import type { Grip, Rules } from './drag-machine.ts';
import { msAt } from './geometry.ts';
import type { GridView } from './grid-view.ts';
import type { LaneModel } from './lane-model.ts';
import type { BoardGridOptions, ExternalItem, GridBar } from './types.ts';

/** Where in an item from the tray the pointer holds it, px from its start. */
const holdPx = 12;

/** A bar of the board, as it is when it is taken in hand. */
export function gripOfBar(model: LaneModel, bar: GridBar, mode: Grip['mode']): Grip {
  const lane = model.indexOf(bar.technicianId);
  return { mode, barId: bar.id, appointmentId: bar.appointmentId, lane, start: bar.start, end: bar.end };
}

/** An item from outside the board, held at `x` px of the time axis. */
export function gripOfItem({ context }: GridView, item: ExternalItem, x: number): Grip {
  // Whole milliseconds: the end is computed from the difference, and no fraction of one is an instant.
  const start = Math.round(msAt(context.scale, x - holdPx));
  const end = start + item.durationMinutes * 60_000;
  return { mode: 'assign', barId: null, appointmentId: item.appointmentId, lane: -1, start, end };
}

/** What a drag is computed with: as it is now, so that a zoom begun later does not bend it. */
export function rulesOf(
  { context }: GridView,
  model: LaneModel,
  { snapMinutes = 15 }: BoardGridOptions,
): Rules {
  const { scale, view } = context;
  return {
    scale,
    isHead: (lane) => model.technicians[lane]?.group !== undefined,
    rowHeight: view.rowHeight,
    lanes: model.technicians.length,
    snapMs: snapMinutes * 60_000,
    viewStart: scale.start,
    viewEnd: scale.end,
  };
}
