import type { Box } from './geometry.ts';

/** How near to an edge the pointer starts the scrolling, and how fast it can get, px and px per frame. */
const zone = 44;
const fastest = 18;

/** px to scroll in this frame, faster nearer to the edge; 0 outside the edges and in the middle. */
export function scrollStep(x: number, y: number, edges: Box): { dx: number; dy: number } {
  if (x < edges.left || x > edges.right || y < edges.top || y > edges.bottom) return { dx: 0, dy: 0 };
  return { dx: along(x, edges.left, edges.right), dy: along(y, edges.top, edges.bottom) };
}

function along(at: number, low: number, high: number): number {
  // On a board narrower than two zones the middle third stays calm.
  const reach = Math.min(zone, (high - low) / 3);
  const pull = at < low + reach ? at - low - reach : at > high - reach ? at - high + reach : 0;
  return Math.round((pull / reach) * fastest);
}

/** How long the pointer rests near an edge before the scrolling begins: on its way in from the tray it does not rest. */
export const restMs = 350;

/** The scrolling of one drag: begins when the pointer has been near an edge for a moment; leaving the edge begins anew. */
export class EdgeScroll {
  private since: number | null = null;

  /**
   * What to do in this frame.
   * @param nowMs a clock that only runs forward, such as that of the animation frame
   * @returns px to scroll; 'rests': near an edge, but not long enough yet; null away from every edge
   */
  step(at: { x: number; y: number }, edges: Box, nowMs: number): { dx: number; dy: number } | 'rests' | null {
    const step = scrollStep(at.x, at.y, edges);
    if (step.dx === 0 && step.dy === 0) {
      this.since = null;
      return null;
    }
    this.since ??= nowMs;
    return nowMs - this.since >= restMs ? step : 'rests';
  }
}
