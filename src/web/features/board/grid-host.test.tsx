import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, expect, it, vi } from 'vitest';
import { instantFromMs } from '#domain/time.ts';
import { framesByHand } from '../../lib/frames.fixture.ts';
import { bar, pointer, spot, technician } from './grid/board-grid.driver.ts';
import { GridHost } from './grid-host.tsx';

const hour = 3_600_000;
const paint = framesByHand();
afterEach(cleanup);

function open() {
  const onSelect = vi.fn();
  const none = () => null;
  Object.defineProperties(HTMLElement.prototype, {
    clientWidth: { value: 1_200, configurable: true },
    clientHeight: { value: 664, configurable: true },
  });
  render(
    <GridHost
      ref={null}
      lanes={[{ head: technician(0), bars: [bar('a', 0, 8)] }]}
      view={{ start: 7 * hour, end: 19 * hour, pxPerHour: 100, rowHeight: 40, labelWidth: 200 }}
      zone="UTC"
      times={null}
      now={instantFromMs(10 * hour)}
      selectedBarId={null}
      picked={[]}
      locked={undefined}
      first={{ at: 7 * hour, share: 0 }}
      corner={null}
      strip={null}
      preview={vi.fn()}
      laneState={none}
      onSelect={onSelect}
      onPick={none}
      onOpen={none}
      onDrop={none}
      onDropOutside={none}
      onDragChange={none}
      onTheirs={none}
      onGroup={none}
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
