import { TimeHeader } from './time-header.ts';
import type { BoardGridOptions } from './types.ts';

const hoursHeight = 24;

/** The grid's fixed elements; rows come and go inside `rows`. */
export interface Skeleton {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  readonly header: TimeHeader;
  readonly rows: HTMLElement;
  /** The heads of all rows, at the left edge however far one scrolls. */
  readonly heads: HTMLElement;
  readonly nowLine: HTMLElement;
  /** Of the sticky head, px. */
  readonly headHeight: number;
}

export function buildSkeleton(options: BoardGridOptions): Skeleton {
  const stripHeight = options.stripHeight ?? 0;
  const header = new TimeHeader(stripHeight);
  const headHeight = hoursHeight + stripHeight;
  header.el.style.height = `${headHeight}px`;
  const root = box('tr-grid');
  const scroller = box('tr-scroll');
  scroller.setAttribute('role', 'grid');
  scroller.setAttribute('aria-multiselectable', 'true');
  scroller.setAttribute('aria-label', `${options.label}, times in ${options.zone}`);
  const rows = box('tr-rows');
  rows.setAttribute('role', 'rowgroup');
  const nowLine = box('tr-now');
  const heads = box('tr-heads');
  rows.append(heads, nowLine);
  scroller.append(header.el, rows);
  root.append(hatchPattern(), scroller);
  return { root, scroller, header, rows, heads, nowLine, headHeight };
}

function box(className: string): HTMLElement {
  const el = document.createElement('div');
  el.className = className;
  return el;
}

/** What `fill: url(#tr-hatch)` in rows.css points to. */
function hatchPattern(): SVGElement {
  const svg = svgElement('svg', { class: 'tr-defs', 'aria-hidden': 'true' });
  const size = { width: '6', height: '6', patternUnits: 'userSpaceOnUse' };
  const pattern = svgElement('pattern', { id: 'tr-hatch', ...size, patternTransform: 'rotate(45)' });
  pattern.append(svgElement('path', { d: 'M.5 0V6' }));
  svg.append(pattern);
  return svg;
}

export function svgElement<K extends keyof SVGElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
): SVGElementTagNameMap[K] {
  const el = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const key in attributes) el.setAttribute(key, attributes[key]!);
  return el;
}
