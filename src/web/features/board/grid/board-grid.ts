import { DragController } from './drag-controller.ts';
import { FocusKeeper } from './focus-keeper.ts';
import { msAt, xOf } from './geometry.ts';
import { GridView } from './grid-view.ts';
import { HoverCard } from './hover-card.ts';
import { onGridKey } from './keyboard.ts';
import { LaneModel } from './lane-model.ts';
import { Picking } from './picking.ts';
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
  const { root, scroller, header } = view.parts;
  root.classList.toggle('is-locked', options.locked !== undefined);
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
  const picking = new Picking(view, model, options);
  const card = new HoverCard(view, () => drag.inHand);
  listenToPointer({ view, focus, drag, picking, options, select: selectByHand });
  scroller.addEventListener('keydown', (event) => {
    if (onGridKey(event, { view, model, focus, drag, picking, options })) event.preventDefault();
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
      card.dataChanged((id) => model.bar(id));
      view.repaintLanes(touched);
      drag.dataChanged();
    },
    setView(next) {
      drag.cancel();
      view.setView(next);
    },
    get view() {
      return view.context.view;
    },
    setNow: (now) => view.setNow(now),
    select,
    pick: (barIds) => picking.show(barIds),
    togglePick(barId) {
      const bar = model.bar(barId);
      if (bar) picking.toggle(bar);
    },
    focus(barId) {
      const bar = barId === undefined ? null : model.bar(barId);
      const cell = bar
        ? { laneId: bar.technicianId, barId: bar.id }
        : barId === undefined
          ? focus.cell
          : null;
      if (!cell || model.indexOf(cell.laneId) < 0) return false;
      view.reveal(model.indexOf(cell.laneId), bar);
      focus.go(cell);
      return true;
    },
    refocus() {
      if (focus.cell) focus.go(focus.cell);
    },
    get inHand() {
      return drag.inHand;
    },
    scrollToTime(ms, share = 0) {
      // Asked before the first frame, when nothing has told the size yet: measured here, once.
      const before = share === 0 ? 24 : share * (scroller.clientWidth - view.context.view.labelWidth);
      scroller.scrollLeft = Math.max(0, xOf(view.context.scale, ms) - before);
    },
    timeAt(clientX) {
      const { scale, view: size } = view.context;
      const x = clientX - scroller.getBoundingClientRect().left - size.labelWidth;
      return { at: msAt(scale, x + view.left), share: x / (scroller.clientWidth - size.labelWidth) };
    },
    reveal(barId) {
      const bar = model.bar(barId);
      const lane = bar ? model.indexOf(bar.technicianId) : -1;
      if (lane >= 0) view.reveal(lane, bar);
      return lane >= 0;
    },
    scrollToTechnician(technicianId) {
      const index = model.indexOf(technicianId);
      if (index >= 0) view.reveal(index, null);
    },
    beginExternalDrag: (item, event) => drag.beginExternal(item, event),
    setTheirs(theirs) {
      view.context.theirs = theirs;
      view.remark();
    },
    letGo: () => drag.cancel(),
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
      card.hide();
      drag.destroy();
      view.destroy();
    },
  };
}
