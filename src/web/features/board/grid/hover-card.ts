import { statusWords } from './bar-look.ts';
import { EdgeNote } from './edge-note.ts';
import type { GridView } from './grid-view.ts';
import type { GridBar, GridTechnician } from './types.ts';

/** Long enough that a pointer on its way across the board opens nothing. */
const restMs = 450;
/** Six lines and their frame, px. */
const roomPx = 124;

/** What a bar has no room to say, beside it while the pointer rests on it or the keyboard is there. */
export class HoverCard {
  private readonly note = new EdgeNote('tr-card');
  private readonly lines = Array.from({ length: 6 }, () => document.createElement('div'));
  private timer: ReturnType<typeof setTimeout> | undefined;
  private of: GridBar | null = null;
  private readonly view: GridView;
  private readonly inHand: () => boolean;

  constructor(view: GridView, inHand: () => boolean) {
    this.view = view;
    this.inHand = inHand;
    this.listen();
  }

  private listen(): void {
    const { scroller } = this.view.parts;
    const hide = () => this.hide();
    const meet = (target: EventTarget | null) => {
      const hit = this.view.cellOf(target);
      if (!hit?.bar || hit.bar.flags.busy || this.inHand()) hide();
      else if (hit.bar !== this.of) this.show(hit.bar, hit.row.technician!, target as Element);
    };
    scroller.addEventListener('pointerover', (event) => {
      if (event.pointerType !== 'touch' && event.buttons === 0) meet(event.target);
    });
    scroller.addEventListener('focusin', ({ target }) => {
      if (target instanceof Element && target.matches(':focus-visible')) meet(target);
    });
    for (const name of ['pointerleave', 'pointerdown', 'scroll', 'focusout', 'keydown'])
      scroller.addEventListener(name, hide, { passive: true });
    // A press gives the bar the focus, which asks for its card: once the hand moves, it would lie over what is in it.
    scroller.addEventListener('pointermove', ({ buttons }) => buttons !== 0 && hide(), { passive: true });
  }

  private show(bar: GridBar, technician: GridTechnician, target: Element): void {
    this.hide();
    this.of = bar;
    this.timer = setTimeout(() => {
      const el = target.closest('.tr-bar');
      // Painted anew meanwhile, perhaps for somebody else's bar.
      if (!el?.isConnected || this.view.cellOf(el)?.bar !== bar) return;
      const { formatTimes, theirs } = this.view.context;
      const held = theirs.get(bar.appointmentId)?.sentence;
      const texts = [...cardLines(bar, technician, formatTimes), ...(held ? [held] : [])];
      this.note.box.replaceChildren(...this.lines.slice(0, texts.length));
      this.lines.forEach((line, at) => {
        line.textContent = texts[at] ?? '';
      });
      const { left, top, bottom } = el.getBoundingClientRect();
      const { labelWidth } = this.view.context.view;
      const lanes = this.view.parts.scroller.getBoundingClientRect().left + labelWidth;
      this.note.place({ x: Math.max(left, lanes), top, bottom }, roomPx);
      document.body.append(this.note.layer);
    }, restMs);
  }

  /** What it tells of has changed or is gone. */
  dataChanged(barOf: (id: string) => GridBar | null): void {
    if (this.of && barOf(this.of.id) !== this.of) this.hide();
  }

  hide(): void {
    clearTimeout(this.timer);
    this.of = null;
    this.note.layer.remove();
  }
}

/** Customer; job; where; when and what was promised; status, who, and since when they are or were there. */
export function cardLines(
  bar: GridBar,
  technician: GridTechnician,
  formatTimes: (start: number, end: number) => string,
): string[] {
  const { customer, type, street, number } = bar.text;
  const { windowStart, windowEnd, worked } = bar;
  const promised =
    windowStart === undefined || windowEnd === undefined
      ? ''
      : `, window ${formatTimes(windowStart, windowEnd)}`;
  return [
    customer,
    [type, number].filter(Boolean).join(' '),
    street,
    `${formatTimes(bar.start, bar.end)}${promised}`,
    `${statusWords(bar)}, ${technician.name}${worked ? `, there ${formatTimes(worked.start, worked.end)}` : ''}`,
  ];
}
