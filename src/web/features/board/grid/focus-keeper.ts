import type { GridView } from './grid-view.ts';
import type { LaneModel } from './lane-model.ts';
import { type Cell, nearestBar } from './navigation.ts';

/**
 * One tab stop in the grid (roving tabindex) that follows its bar: through repaints, pooling, scrolling
 * out of view, and moves to another lane by anyone, though there it may be a bar with another id. When the bar is removed, its nearest neighbour has it.
 */
export class FocusKeeper {
  cell: Cell | null = null;
  /** Time the cursor is at, so that going up and down stays in one column. */
  time: number | null = null;
  private el: HTMLElement | null = null;
  /** The element with the focus was just hidden by a repaint: Chromium takes the focus away at once. */
  private isCut = false;
  private readonly view: GridView;
  private readonly model: LaneModel;

  constructor(view: GridView, model: LaneModel) {
    this.view = view;
    this.model = model;
    view.onPainted = () => this.follow();
    view.parts.scroller.addEventListener('focusin', (event) => {
      const hit = view.cellOf(event.target);
      const laneId = hit?.row.technician?.id;
      // Whoever gave the focus (a screen reader does so without key or press): it is the tab stop from now on.
      if (hit && laneId !== undefined) this.stopAt({ laneId, barId: hit.bar?.id ?? null });
    });
    view.parts.scroller.addEventListener('focusout', ({ target }) => {
      this.isCut = target === this.el && this.el?.closest('[hidden]') != null;
    });
  }

  /** Makes the cell the tab stop and gives it the focus. */
  go(cell: Cell): void {
    this.stopAt(cell);
    this.el?.focus({ preventScroll: true });
  }

  private stopAt(cell: Cell): void {
    this.cell = cell;
    const bar = cell.barId === null ? null : this.model.bar(cell.barId);
    if (bar) this.time = bar.start;
    this.follow();
  }

  private follow(): void {
    this.cell = this.settled();
    const { view, cell } = this;
    view.pinned = cell?.laneId ?? null;
    view.context.activeId = cell?.barId ?? null;
    const row = view.pinnedRow();
    const el = !row || !cell ? null : cell.barId === null ? row.head : row.barElement(cell.barId);
    if (el === this.el && !this.isCut) return;
    // The old element may be hidden or show another bar by now; not every browser has taken the focus from it yet.
    const { activeElement } = document;
    const wasCut = this.isCut && activeElement === document.body;
    const focused = wasCut || (this.el !== null && activeElement === this.el);
    this.isCut = false;
    if (this.el) this.el.tabIndex = -1;
    this.el = el;
    if (!el) return;
    el.tabIndex = 0;
    if (focused) el.focus({ preventScroll: true });
  }

  private settled(): Cell | null {
    const { cell, model } = this;
    if (cell?.barId) {
      const bar = model.bar(cell.barId) ?? model.successorOf(cell.barId);
      if (bar && model.indexOf(bar.technicianId) >= 0) return { laneId: bar.technicianId, barId: bar.id };
    }
    if (cell && model.indexOf(cell.laneId) >= 0) {
      if (cell.barId === null) return cell;
      return { laneId: cell.laneId, barId: nearestBar(model.lane(cell.laneId).bars, this.time)?.id ?? null };
    }
    const first = model.technicians[0];
    return first ? { laneId: first.id, barId: model.lane(first.id).bars[0]?.id ?? null } : null;
  }
}
