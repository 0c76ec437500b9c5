import type { GridLane } from './day/grid-sync.ts';
import type { BoardGrid, GridBar } from './grid/types.ts';

/** Which lane and bar an element of the grid stands for: what has the focus, what was right-clicked. */
export function cellAt(
  grid: BoardGrid,
  lanes: readonly GridLane[],
  target: EventTarget | null,
): { technicianId: number; bar: GridBar | null } | null {
  if (!(target instanceof Element)) return null;
  const row = target.closest<HTMLElement>('[data-index]');
  const lane = row ? lanes[Number(row.dataset.index)] : undefined;
  if (!lane) return null;
  const cell = target.closest('[role="gridcell"]');
  const bar = cell ? grid.barsOf(lane.head.id).find(({ id }) => grid.elementOf(id) === cell) : undefined;
  return { technicianId: Number(lane.head.id), bar: bar ?? null };
}
