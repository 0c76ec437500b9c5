import { BarElement, type PaintContext } from './bar-element.ts';
import { laneLabel } from './bar-look.ts';
import { hatched, xOf } from './geometry.ts';
import { svgElement } from './grid-skeleton.ts';
import type { Lane } from './lane-model.ts';
import { lanePaths } from './lane-paths.ts';
import type { GridTechnician } from './types.ts';

const meterPx = 52;

/**
 * One pooled row: head, what lies behind the bars, bars. The head stands in a row of the same number apart: all heads
 * together stick as one layer of the browser's, instead of one each, which cost half of every frame.
 */
export class RowElement {
  readonly el = document.createElement('div');
  readonly headRow = document.createElement('div');
  readonly head = document.createElement('div');
  readonly bars: BarElement[] = [];
  /** Row number it shows now. */
  index = -1;
  technician: GridTechnician | null = null;
  private readonly under = svgElement('svg', { class: 'tr-under', 'aria-hidden': 'true' });
  private readonly off = svgElement('path', { class: 'tr-hatched' });
  private readonly windows = svgElement('path', { class: 'tr-window' });
  private readonly travel = svgElement('path', { class: 'tr-travel' });
  private readonly worked = svgElement('path', { class: 'tr-worked' });
  private readonly offLabels: HTMLElement[] = [];
  private readonly headText = document.createTextNode('');
  private headOf: GridTechnician | null = null;
  private headReason: string | null = null;
  private headBars = -1;
  private hasBars = false;
  /** As which row it is told to a screen reader; -1: as none. */
  private toldRow = -1;
  private isHead = false;
  private isHolding = false;

  constructor() {
    this.el.id = `tr-row-${nextId}`;
    this.el.className = 'tr-row';
    this.headRow.id = `tr-head-${nextId++}`;
    this.headRow.className = 'tr-head-row';
    this.headRow.setAttribute('role', 'row');
    this.head.className = 'tr-name';
    this.head.setAttribute('role', 'rowheader');
    this.head.tabIndex = -1;
    // The column is narrow: the tooltip says the same as a screen reader, beside it, where it hides no other head.
    this.head.dataset.tip = '';
    this.head.dataset.tipSide = 'right';
    this.head.append(this.headText);
    this.under.append(this.off, this.windows, this.travel, this.worked);
    this.headRow.append(this.head);
    this.el.append(this.under);
  }

  moveTo(index: number, rowHeight: number): void {
    for (const el of [this.headRow, this.el]) {
      el.hidden = false;
      el.style.transform = `translateY(${index * rowHeight}px)`;
      if (this.index !== index) el.dataset.index = String(index);
    }
    if (this.index !== index) this.headRow.setAttribute('aria-rowindex', String(index + 1));
    this.index = index;
    this.tellRow();
  }

  hide(): void {
    this.el.hidden = true;
    this.headRow.hidden = true;
  }

  private toggle(className: string, isSet: boolean): void {
    this.el.classList.toggle(className, isSet);
    this.headRow.classList.toggle(className, isSet);
  }

  paint(technician: GridTechnician, lane: Lane, context: PaintContext): void {
    this.technician = technician;
    this.paintHead(technician, lane.bars.length, context);
    const isHead = technician.group !== undefined;
    if (this.isHead !== isHead) {
      this.isHead = isHead;
      this.toggle('is-group', isHead);
    }
    const isHolding = technician.isHolding === true;
    if (this.isHolding !== isHolding) {
      this.isHolding = isHolding;
      this.toggle('is-holding', isHolding);
    }
    const gaps = isHead || isHolding ? [] : hatched(context.scale, technician.shifts, technician.off);
    const paths = lanePaths(context.scale, context.view.rowHeight, gaps, lane, context.inView);
    setPath(this.off, paths.off);
    setPath(this.windows, paths.windows);
    setPath(this.travel, paths.travel);
    setPath(this.worked, paths.worked);
    this.paintOff(technician, context);
    this.paintBars(technician, lane, context);
  }

