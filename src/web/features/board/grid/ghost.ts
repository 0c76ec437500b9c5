import { linesIn } from './bar-element.ts';
import { classOf, iconsOf } from './bar-look.ts';
import { barText } from './bar-text.ts';
import { EdgeNote } from './edge-note.ts';
import type { Consequences, GridBar } from './types.ts';

/** What the ghost shows of the bar in hand. */
export type GhostBar = Pick<GridBar, 'status' | 'flags' | 'text'>;

/** Several in hand are told by their number; `first` is the one that was taken. */
export function lookOf(first: GhostBar, visits: number): GhostBar {
  if (visits < 2) return first;
  return { ...first, text: { ...first.text, customer: `${visits} visits`, street: '', number: '' } };
}

/**
 * The bar in hand, on a layer of its own over the page (it may come from, or go to, the tray). Moving it
 * is one transform; text is only written when what it says changes.
 */
export class Ghost {
  private readonly el = document.createElement('div');
  private readonly bar = document.createElement('div');
  private readonly bold = document.createElement('b');
  private readonly time = document.createElement('span');
  private readonly why = new EdgeNote('tr-why');
  private readonly worst = document.createElement('b');
  private readonly others = document.createElement('span');
  private transform = '';
  private look: GhostBar | null = null;
  private rowHeight = 0;

  constructor() {
    this.el.className = 'tr-drag';
    // The announcements say the same to screen readers.
    this.el.setAttribute('aria-hidden', 'true');
    this.time.className = 'tr-drag-time';
    this.bar.append(this.bold, this.time);
    this.why.box.append(this.worst, this.others);
    this.el.append(this.bar);
  }

  show(look: GhostBar, rowHeight: number): void {
    this.look = look;
    this.rowHeight = rowHeight;
    this.transform = '';
    this.bar.className = `${classOf(look)} is-ghost${linesIn(whole, rowHeight) === 1 ? ' is-line' : ''}`;
    this.bar.style.height = `${rowHeight - 8}px`;
    document.body.append(this.el, this.why.layer);
  }

  /** Size, time at the edge and consequences, when the candidate changed. */
  say(width: number, time: string, consequences: Consequences): void {
    if (!this.look) return;
    const lines = linesIn(whole, this.rowHeight);
    const text = barText(this.look.text, iconsOf(this.look), width, 1);
    this.bar.style.width = `${width}px`;
    write(this.bold, lines === 1 ? '' : text.bold);
    write(this.time, time);
    const [worst = '', ...others] = consequences.lines;
    write(this.worst, worst);
    write(this.others, others.length > 0 ? ` · ${others.join(' · ')}` : '');
    this.el.dataset.severity = consequences.severity;
    this.why.layer.dataset.severity = consequences.severity;
    this.why.layer.hidden = worst === '';
  }

  /** Client position of the bar's left top; the line under it stays on the screen. */
  moveTo(x: number, y: number): void {
    if (!this.why.layer.hidden) this.why.place({ x, top: y, bottom: y + this.rowHeight - 8 });
    const transform = `translate(${x}px, ${y}px)`;
    if (transform === this.transform) return;
    this.transform = transform;
    this.el.style.transform = transform;
  }

  hide(): void {
    this.look = null;
    this.el.remove();
    this.why.layer.remove();
  }
}

const whole = { index: 0, of: 1 };

function write(el: HTMLElement, text: string): void {
  if (el.textContent !== text) el.textContent = text;
}
