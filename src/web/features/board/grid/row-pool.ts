import { RowElement } from './row-element.ts';

/** The rows that are in the DOM, by the number of the lane they show; the others wait to be used again. */
export class RowPool {
  readonly shown = new Map<number, RowElement>();
  private readonly free: RowElement[] = [];
  private ordering: ReturnType<typeof setTimeout> | undefined;
  private readonly host: HTMLElement;
  private readonly heads: HTMLElement;

  /** @param heads in `host`, of all its rows */
  constructor(host: HTMLElement, heads: HTMLElement) {
    this.host = host;
    this.heads = heads;
  }

  take(index: number, rowHeight: number): RowElement {
    let row = this.free.pop();
    if (!row) {
      row = new RowElement();
      this.host.append(row.el);
      this.heads.append(row.headRow);
    }
    this.shown.set(index, row);
    row.moveTo(index, rowHeight);
    return row;
  }

  release(index: number, row: RowElement): void {
    this.shown.delete(index);
    this.free.push(row);
  }

  hideFree(): void {
    for (const row of this.free) if (!row.el.hidden) row.hide();
  }

  /** Pooled rows are in the order of their making; screen readers get the order of the board, each head before its lane. */
  orderSoon(): void {
    clearTimeout(this.ordering);
    this.ordering = setTimeout(() => {
      const inOrder = [...this.shown.values()].sort((a, b) => a.index - b.index);
      this.host.setAttribute('aria-owns', inOrder.flatMap((row) => [row.headRow.id, row.el.id]).join(' '));
    }, 200);
  }

  destroy(): void {
    clearTimeout(this.ordering);
  }
}
