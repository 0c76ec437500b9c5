import type { DragController } from './drag-controller.ts';
import type { FocusKeeper } from './focus-keeper.ts';
import type { GridView } from './grid-view.ts';
import type { LaneModel } from './lane-model.ts';
import { type Cell, stepFrom } from './navigation.ts';
import type { Picking } from './picking.ts';
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
    readonly picking: Picking;
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
  else if (isFar(event) && step[0] !== 0) drag.nudge(step[0], 0, 'days');
  else if (!event.shiftKey) drag.nudge(step[0], step[1], 'both');
  else if (step[0] !== 0) drag.nudge(step[0], 0, 'end');
  return event.key !== 'Tab';
}

function walk(event: KeyboardEvent, grid: Parameters<typeof onGridKey>[1]): boolean {
  const { view, model, focus, drag, picking, options } = grid;
  const { cell } = focus;
  if (!cell) return false;
  const bar = cell.barId === null ? null : model.bar(cell.barId);
  if (event.key === 'Escape') return picking.clear();
  if (isSelect(event)) {
    if (bar) picking.toggle(bar);
    return bar !== null;
  }
  if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'a') {
    picking.wholeLane(cell.laneId);
    return true;
  }
  const step = steps[event.key];
  if (event.shiftKey && step) {
    if (!bar || step[0] === 0 || !drag.pickUp(bar)) return false;
    drag.nudge(step[0], 0, 'end');
    return true;
  }
  if (onGroup(event, cell, model, options)) return true;
  if (event.key === 'Enter' && bar && !bar.flags.busy) options.onOpen?.(bar.id);
  else if (isPick(event) && bar) drag.pickUp(bar);
  else {
    const far = isFar(event);
    const to = stepFrom(model, cell, { key: event.key, far, page: view.lanesPerPage(), time: focus.time });
    if (!to) return false;
    const target = to.barId === null ? null : model.bar(to.barId);
    view.reveal(model.indexOf(to.laneId), target);
    // Going up and down keeps the column, so it is not taken from the bar just reached.
    const column = focus.time;
    focus.go(to);
    if (step?.[0] === 0 || event.key.startsWith('Page')) focus.time = column;
  }
  return true;
}

const isFar = (event: KeyboardEvent): boolean => event.ctrlKey || event.metaKey;

/** On the head of a group: Enter and Space turn it, right opens, left closes, as in every tree. */
function onGroup(
  event: KeyboardEvent,
  { laneId }: Cell,
  model: LaneModel,
  options: BoardGridOptions,
): boolean {
  if (!model.technicians[model.indexOf(laneId)]?.group || isFar(event)) return false;
  const open = { Enter: null, ' ': null, ArrowRight: true, ArrowLeft: false }[event.key];
  if (open === undefined) return false;
  options.onGroup?.(laneId, open);
  return true;
}

/** Ctrl with Space, as in every list, or X alone. */
function isSelect(event: KeyboardEvent): boolean {
  const withCtrl = event.ctrlKey || event.metaKey;
  return withCtrl ? event.key === ' ' : event.key.toLowerCase() === 'x';
}

function isPick(event: KeyboardEvent): boolean {
  return !event.ctrlKey && !event.metaKey && (event.key === ' ' || event.key.toLowerCase() === 'm');
}
