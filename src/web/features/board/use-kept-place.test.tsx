import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useRef } from 'react';
import { afterEach, expect, it } from 'vitest';
import type { GridViewport } from './grid/types.ts';
import { hour, QUIET_GRID } from './grid-host.driver.tsx';
import { type GridHandle, GridHost } from './grid-host.tsx';
import { useKeptPlace } from './use-kept-place.ts';

afterEach(cleanup);

function Board({
  day,
  from,
  pxPerHour,
  rowHeight,
}: Omit<GridViewport, 'start' | 'end' | 'labelWidth'> & { day: string; from: number }) {
  const handle = useRef<GridHandle>(null);
  const kept = useKeptPlace(handle, day);
  return (
    <GridHost
      {...QUIET_GRID}
      ref={handle}
      view={{ start: from * hour, end: 24 * hour, pxPerHour, rowHeight, labelWidth: 200 }}
      first={kept ?? { at: 8 * hour, share: 0 }}
    />
  );
}
const scroller = () => screen.getByRole('grid');
const monday = { day: 'monday', from: 0, pxPerHour: 100, rowHeight: 40 } as const;
const USUAL = 8 * 100 - 24;

/** The board scrolled to 13:00 and the third lane, and the page loaded anew. */
function leave() {
  render(<Board {...monday} />);
  Object.assign(scroller(), { scrollLeft: 13 * 100, scrollTop: 3 * 40 });
  fireEvent.scroll(scroller());
  const { scrollRestorationId } = scroller().dataset;
  fireEvent(window, new Event('pagehide'));
  cleanup();
  return scrollRestorationId;
}

it('after a reload the same time stands at the left and the same lane at the top, whatever the zoom and the first hour', () => {
  const former = leave();
  render(<Board day="monday" from={6} pxPerHour={60} rowHeight={56} />);
  expect(scroller().scrollLeft).toBeCloseTo((13 - 6) * 60, 0);
  expect(scroller().scrollTop).toBe(3 * 56);
  // The router would scroll it to the former pixels by this name.
  expect(scroller().dataset.scrollRestorationId).not.toBe(former);
});

it('another day opens at its usual start, and so does the same one the next time', () => {
  leave();
  render(<Board {...monday} day="tuesday" />);
  expect(scroller().scrollLeft).toBe(USUAL);
  cleanup();
  render(<Board {...monday} />);
  expect(scroller().scrollLeft).toBe(USUAL);
});
