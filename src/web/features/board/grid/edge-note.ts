/** Kept clear of the screen's edges, px. */
const edgePx = 8;
/** Between the note and what it is about, px. */
const gapPx = 6;
/** Three lines and their frame: with less room below, the note stands above. */
const roomPx = 64;

/** Client px of what the note is about. */
export interface Beside {
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

/**
 * A box below (or above) something, from its left edge on, that never leaves the screen: a spacer that shrinks pushes
 * it back, so that nothing has to be measured while dragging; text wider than the screen wraps.
 */
export class EdgeNote {
  readonly layer = document.createElement('div');
  readonly box = document.createElement('div');
  private readonly spacer = document.createElement('span');
  private shown: Beside = { x: Number.NaN, top: Number.NaN, bottom: Number.NaN };

  constructor(className: string) {
    this.layer.className = 'tr-note';
    // The announcements and the names of the bars say the same to screen readers.
    this.layer.setAttribute('aria-hidden', 'true');
    this.box.className = className;
    this.layer.append(this.spacer, this.box);
  }

  /** @param room px the box may need below */
  place(beside: Beside, room = roomPx): void {
    const { shown, layer } = this;
    if (shown.x === beside.x && shown.top === beside.top && shown.bottom === beside.bottom) return;
    this.shown = beside;
    this.spacer.style.flexBasis = `${Math.max(0, Math.round(beside.x) - edgePx)}px`;
    const above = beside.bottom + gapPx + room > window.innerHeight;
    layer.style.top = above ? 'auto' : `${beside.bottom + gapPx}px`;
    layer.style.bottom = above ? `${window.innerHeight - beside.top + gapPx}px` : 'auto';
  }
}
