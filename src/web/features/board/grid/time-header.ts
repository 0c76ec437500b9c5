import { hourTicks, type Scale, xOf } from './geometry.ts';
import type { Span } from './types.ts';

/** How far the now flag reaches to each side, and an hour's text to its right, px: measuring would force a layout. */
const FLAG_PX = 28;
const HOUR_PX = 40;

/** The sticky head: corner, the host's strip, hour labels in view, the now flag. */
export class TimeHeader {
  readonly el = document.createElement('div');
  readonly corner = document.createElement('div');
  readonly strip = document.createElement('div');
  private readonly hours = document.createElement('div');
  private readonly labels: HTMLElement[] = [];
  /** Where each label stands, px. */
  private readonly at: number[] = [];
  private readonly flag = document.createElement('div');
  /** Where the flag stands, px. */
  private now: number | null = null;

  constructor(stripHeight: number) {
    this.el.className = 'tr-head';
    // Times are in every bar's label; columns of hours would only be noise to a screen reader.
    this.hours.setAttribute('aria-hidden', 'true');
    this.flag.setAttribute('aria-hidden', 'true');
    this.corner.className = 'tr-corner';
    this.strip.className = 'tr-strip';
    this.strip.style.height = `${stripHeight}px`;
    this.hours.className = 'tr-hours';
    this.flag.className = 'tr-now-flag';
    this.flag.hidden = true;
    this.hours.append(this.flag);
    this.el.append(this.corner, this.strip, this.hours);
  }

  paintHours(scale: Scale, inView: Span, formatHour: (ms: number) => string): void {
    const ticks = hourTicks(scale, inView.start, inView.end);
    for (let i = 0; i < ticks.length; i++) {
      let label = this.labels[i];
      if (!label) {
        label = document.createElement('span');
        this.labels.push(label);
        this.hours.append(label);
      }
      label.hidden = false;
      const x = xOf(scale, ticks[i]!);
      this.at[i] = x;
      label.style.left = `${x}px`;
      const isDay = scale.days?.some(({ start }) => start === ticks[i]) ?? false;
      if (label.classList.contains('is-day') !== isDay) label.classList.toggle('is-day', isDay);
      label.textContent = formatHour(ticks[i]!);
    }
    for (let i = ticks.length; i < this.labels.length; i++) this.labels[i]!.hidden = true;
    this.giveWay();
  }

  /** @param hasFlag false: the line alone (a week) */
  paintNow(x: number | null, text: string, hasFlag: boolean): void {
    this.now = hasFlag ? x : null;
    this.giveWay();
    this.flag.hidden = x === null;
    if (x === null) return;
    this.flag.style.left = `${x}px`;
    this.flag.textContent = text;
  }

  /** Half an hour's text beside the flag reads as another time: "8 8:32 AM". */
  private giveWay(): void {
    const { now } = this;
    for (let i = 0; i < this.labels.length; i++) {
      const at = this.at[i]!;
      const isCovered = now !== null && at < now + FLAG_PX && at + HOUR_PX > now - FLAG_PX;
      const { classList } = this.labels[i]!;
      if (classList.contains('is-covered') !== isCovered) classList.toggle('is-covered', isCovered);
    }
  }
}
