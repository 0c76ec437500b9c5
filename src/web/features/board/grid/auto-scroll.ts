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
