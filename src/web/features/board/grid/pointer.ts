import type { DragController } from './drag-controller.ts';
import type { FocusKeeper } from './focus-keeper.ts';
import { xOf } from './geometry.ts';
import type { GridView } from './grid-view.ts';
import type { BoardGridOptions, GridBar } from './types.ts';

/** How near to its end a bar is resized instead of moved, px; bars too short for both are only moved. */
const endPx = 6;
const shortestResizable = 30;

interface Parts {
  readonly view: GridView;
  readonly focus: FocusKeeper;
  readonly drag: DragController;
  readonly options: BoardGridOptions;
  readonly select: (barId: string | null) => void;
}

/** Mouse, pen and touch on the lanes: what they hit, and what that begins. */
export function listenToPointer({ view, focus, drag, options, select }: Parts): void {
  const { scroller } = view.parts;

  scroller.addEventListener('pointerdown', (event) => {
    if (drag.byKeyboard) drag.cancel();
    const hit = view.cellOf(event.target);
    if (!hit?.bar || event.button !== 0) return;
    // A finger scrolls the board; only a bar that was tapped before is moved by it (grid.css: touch-action).
    if (event.pointerType === 'touch' && hit.bar.id !== view.context.selectedId) return;
    event.preventDefault();
    focus.go({ laneId: hit.bar.technicianId, barId: hit.bar.id }, true);
    drag.press(hit.bar, gripAt(view, hit.bar, event.clientX), event);
  });

  scroller.addEventListener('pointermove', (event) => {
    if (event.buttons !== 0 || drag.inHand) return;
    const bar = view.cellOf(event.target)?.bar;
    const atEnd = bar ? gripAt(view, bar, event.clientX) !== 'move' && !bar.flags.busy : false;
    if (atEnd !== scroller.classList.contains('is-at-end')) scroller.classList.toggle('is-at-end', atEnd);
  });

  scroller.addEventListener('click', (event) => {
    const hit = view.cellOf(event.target);
    if (drag.swallowClick) drag.swallowClick = false;
    else if (hit?.bar) select(hit.bar.id);
    else if (hit && !hit.onHead) select(null);
  });

  scroller.addEventListener('dblclick', (event) => {
    const bar = view.cellOf(event.target)?.bar;
    if (bar && !bar.flags.busy) options.onOpen?.(bar.id);
  });

  scroller.addEventListener('contextmenu', (event) => {
    const bar = view.cellOf(event.target)?.bar;
    if (bar) options.onContextMenu?.(bar.id, event);
  });
}

function gripAt(view: GridView, bar: GridBar, clientX: number): 'move' | 'resizeStart' | 'resizeEnd' {
  const { scale } = view.context;
  const left = xOf(scale, bar.start);
  const right = xOf(scale, bar.end);
  const { at } = view.pointAt(clientX, 0, view.parts.scroller.getBoundingClientRect());
  if (right - left < shortestResizable) return 'move';
  if (at.x < left + endPx) return 'resizeStart';
  return at.x > right - endPx ? 'resizeEnd' : 'move';
}
