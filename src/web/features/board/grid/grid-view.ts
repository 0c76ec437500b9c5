import type { PaintContext } from './bar-element.ts';
import type { Point } from './drag-machine.ts';
import { type Box, markPx, msAt, rowsInView, scaleOf, scrolledTo, xOf } from './geometry.ts';
import { buildSkeleton, type Skeleton } from './grid-skeleton.ts';
import { type HitCell, hitCell } from './hit-cell.ts';
import type { LaneModel } from './lane-model.ts';
import { NowLine } from './now-line.ts';
import { remembered } from './remembered.ts';
import type { RowElement } from './row-element.ts';
import { RowPool } from './row-pool.ts';
import type { BoardGridOptions, GridViewport, LaneId, Span } from './types.ts';

/** Rows kept ready above and below, so that a fast wheel shows no blank ones. */
const overscan = 4;
/** Bars kept ready left and right, px; repainted after half of it is scrolled. */
const sideMargin = 400;
/** The first frame shows what is in view; the rows beside it are made after it. Scrolling makes them at once. */
const readyAfterMs = 80;

/** Draws the model into the DOM: what is in view, in pooled rows. Knows nothing of dragging or keys. */
export class GridView {
  readonly parts: Skeleton;
  readonly context: PaintContext;
  laneRenders = 0;
  /** Called after lanes were painted, so that focus can follow its bar. */
  onPainted: () => void = () => {};
  /** Lane whose row stays in the DOM wherever the board is scrolled: it holds the tab stop. */
  pinned: LaneId | null = null;
  /** Where the board is scrolled to, px. Reading it from the element would force a layout in mid-paint. */
  left = 0;
  top = 0;

  private readonly pool: RowPool;
  private readonly nowLine: NowLine;
  private readonly options: BoardGridOptions;
  private readonly model: LaneModel;
  private readonly sizes = new ResizeObserver(() => this.resized());
  private width: number;
  private height: number;
  private paintedLeft = 0;
  private readying: ReturnType<typeof setTimeout> | undefined;

  constructor(host: HTMLElement, options: BoardGridOptions, model: LaneModel) {
    this.options = options;
    this.model = model;
    // Measured before anything of ours is in the page: later it would force a layout.
    this.width = host.clientWidth;
    this.height = host.clientHeight;
    this.parts = buildSkeleton(options);
    this.pool = new RowPool(this.parts.rows, this.parts.heads);
    this.nowLine = new NowLine(this.parts, options.now);
    this.context = {
      stamp: 0,
      view: options.view,
      scale: scaleOf(options.view),
      inView: { start: options.view.start, end: options.view.end },
      formatTime: remembered(options.formatTime),
      formatTimes: remembered(options.formatTimes),
      selectedId: null,
      heldId: null,
      picked: new Set(),
      heldToo: new Set(),
      activeId: null,
      movers: new Map(),
      theirs: new Map(),
      reasonOf: () => null,
    };
    this.sizeContent();
    host.append(this.parts.root);
    this.sizes.observe(this.parts.scroller);
    this.parts.scroller.addEventListener('scroll', () => this.scrolled(), { passive: true });
  }

  /** After new data: everything in view again. The overscan follows once the first frame is out. */
  repaint(): void {
    const { context, model } = this;
    context.stamp++;
    this.parts.rows.style.height = `${model.technicians.length * context.view.rowHeight}px`;
    this.parts.scroller.setAttribute('aria-rowcount', String(model.technicians.length));
    this.measureSides(true);
    this.nowLine.paint(context);
    for (const [index, row] of this.pool.shown) {
      if (index < model.technicians.length) {
        row.moveTo(index, context.view.rowHeight);
        this.paint(row);
      } else this.pool.release(index, row);
    }
    this.render(this.pool.shown.size === 0 ? 0 : overscan);
    this.onPainted();
    clearTimeout(this.readying);
    this.readying = setTimeout(() => this.render(overscan), readyAfterMs);
  }

  setView(view: GridViewport): void {
    const { context } = this;
    const { scroller } = this.parts;
    const left = msAt(context.scale, scroller.scrollLeft);
    const row = scroller.scrollTop / context.view.rowHeight;
    context.view = view;
    context.scale = scaleOf(view);
    this.sizeContent();
    this.parts.rows.style.height = `${this.model.technicians.length * view.rowHeight}px`;
    scroller.scrollLeft = Math.max(0, xOf(context.scale, left));
    scroller.scrollTop = row * view.rowHeight;
    this.readScroll();
    this.repaint();
  }

  setNow(now: number | null): void {
    this.nowLine.now = now;
    this.nowLine.paint(this.context);
  }

  /** Paints the rows of these lanes that are in the DOM; the others will be when they come into view. */
  repaintLanes(lanes: Iterable<LaneId>): void {
    for (const id of lanes) {
      const row = this.rowOf(id);
      if (row) this.paint(row);
    }
    this.onPainted();
  }

  /** Selection, hand and refusals changed: classes and heads only, no lane is painted. */
  remark(): void {
    for (const row of this.pool.shown.values()) row.mark(this.context);
  }

  /** The row of the pinned lane, made if need be, with the active bar in it. */
  pinnedRow(): RowElement | null {
    const index = this.pinned === null ? -1 : this.model.indexOf(this.pinned);
    if (index < 0) return null;
    const row = this.pool.shown.get(index) ?? this.acquire(index);
    const { activeId } = this.context;
    if (activeId !== null && !row.barElement(activeId)) this.paint(row);
    return row;
  }

  rowOf(id: LaneId): RowElement | null {
    return this.pool.shown.get(this.model.indexOf(id)) ?? null;
  }

