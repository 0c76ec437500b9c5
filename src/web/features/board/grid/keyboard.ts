import type { DragController } from './drag-controller.ts';
import type { FocusKeeper } from './focus-keeper.ts';
import type { GridView } from './grid-view.ts';
import type { LaneModel } from './lane-model.ts';
import { stepFrom } from './navigation.ts';
import type { BoardGridOptions } from './types.ts';

const steps: Record<string, readonly [number, number]> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The grid by keyboard: walk, open, pick up and drop (product.md, opening 6). True when the key was used. */
export function onGridKey(
  event: KeyboardEvent,
  grid: {
    readonly view: GridView;
    readonly model: LaneModel;
    readonly focus: FocusKeeper;
    readonly drag: DragController;
    readonly options: BoardGridOptions;
  },
): boolean {
  if (event.altKey) return false;
  return grid.drag.inHand ? carry(event, grid.drag) : walk(event, grid);
}

function carry(event: KeyboardEvent, drag: DragController): boolean {
  const step = steps[event.key];
  if (event.key === 'Tab') drag.cancel();
  else if (event.key === 'Enter' || isPick(event)) drag.release();
  else if (!step) return false;
  else if (!event.shiftKey) drag.nudge(step[0], step[1], 'both');
  else if (step[0] !== 0) drag.nudge(step[0], 0, 'end');
  return event.key !== 'Tab';
}

function walk(event: KeyboardEvent, grid: Parameters<typeof onGridKey>[1]): boolean {
  const { view, model, focus, drag, options } = grid;
  const { cell } = focus;
  if (!cell) return false;
  const bar = cell.barId === null ? null : model.bar(cell.barId);
  const step = steps[event.key];
  if (event.shiftKey && step) {
    if (!bar || step[0] === 0 || !drag.pickUp(bar)) return false;
    drag.nudge(step[0], 0, 'end');
    return true;
  }
  if (event.key === 'Enter' && bar && !bar.flags.busy) options.onOpen?.(bar.id);
  else if (isPick(event) && bar) drag.pickUp(bar);
  else {
    const far = event.ctrlKey || event.metaKey;
    const to = stepFrom(model, cell, { key: event.key, far, page: view.lanesPerPage(), time: focus.time });
    if (!to) return false;
    const target = to.barId === null ? null : model.bar(to.barId);
    view.reveal(model.indexOf(to.laneId), target);
    // Going up and down keeps the column, so it is not taken from the bar just reached.
    const column = focus.time;
    focus.go(to, true);
    if (step?.[0] === 0 || event.key.startsWith('Page')) focus.time = column;
  }
  return true;
}

function isPick(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && (event.key === ' ' || event.key.toLowerCase() === 'm');
}
