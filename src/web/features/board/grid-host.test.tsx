import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { framesByHand } from '../../lib/frames.fixture.ts';
import { pointer, spot } from './grid/board-grid.driver.ts';
import { hour, QUIET_GRID } from './grid-host.driver.tsx';
import { GridHost } from './grid-host.tsx';

const paint = framesByHand();
afterEach(cleanup);

function open() {
  const onSelect = vi.fn();
  Object.defineProperties(HTMLElement.prototype, {
    clientWidth: { value: 1_200, configurable: true },
    clientHeight: { value: 664, configurable: true },
  });
  render(
    <GridHost
      {...QUIET_GRID}
      ref={null}
      view={{ start: 7 * hour, end: 19 * hour, pxPerHour: 100, rowHeight: 40, labelWidth: 200 }}
      first={{ at: 7 * hour, share: 0 }}
      onSelect={onSelect}
    />,
  );
  paint();
  const cell = screen.getByRole('gridcell');
  const click = () => pointer('click', cell, spot(0, 8.5));
  return { cell, click, onSelect };
}

it('a click marks the bar at once, and what it opens is asked for after the frame', () => {
  const { cell, click, onSelect } = open();
  click();
  expect(cell.className).toContain('is-selected');
  expect(onSelect).not.toHaveBeenCalled();
  paint();
  expect(onSelect).toHaveBeenCalledWith('a');
});

it('a key right after a click acts on what the click opens, an arrow goes on without it', () => {
  const { cell, click, onSelect } = open();
  click();
  fireEvent.keyDown(cell, { key: 'ArrowRight' });
  expect(onSelect).not.toHaveBeenCalled();
  fireEvent.keyDown(cell, { key: 'm' });
  expect(onSelect).toHaveBeenCalledWith('a');
});

it('Escape right after a click takes it back: nothing is opened, the mark is gone', () => {
  const { cell, click, onSelect } = open();
  click();
  fireEvent.keyDown(cell, { key: 'Escape' });
  paint();
  expect(onSelect).not.toHaveBeenCalled();
  expect(cell.className).not.toContain('is-selected');
});
