import type { DragController } from './drag-controller.ts';
import type { FocusKeeper } from './focus-keeper.ts';
import { xOf } from './geometry.ts';
import type { GridView } from './grid-view.ts';
import { drawLasso } from './lasso.ts';
import { keepFromScrolling, onLongPress } from './long-press.ts';
import type { Picking } from './picking.ts';
import type { BoardGridOptions, GridBar } from './types.ts';

/** How near to its end a bar is resized instead of moved, px; bars too short for both are only moved. */
const endPx = 6;
/** A fingertip is wider; and it has to have tapped the bar before, or half of every bar would be its ends. */
const fingerEndPx = 16;
const shortestResizable = 30;

interface Parts {
  readonly view: GridView;
  readonly focus: FocusKeeper;
  readonly drag: DragController;
  readonly picking: Picking;
  readonly options: BoardGridOptions;
  readonly select: (barId: string | null) => void;
}

/** Mouse, pen and touch on the lanes: what they hit, and what that begins. */
export function listenToPointer({ view, focus, drag, picking, options, select }: Parts): void {
  const { scroller } = view.parts;

  scroller.addEventListener('pointerdown', (event) => {
    if (drag.byKeyboard) drag.cancel();
    drag.swallowClick = false;
    const hit = view.cellOf(event.target);
    if (!hit || event.button !== 0) return;
    if (!hit.bar) {
      if (hit.onHead || hit.row.technician?.group || !event.shiftKey || event.pointerType === 'touch') return;
      // The board's text would be marked.
      event.preventDefault();
      drawLasso(view, picking, event, () => {
        drag.swallowClick = true;
      });
      return;
    }
    const { bar } = hit;
    const focusIt = () => focus.go({ laneId: bar.technicianId, barId: bar.id });
    if (event.pointerType === 'touch') {
      onLongPress(event, () => {
        focusIt();
        const grip = gripOfFinger(view, bar, event.clientX);
        drag.pickUpByTouch(bar, grip, event, () => picking.toggle(bar));
      });
      return;
    }
    event.preventDefault();
    focusIt();
    drag.press(bar, gripAt(view, bar, event.clientX, endPx), event);
  });
  keepFromScrolling(scroller, () => drag.inHand);
  // The menu of the page would open under a finger that rests longer than it takes to pick up.
  scroller.addEventListener(
    'touchstart',
    (event) => {
      if (view.cellOf(event.target)?.bar && !options.locked) event.stopPropagation();
    },
    { passive: true },
  );

  scroller.addEventListener('pointermove', (event) => {
    if (event.buttons !== 0 || drag.inHand) return;
    const bar = view.cellOf(event.target)?.bar;
    const free = bar && !bar.flags.busy && !options.locked;
    const atEnd = free ? gripAt(view, bar, event.clientX, endPx) !== 'move' : false;
    if (atEnd !== scroller.classList.contains('is-at-end')) scroller.classList.toggle('is-at-end', atEnd);
  });

  scroller.addEventListener('click', (event) => {
    const hit = view.cellOf(event.target);
    const lane = hit?.row.technician;
    if (drag.swallowClick) drag.swallowClick = false;
    else if (lane?.group) {
      focus.go({ laneId: lane.id, barId: null });
      options.onGroup?.(lane.id, null);
    } else if (hit?.bar && (event.ctrlKey || event.metaKey || addsByTap(event, picking)))
      picking.toggle(hit.bar);
    else if (hit?.bar && event.shiftKey) picking.through(hit.bar);
    else if (hit?.bar) {
      picking.clear();
      select(hit.bar.id);
    } else if (hit && !hit.onHead && !event.shiftKey) {
      picking.clear();
      select(null);
    }
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

/** A finger has neither Ctrl nor a frame: it rests on the first and lets go, then taps the others. */
const addsByTap = (event: MouseEvent, picking: Picking): boolean =>
  picking.ids.size > 0 && 'pointerType' in event && event.pointerType === 'touch';

type Grip = 'move' | 'resizeStart' | 'resizeEnd';

function gripOfFinger(view: GridView, bar: GridBar, clientX: number): Grip {
  return bar.id === view.context.selectedId ? gripAt(view, bar, clientX, fingerEndPx) : 'move';
}

function gripAt(view: GridView, bar: GridBar, clientX: number, ends: number): Grip {
  const { scale } = view.context;
  const left = xOf(scale, bar.start);
  const right = xOf(scale, bar.end);
  const { at } = view.pointAt(clientX, 0, view.parts.scroller.getBoundingClientRect());
  if (right - left < Math.max(shortestResizable, 3 * ends)) return 'move';
  if (at.x < left + ends) return 'resizeStart';
  return at.x > right - ends ? 'resizeEnd' : 'move';
}
