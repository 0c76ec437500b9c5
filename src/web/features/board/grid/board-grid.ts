import { DragController } from './drag-controller.ts';
import { FocusKeeper } from './focus-keeper.ts';
import { xOf } from './geometry.ts';
import { GridView } from './grid-view.ts';
import { onGridKey } from './keyboard.ts';
import { LaneModel } from './lane-model.ts';
import { listenToPointer } from './pointer.ts';
import type { BoardGrid, BoardGridOptions } from './types.ts';

/** How long others see who moved a bar (ui.md, Board). */
const moverMs = 2_000;

/**
 * The board's lanes in `host`, which must have a size of its own. Empty until `setData`. Plain DOM, no
 * framework: rows and bars are pooled, so a board of any size costs what is in view.
 */
export function createBoardGrid(host: HTMLElement, options: BoardGridOptions): BoardGrid {
  const model = new LaneModel();
  const view = new GridView(host, options, model);
  const focus = new FocusKeeper(view, model);
  const { scroller, header } = view.parts;
  const movers = new Map<string, ReturnType<typeof setTimeout>>();

  function select(barId: string | null): void {
    if (view.context.selectedId === barId) return;
    view.context.selectedId = barId;
    view.remark();
  }

  function selectByHand(barId: string | null): void {
    if (view.context.selectedId === barId) return;
    select(barId);
    options.onSelect?.(barId);
  }

  const drag = new DragController(view, model, options);
  listenToPointer({ view, focus, drag, options, select: selectByHand });
  scroller.addEventListener('keydown', (event) => {
    if (onGridKey(event, { view, model, focus, drag, options })) event.preventDefault();
  });

  function elementOf(barId: string): HTMLElement | null {
    const bar = model.bar(barId);
    return bar ? (view.rowOf(bar.technicianId)?.barElement(barId) ?? null) : null;
  }

  return {
    setData(technicians, bars) {
      model.replace(technicians, bars);
      // Row numbers may mean other lanes now.
      drag.cancel();
      view.repaint();
    },
    applyChanges(changes) {
      const touched = model.apply(changes);
      view.repaintLanes(touched);
      drag.dataChanged();
    },
    setView(next) {
      drag.cancel();
      view.setView(next);
    },
    setNow: (now) => view.setNow(now),
    select,
    focus(barId) {
      const bar = barId === undefined ? null : model.bar(barId);
      const cell = bar
        ? { laneId: bar.technicianId, barId: bar.id }
        : barId === undefined
          ? focus.cell
          : null;
      if (!cell || model.indexOf(cell.laneId) < 0) return false;
      view.reveal(model.indexOf(cell.laneId), bar);
      focus.go(cell, true);
      return true;
    },
    scrollToTime(ms) {
      scroller.scrollLeft = Math.max(0, xOf(view.context.scale, ms) - 24);
    },
    scrollToTechnician(technicianId) {
      const index = model.indexOf(technicianId);
      if (index >= 0) view.reveal(index, null);
    },
    beginExternalDrag: (item, event) => drag.beginExternal(item, event),
    markMover(barId, initials) {
      clearTimeout(movers.get(barId));
      view.context.movers.set(barId, initials);
      view.remark();
      const forget = () => {
        movers.delete(barId);
        view.context.movers.delete(barId);
        view.remark();
      };
      movers.set(barId, setTimeout(forget, moverMs));
    },
    bar: (barId) => model.bar(barId),
    barsOf: (technicianId) => model.lane(technicianId).bars,
    elementOf,
    corner: header.corner,
    strip: header.strip,
    scroller,
    get laneRenders() {
      return view.laneRenders;
    },
    destroy() {
      for (const timer of movers.values()) clearTimeout(timer);
      drag.destroy();
      view.destroy();
    },
  };
}
