/**
 * Brings the grid from what it shows to what it should show with one batch of changes. React hands over lanes; no bar
 * is ever rendered by it. Lanes and bars that stayed the same objects cost a comparison.
 */
import type { BoardGrid, GridBar, GridTechnician } from '../grid/types.ts';
import { sameBar } from './bars.ts';
import { sameHead } from './lane-heads.ts';

export type GridLane = { readonly head: GridTechnician; readonly bars: readonly GridBar[] };
type Target = Pick<BoardGrid, 'setData' | 'applyChanges'>;

export type GridSync = {
  /** @returns ids of the bars that were added or changed; null when all was set anew */
  show(lanes: readonly GridLane[]): readonly string[] | null;
  /** A drop, shown before its command has gone out, so that the bar is never seen at its old place again. */
  moveNow(from: string | null, to: GridBar): void;
};

export function createGridSync(grid: Target): GridSync {
  let heads: readonly GridTechnician[] | null = null;
  let lanesBefore = new Map<GridTechnician['id'], GridLane>();
  let bars = new Map<string, GridBar>();
  let isAhead = false;

  const setAll = (lanes: readonly GridLane[]): null => {
    const all = lanes.flatMap((lane) => lane.bars);
    bars = new Map(all.map((bar) => [bar.id, bar]));
    grid.setData(
      lanes.map(({ head }) => head),
      all,
    );
    return null;
  };

  return {
    show(lanes) {
      const before = heads;
      const sameRows =
        before?.length === lanes.length && lanes.every(({ head }, row) => head.id === before[row]!.id);
      heads = lanes.map(({ head }) => head);
      const known = lanesBefore;
      lanesBefore = new Map(lanes.map((lane) => [lane.head.id, lane]));
      if (!sameRows) return setAll(lanes);
      const upsert: GridBar[] = [];
      const remove: string[] = [];
      const technicians: GridTechnician[] = [];
      const wanted = new Set<string>();
      const unsure: GridLane[] = [];
      for (const lane of lanes) {
        const was = known.get(lane.head.id);
        if (was && was.head !== lane.head && !sameHead(was.head, lane.head)) technicians.push(lane.head);
        // After `moveNow` the grid is ahead of what it was last told: every bar is looked at once more.
        if (was?.bars === lane.bars && !isAhead) continue;
        unsure.push(lane);
        for (const bar of lane.bars) {
          wanted.add(bar.id);
          const shown = bars.get(bar.id);
          if (!shown || !sameBar(shown, bar)) upsert.push(bar);
        }
      }
      const looked = new Set(unsure.map(({ head }) => head.id));
      for (const [id, bar] of bars) if (looked.has(bar.technicianId) && !wanted.has(id)) remove.push(id);
      isAhead = false;
      for (const id of remove) bars.delete(id);
      for (const bar of upsert) bars.set(bar.id, bar);
      if (upsert.length + remove.length + technicians.length > 0)
        grid.applyChanges({ upsert, remove, technicians });
      return upsert.map(({ id }) => id);
    },
    moveNow(from, to) {
      isAhead = true;
      const remove = from !== null && from !== to.id ? [from] : [];
      for (const id of remove) bars.delete(id);
      bars.set(to.id, to);
      grid.applyChanges({ upsert: [to], remove });
    },
  };
}
