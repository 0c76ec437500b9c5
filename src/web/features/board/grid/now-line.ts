import type { PaintContext } from './bar-element.ts';
import { xOf } from './geometry.ts';
import type { Skeleton } from './grid-skeleton.ts';

/** The line through all lanes at the present, and its flag among the hours. */
export class NowLine {
  now: number | null;
  private readonly parts: Pick<Skeleton, 'header' | 'nowLine'>;

  constructor(parts: Pick<Skeleton, 'header' | 'nowLine'>, now: number | null) {
    this.parts = parts;
    this.now = now;
  }

  paint({ scale, view, formatTime }: PaintContext): void {
    const { header, nowLine } = this.parts;
    const shown = this.now !== null && this.now >= scale.start && this.now < scale.end ? this.now : null;
    nowLine.hidden = shown === null;
    const x = shown === null ? null : xOf(scale, shown);
    if (x !== null) nowLine.style.left = `${view.labelWidth + x}px`;
    header.paintNow(x, shown === null ? '' : formatTime(shown), scale.days === null);
  }
}
