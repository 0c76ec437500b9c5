/** For tests of what is around the grid: one lane with a bar from 8:00, in UTC, and hands that do nothing. */
import { vi } from 'vitest';
import { instantFromMs } from '#domain/time.ts';
import { bar, technician } from './grid/board-grid.driver.ts';
import type { GridHostProps } from './grid-host.tsx';

export const hour = 3_600_000;
const none = () => null;

export const QUIET_GRID: Omit<GridHostProps, 'ref' | 'view' | 'first'> = {
  lanes: [{ head: technician(0), bars: [bar('a', 0, 8)] }],
  zone: 'UTC',
  times: null,
  now: instantFromMs(10 * hour),
  selectedBarId: null,
  picked: [],
  locked: undefined,
  corner: null,
  strip: null,
  preview: vi.fn(),
  laneState: none,
  onSelect: none,
  onPick: none,
  onOpen: none,
  onDrop: none,
  onDropOutside: none,
  onDragChange: none,
  onTheirs: none,
  onGroup: none,
};
