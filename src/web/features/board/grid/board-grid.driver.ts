/* Drives a real grid in jsdom for the tests beside it. Imported by tests only. */

import { afterEach, beforeEach, vi } from 'vitest';
import { createBoardGrid } from './board-grid.ts';
import type { BoardGrid, BoardGridOptions, Drop, GridBar, GridTechnician } from './types.ts';

export const hour = 3_600_000;
const names = ['Ana Reyes', 'Sam Kowalski', 'Priya Nair', 'Tom Becker'];
const formatTime = (ms: number) =>
  `${Math.floor(ms / hour)}:${String((ms % hour) / 60_000).padStart(2, '0')}`;

export function technician(id: number): GridTechnician {
  return {
    id,
    name: names[id] ?? `Technician ${id}`,
    detail: 'HVAC · North',
    loadPercent: 50,
    note: null,
    shifts: [{ start: 8 * hour, end: 17 * hour }],
    off: [],
  };
}

export function bar(id: string, technicianId: number, from: number, hours = 1): GridBar {
  return {
    id,
    appointmentId: `appointment ${id}`,
    technicianId,
    start: from * hour,
    end: (from + hours) * hour,
    windowStart: 8 * hour,
    windowEnd: 10 * hour,
    travelMinutes: 15,
    status: 'scheduled',
    flags: {},
    text: { type: id, customer: 'Lopez', street: '12 Main St', number: '#1042' },
  };
}

export let grid: BoardGrid;
export let said: string[];
export let drops: Drop[];

/** A board of 1,200 × 664 px (26 px of it head), 100 px per hour from 7:00, rows of 40 px. */
export function open(
  technicians: number,
  bars: readonly GridBar[],
  options: Partial<BoardGridOptions> = {},
): BoardGrid {
  const host = document.createElement('div');
  Object.defineProperties(host, { clientWidth: { value: 1_200 }, clientHeight: { value: 664 } });
  document.body.append(host);
  grid = createBoardGrid(host, {
    label: 'Dispatch board',
    view: { start: 7 * hour, end: 19 * hour, pxPerHour: 100, rowHeight: 40, labelWidth: 200 },
    now: 10 * hour,
    zone: 'America/Los_Angeles',
    formatHour: formatTime,
    formatTime,
    formatTimes: (start, end) => `${formatTime(start)}–${formatTime(end)}`,
    announce: (text) => said.push(text),
    onDrop: (drop) => {
      drops.push(drop);
      const before = drop.barId === null ? null : grid.bar(drop.barId);
      const { start, end } = drop;
      if (before)
        grid.applyChanges({ upsert: [{ ...before, technicianId: drop.toTechnicianId, start, end }] });
    },
    ...options,
  });
  grid.scroller.getBoundingClientRect = () =>
    ({ left: 0, top: 0, right: 1_200, bottom: 664, width: 1_200, height: 664 }) as DOMRect;
  grid.scroller.setPointerCapture = () => {};
  grid.setData(
    Array.from({ length: technicians }, (_, id) => technician(id)),
    bars,
  );
  return grid;
}

/** jsdom's window has no PointerEvent under Vitest. */
export class Pointer extends MouseEvent {
  readonly pointerId: number;
  readonly pointerType: string;
  constructor(type: string, init: MouseEventInit & { pointerId: number; pointerType?: string }) {
    super(type, init);
    this.pointerId = init.pointerId;
    this.pointerType = init.pointerType ?? 'mouse';
  }
}

export const el = (barId: string) => grid.elementOf(barId)!;
export const focused = () => document.activeElement?.getAttribute('aria-label') ?? null;
/** Client position of a time in a lane. */
export const spot = (lane: number, hours: number) => ({
  clientX: 200 + (hours - 7) * 100,
  clientY: 24 + lane * 40 + 20,
});

export function pointer(
  type: string,
  target: EventTarget,
  where: { clientX: number; clientY: number },
): void {
  target.dispatchEvent(
    new Pointer(type, { bubbles: true, cancelable: true, pointerId: 1, buttons: 1, ...where }),
  );
}

export function finger(
  type: string,
  target: EventTarget,
  where: { clientX: number; clientY: number },
  pointerId = 7,
): void {
  const init = { bubbles: true, cancelable: true, pointerId, pointerType: 'touch', buttons: 1, ...where };
  target.dispatchEvent(new Pointer(type, init));
}

export function press(key: string, init: KeyboardEventInit = {}): void {
  document.activeElement?.dispatchEvent(
    new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...init }),
  );
}

/** Registers a fresh page for each test of the file. */
export function freshPage(): void {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal(
      'ResizeObserver',
      class {
        observe() {}
        disconnect() {}
      },
    );
    said = [];
    drops = [];
  });
  afterEach(() => {
    grid.destroy();
    document.body.replaceChildren();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
}
