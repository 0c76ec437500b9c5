import { EdgeScroll } from './auto-scroll.ts';
import type { GridView } from './grid-view.ts';
import type { Corner, Picking } from './picking.ts';

/** Shorter than this nothing was drawn, px. */
const threshold = 4;

/**
 * A frame drawn with Shift on the empty board, from where `event` pressed: what it touches is selected. Held near an
 * edge, the board scrolls under it and the frame grows.
 */
export function drawLasso(view: GridView, picking: Picking, event: PointerEvent, done: () => void): void {
  const { scroller, rows } = view.parts;
  const box = scroller.getBoundingClientRect();
  const lanes = {
    left: box.left + view.context.view.labelWidth,
    top: box.top + view.parts.headHeight,
    right: box.right,
    bottom: box.bottom,
  };
  const edges = new EdgeScroll();
  let client = { x: event.clientX, y: event.clientY };
  let frameId = 0;
  const at = (): Corner => view.pointAt(client.x, client.y, box).at;
  const from = at();
  let to = from;
  const frame = document.createElement('div');
  frame.className = 'tr-lasso';
  const isDrawn = () => Math.hypot(to.x - from.x, to.y - from.y) >= threshold;

  const draw = () => {
    to = at();
    if (!frame.isConnected && isDrawn()) rows.append(frame);
    const { style } = frame;
    style.left = `${view.context.view.labelWidth + Math.max(0, Math.min(from.x, to.x))}px`;
    style.top = `${Math.max(0, Math.min(from.y, to.y))}px`;
    style.width = `${Math.abs(to.x - from.x)}px`;
    style.height = `${Math.abs(to.y - from.y)}px`;
  };
  const scrollAtEdge = (frameMs: number) => {
    frameId = 0;
    const step = isDrawn() ? edges.step(client, lanes, frameMs) : null;
    if (step === null) return;
    if (step !== 'rests' && view.scrollBy(step.dx, step.dy)) draw();
    // A pointer at rest sends no events: the next frame looks again.
    watchEdges();
  };
  const watchEdges = () => {
    if (frameId === 0) frameId = requestAnimationFrame(scrollAtEdge);
  };
  const onMove = (next: PointerEvent) => {
    if (next.pointerId !== event.pointerId) return;
    client = { x: next.clientX, y: next.clientY };
    draw();
    watchEdges();
  };
  const onUp = (next: PointerEvent) => {
    if (next.pointerId !== event.pointerId) return;
    stop();
    if (!isDrawn()) return;
    picking.within(from, to);
    done();
  };
  const onKey = (key: KeyboardEvent) => {
    if (key.key !== 'Escape') return;
    key.preventDefault();
    key.stopPropagation();
    stop();
    done();
  };
  const change = (name: 'addEventListener' | 'removeEventListener') => {
    window[name]('pointermove', onMove as EventListener);
    window[name]('pointerup', onUp as EventListener);
    window[name]('pointercancel', stop);
    window[name]('keydown', onKey as EventListener, true);
    scroller[name]('scroll', draw);
  };
  const stop = () => {
    change('removeEventListener');
    cancelAnimationFrame(frameId);
    frame.remove();
  };
  change('addEventListener');
}
