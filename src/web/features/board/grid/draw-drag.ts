import type { Dragging } from './drag-machine.ts';
import type { DragSession } from './drag-session.ts';
import { type Box, xOf } from './geometry.ts';
import type { Ghost } from './ghost.ts';
import type { GridView } from './grid-view.ts';

/** Shows a drag's state: snapped in its lane, or loose under the pointer while it is outside the lanes. */
export function drawDrag(ghost: Ghost, view: GridView, box: Box, drag: Dragging, session: DragSession): void {
  const { scale, formatTimes, view: size } = view.context;
  const { grip, place, at, origin } = drag;
  const left = box.left + size.labelWidth - view.left;
  const top = box.top + view.parts.headHeight - view.top;
  const span = place ?? grip;
  const width = Math.max(24, xOf(scale, span.end) - xOf(scale, span.start) - 1);
  ghost.say(width, place ? formatTimes(place.start, place.end) : '', session.consequences(drag));
  if (place) ghost.moveTo(left + xOf(scale, place.start), top + place.lane * size.rowHeight + 4);
  else ghost.moveTo(left + xOf(scale, grip.start) + at.x - origin.x, top + at.y - size.rowHeight / 2);
}
