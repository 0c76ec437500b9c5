import { barLabel, classOf, iconsOf } from './bar-look.ts';
import { barText, isSlim } from './bar-text.ts';
import { type Scale, xOf } from './geometry.ts';
import { type Track, trackBox } from './stacking.ts';
import type { AppointmentId, GridBar, GridTechnician, GridViewport, Theirs } from './types.ts';

/** Room for its edge, some of its colour and a sign: where a whole week is in view, an hour has 8 px. */
const leastPx = 14;
/** Where the next bar is as near. */
const fewestPx = 4;

/** What every painter needs to know. `stamp` grows whenever something in it makes painted bars wrong. */
export interface PaintContext {
  stamp: number;
  view: GridViewport;
  scale: Scale;
  /** The part of the axis whose bars are in the DOM. */
  inView: { start: number; end: number };
  formatTime: (ms: number) => string;
  formatTimes: (start: number, end: number) => string;
  selectedId: string | null;
  /** The bar in hand: its old place is dimmed. */
  heldId: string | null;
  /** Selected to be moved as one; in hand together while `heldToo` is the same. */
  picked: ReadonlySet<string>;
  heldToo: ReadonlySet<string>;
  /** The bar that holds the tab stop stays in the DOM even out of view, so that focus is never lost. */
  activeId: string | null;
  /** Initials of whoever moved a bar just now. */
  movers: Map<string, string>;
  /** By visit: who else has it in hand. */
  theirs: ReadonlyMap<AppointmentId, Theirs>;
  reasonOf: (technician: GridTechnician) => string | null;
}

/** Two elements per bar, reused: the bar and its bold part. Everything else is background and border. */
export class BarElement {
  readonly el = document.createElement('div');
  bar: GridBar | null = null;
  private readonly bold = document.createElement('b');
  private readonly rest = document.createTextNode('');
  private stamp = -1;
  private track: Track | null = null;
  private className = '';
  private mover = '';
  private chosen = false;
  private times = '';
  private slim = false;
  private until = 0;
  private top = -1;
  private height = -1;
  private hidden = false;

  constructor() {
    this.el.setAttribute('role', 'gridcell');
    this.el.tabIndex = -1;
    this.el.append(this.bold, this.rest);
  }

  /** @param until where the next bar begins: no room is taken from it */
  paint(bar: GridBar, track: Track, until: number, technician: GridTechnician, context: PaintContext): void {
    if (this.hidden) this.show(true);
    const fresh =
      this.bar !== bar ||
      this.stamp !== context.stamp ||
      this.until !== until ||
      !sameTrack(this.track, track);
    this.bar = bar;
    if (fresh) {
      this.stamp = context.stamp;
      this.track = track;
      this.until = until;
      this.place(bar, track, context);
      this.el.setAttribute('aria-label', barLabel(bar, technician, context.formatTime));
    }
    this.mark(context);
  }

  /** Selection and the hand change without a repaint of the lane. */
  mark(context: PaintContext): void {
    const { bar } = this;
    if (!bar) return;
    const selected = bar.id === context.selectedId;
    const picked = context.picked.has(bar.id);
    const held = bar.id === context.heldId || context.heldToo.has(bar.id);
    const theirs = context.theirs.get(bar.appointmentId);
    const lines = linesIn(this.track!, context.view.rowHeight);
    const name = `${classOf(bar)}${lines === 1 ? ' is-line' : ''}${this.slim ? ' is-slim' : ''}${selected ? ' is-selected' : ''}${picked ? ' is-picked' : ''}${held ? ' is-held' : ''}${theirs ? ' is-theirs' : ''}`;
    const mover = context.movers.get(bar.id) ?? theirs?.initials ?? '';
    if (mover !== this.mover) {
      this.mover = mover;
      if (mover === '') delete this.el.dataset.mover;
      else this.el.dataset.mover = mover;
    }
    const told = theirs?.sentence ?? null;
    if (told !== this.el.ariaDescription) this.el.ariaDescription = told;
    if (name === this.className) return;
    if (this.chosen !== (selected || picked)) {
      this.chosen = selected || picked;
      this.el.ariaSelected = this.chosen ? 'true' : null;
    }
    this.className = name;
    this.el.className = name;
  }

  hide(): void {
    this.bar = null;
    if (!this.hidden) this.show(false);
  }

  private place(bar: GridBar, track: Track, { scale, view, formatTimes }: PaintContext): void {
    // Cut at both ends of the axis: what hangs over would widen the scrolled area.
    const x = xOf(scale, Math.max(bar.start, scale.start));
    const least =
      this.until === Number.POSITIVE_INFINITY ? leastPx : Math.min(leastPx, xOf(scale, this.until) - x - 1);
    const width = Math.max(xOf(scale, Math.min(bar.end, scale.end)) - x - 1, least, fewestPx);
    this.slim = isSlim(width);
    const box = trackBox(track, view.rowHeight);
    const { style } = this.el;
    style.left = `${view.labelWidth + x}px`;
    style.width = `${width}px`;
    // Nearly every bar has its row to itself, and so the same box again when it is reused.
    if (this.top !== box.top || this.height !== box.height) {
      this.top = box.top;
      this.height = box.height;
      style.top = `${box.top}px`;
      style.height = `${box.height}px`;
    }
    const times = bar.flags.busy ? '' : formatTimes(bar.start, bar.end);
    const text = barText(barWords(bar), iconsOf(bar), width, linesIn(track, view.rowHeight), times);
    if (this.bold.textContent !== text.bold) this.bold.textContent = text.bold;
    if (this.rest.data !== text.rest) this.rest.data = text.rest;
    if (this.times !== text.times) {
      this.times = text.times;
      if (text.times === '') delete this.bold.dataset.times;
      else this.bold.dataset.times = text.times;
    }
  }

  private show(visible: boolean): void {
    this.hidden = !visible;
    this.el.hidden = !visible;
  }
}

const busyWords = { type: 'Busy', customer: '', street: '', number: '' };

export function barWords(bar: Pick<GridBar, 'flags' | 'text'>): GridBar['text'] {
  return bar.flags.busy ? busyWords : bar.text;
}

export function linesIn(track: Track, rowHeight: number): 1 | 2 {
  return track.of === 1 && rowHeight >= 40 ? 2 : 1;
}

function sameTrack(a: Track | null, b: Track): boolean {
  return a !== null && a.index === b.index && a.of === b.of;
}
