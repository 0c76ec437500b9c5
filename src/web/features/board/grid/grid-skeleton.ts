import { TimeHeader } from './time-header.ts';
import type { BoardGridOptions } from './types.ts';

const hoursHeight = 24;
const hatchSvg = `<svg xmlns="http://www.w3.org/2000/svg"><pattern id="tr-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path d="M.5 0V6"/></pattern></svg>`;

/** The grid's fixed elements; rows come and go inside `rows`. */
export interface Skeleton {
  readonly root: HTMLElement;
  readonly scroller: HTMLElement;
  readonly header: TimeHeader;
  readonly rows: HTMLElement;
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
  scroller.setAttribute('aria-label', `${options.label}, times in ${options.zone}`);
  const rows = box('tr-rows');
  rows.setAttribute('role', 'rowgroup');
  const nowLine = box('tr-now');
  rows.append(nowLine);
  scroller.append(header.el, rows);
  root.append(hatchPattern(), scroller);
  return { root, scroller, header, rows, nowLine, headHeight };
}

function box(className: string): HTMLElement {
  const el = document.createElement('div');
  el.className = className;
  return el;
}

/** Parsed, not innerHTML: the page's trusted-types and CSP stay as strict as they are. */
function hatchPattern(): Element {
  const parsed = new DOMParser().parseFromString(hatchSvg, 'image/svg+xml').documentElement;
  const svg = document.importNode(parsed, true);
  svg.setAttribute('class', 'tr-defs');
  svg.setAttribute('aria-hidden', 'true');
  return svg;
}