  /** Which lane and bar an element inside the grid belongs to. */
  cellOf(target: EventTarget | null): HitCell | null {
    return hitCell(this.pool.shown.values(), target);
  }

  /** A client position among the lanes; `box` is the scroller's rect, read once per drag. */
  pointAt(clientX: number, clientY: number, box: Box): { at: Point; inside: boolean } {
    const x = clientX - box.left;
    const y = clientY - box.top;
    const at = {
      x: x - this.context.view.labelWidth + this.left,
      y: y - this.parts.headHeight + this.top,
    };
    return { at, inside: x >= 0 && y >= 0 && clientX < box.right && clientY < box.bottom };
  }

  /** The part of the scroller's rect that has the lanes, in client px. */
  lanesIn({ left, top, right, bottom }: Box): Box {
    return { left: left + this.context.view.labelWidth, top: top + this.parts.headHeight, right, bottom };
  }

  lanesPerPage(): number {
    return Math.max(1, Math.floor((this.height - this.parts.headHeight) / this.context.view.rowHeight) - 1);
  }

  /** Scrolls as little as needed to show the lane and, of the span, at least its start. */
  reveal(lane: number, span: Span | null): void {
    const { context } = this;
    const { scroller, headHeight } = this.parts;
    const { rowHeight, labelWidth } = context.view;
    const y = lane * rowHeight;
    scroller.scrollTop = scrolledTo(this.top, this.height - headHeight - scrollbar, y, y + rowHeight);
    if (span) {
      const from = Math.max(0, xOf(context.scale, span.start) - 24);
      const to = xOf(context.scale, span.end) + 24;
      scroller.scrollLeft = scrolledTo(this.left, this.width - labelWidth, from, to);
    }
    this.scrolled();
  }

  /** False when the board is at its end, or nothing was asked. */
  scrollBy(dx: number, dy: number): boolean {
    const { left, top } = this;
    const { scroller } = this.parts;
    if (dx !== 0) scroller.scrollLeft = Math.max(0, left + dx);
    if (dy !== 0) scroller.scrollTop = Math.max(0, top + dy);
    if (dx !== 0 || dy !== 0) this.readScroll();
    return left !== this.left || top !== this.top;
  }

  destroy(): void {
    this.pool.destroy();
    clearTimeout(this.readying);
    this.sizes.disconnect();
    this.parts.root.remove();
  }

  private render(extra: number): void {
    const { rowHeight } = this.context.view;
    const lanes = this.model.technicians.length;
    const height = this.height - this.parts.headHeight;
    const { first, end } = rowsInView(this.top, height, rowHeight, lanes, extra);
    const pinned = this.pinned === null ? -1 : this.model.indexOf(this.pinned);
    for (const [index, row] of this.pool.shown) {
      if ((index < first || index >= end) && index !== pinned) this.pool.release(index, row);
    }
    let painted = false;
    for (let index = first; index < end; index++) {
      if (this.pool.shown.has(index)) continue;
      this.acquire(index);
      painted = true;
    }
    this.pool.hideFree();
    if (!painted) return;
    this.onPainted();
    this.pool.orderSoon();
  }

  private sizeContent(): void {
    const { view, scale } = this.context;
    const { root, header, rows, scroller } = this.parts;
    // By it the router knows a board it may scroll back to, in px: one with the same axis and rows.
    scroller.dataset.scrollRestorationId = `board ${scale.start} ${markPx(scale)} ${view.rowHeight}`;
    root.dataset.rows = String(view.rowHeight);
    root.classList.toggle('is-week', scale.days !== null);
    root.style.setProperty('--tr-label', `${view.labelWidth}px`);
    root.style.setProperty('--tr-hour', `${markPx(scale)}px`);
    const width = `${view.labelWidth + scale.width}px`;
    header.el.style.width = width;
    rows.style.width = width;
  }

  private readScroll(): void {
    this.left = this.parts.scroller.scrollLeft;
    this.top = this.parts.scroller.scrollTop;
  }

  private scrolled(): void {
    this.readScroll();
    const far = Math.abs(this.left - this.paintedLeft) > sideMargin / 2;
    if (far && this.measureSides(false)) this.repaintShown();
    this.render(overscan);
  }

  /** Which part of the axis is painted; false when it is the same as before. */
  private measureSides(always: boolean): boolean {
    const { context } = this;
    const { scale, view } = context;
    const { left } = this;
    const start = Math.max(scale.start, msAt(scale, left - sideMargin));
    const end = Math.min(scale.end, msAt(scale, left + this.width - view.labelWidth + sideMargin));
    this.paintedLeft = left;
    if (!always && start === context.inView.start && end === context.inView.end) return false;
    context.inView = { start, end };
    this.parts.header.paintHours(scale, context.inView, this.options.formatHour);
    return true;
  }

  private repaintShown(): void {
    for (const row of this.pool.shown.values()) this.paint(row);
    this.onPainted();
  }

  private resized(): void {
    const { clientWidth, clientHeight } = this.parts.scroller;
    const grown = clientWidth > this.width || clientHeight > this.height;
    this.width = clientWidth;
    this.height = clientHeight;
    if (!grown) return;
    if (this.measureSides(false)) this.repaintShown();
    this.render(overscan);
  }

  private acquire(index: number): RowElement {
    const row = this.pool.take(index, this.context.view.rowHeight);
    this.paint(row);
    return row;
  }

  private paint(row: RowElement): void {
    const technician = this.model.technicians[row.index];
    if (!technician) return;
    this.laneRenders++;
    row.paint(technician, this.model.lane(technician.id), this.context);
  }
}

/** Room for a horizontal scrollbar, px. */
const scrollbar = 16;