  /** Name, load, and the reason while something is in hand that this lane cannot take. */
  private paintHead(technician: GridTechnician, bars: number, context: PaintContext): void {
    const reason = context.reasonOf(technician);
    if (this.headOf === technician && this.headReason === reason && this.headBars === bars) return;
    if (this.headReason !== reason) this.toggle('is-refusing', reason !== null);
    this.headOf = technician;
    this.headReason = reason;
    this.headBars = bars;
    const { head } = this;
    const second = reason ?? technician.note ?? technician.detail;
    this.headText.data = `${technician.name}\n${second}`;
    head.setAttribute('aria-label', laneLabel(technician, bars, reason));
    head.ariaExpanded = technician.group ? String(technician.group.isOpen) : null;
    const load = technician.loadPercent;
    head.dataset.load = load === null ? '' : `${Math.round(load)} %`;
    const filled = load === null ? 0 : Math.min(load, 100) * (meterPx / 100);
    head.style.backgroundSize = `${filled}px 4px, ${load === null ? 0 : meterPx}px 4px`;
    head.classList.toggle('is-over', load !== null && load > 100);
    head.classList.toggle('is-noted', reason === null && technician.note !== null);
  }

  /** Selection, hand or refusals changed: classes and the head, no bar is painted. */
  mark(context: PaintContext): void {
    for (const bar of this.bars) bar.mark(context);
    if (this.technician) this.paintHead(this.technician, this.headBars, context);
  }

  barElement(barId: string): HTMLElement | null {
    return this.bars.find((slot) => slot.bar?.id === barId)?.el ?? null;
  }

  private paintBars(technician: GridTechnician, lane: Lane, context: PaintContext): void {
    const { start, end } = context.inView;
    let used = 0;
    for (let i = 0; i < lane.bars.length; i++) {
      const bar = lane.bars[i]!;
      if ((bar.end <= start || bar.start >= end) && bar.id !== context.activeId) continue;
      let slot = this.bars[used];
      if (!slot) {
        slot = new BarElement();
        this.bars.push(slot);
        this.el.append(slot.el);
      }
      slot.paint(bar, lane.tracks[i]!, nextStart(lane, i, context), technician, context);
      used++;
    }
    for (let i = used; i < this.bars.length; i++) this.bars[i]!.hide();
    this.hasBars = used > 0;
    this.tellRow();
  }

  /** To a screen reader a lane without bars is its head alone: a row must have a cell. */
  private tellRow(): void {
    const row = this.hasBars ? this.index : -1;
    if (row === this.toldRow) return;
    this.toldRow = row;
    if (row < 0) {
      this.el.removeAttribute('role');
      this.el.removeAttribute('aria-rowindex');
    } else {
      this.el.setAttribute('role', 'row');
      this.el.setAttribute('aria-rowindex', String(row + 1));
    }
  }

  private paintOff(technician: GridTechnician, { scale, view, inView }: PaintContext): void {
    let used = 0;
    for (const span of technician.off) {
      const start = Math.max(span.start, scale.start);
      const end = Math.min(span.end, scale.end);
      if (end <= start || end <= inView.start || start >= inView.end) continue;
      let label = this.offLabels[used];
      if (!label) {
        label = document.createElement('span');
        label.className = 'tr-off';
        this.offLabels.push(label);
        this.under.after(label);
      }
      label.hidden = false;
      label.textContent = span.label;
      label.style.left = `${view.labelWidth + xOf(scale, start)}px`;
      label.style.width = `${xOf(scale, end) - xOf(scale, start)}px`;
      used++;
    }
    for (const label of this.offLabels.slice(used)) {
      label.hidden = true;
      label.textContent = '';
    }
  }
}

let nextId = 1;

/** In a week, where visits are narrower than what marks them, the start of the next beside this one. */
function nextStart({ bars, tracks }: Lane, at: number, { view }: PaintContext): number {
  if (!view.days) return Number.POSITIVE_INFINITY;
  for (let i = at + 1; i < bars.length; i++) {
    if (tracks[i]!.index === tracks[at]!.index) return bars[i]!.start;
  }
  return Number.POSITIVE_INFINITY;
}

const shown = new WeakMap<SVGPathElement, string>();

function setPath(el: SVGPathElement, d: string): void {
  if ((shown.get(el) ?? '') === d) return;
  shown.set(el, d);
  el.setAttribute('d', d);
}
