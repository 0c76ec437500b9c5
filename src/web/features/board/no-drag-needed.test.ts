/**
 * WCAG 2.5.7: whatever is dragged on the board can be done with single presses of a pointer, too. Each source of
 * drags stands here with its other way; a file that begins to listen to a moving pointer fails until it has one.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

const WEB = fileURLToPath(new URL('../../', import.meta.url));
const read = (path: string) => readFileSync(join(WEB, path), 'utf8');

/** What begins a drag → what is dragged, and where the way without dragging is made. */
const WAYS: Readonly<
  Record<string, readonly { readonly drag: string; readonly file: string; readonly way: string }[]>
> = {
  'features/board/grid/drag-controller.ts': [
    { drag: 'a bar to a time or a technician', file: 'features/board/board-menu.ts', way: 'Move to…' },
    { drag: 'the end of a bar', file: 'parts/appointment-drawer/times-form.tsx', way: 'Save times' },
    { drag: 'a bar into the tray', file: 'features/board/board-menu.ts', way: 'Take off' },
    { drag: 'several bars', file: 'features/board/arrange/count-bar.tsx', way: 'Move by…' },
    { drag: 'several bars to one', file: 'features/board/arrange/count-bar.tsx', way: 'Give to…' },
    { drag: 'one more technician (Alt)', file: 'features/board/board-menu.ts', way: 'Add technician…' },
    { drag: 'a bar into a holding lane', file: 'features/board/board-menu.ts', way: 'Park in…' },
  ],
  'features/board/grid/hand-listeners.ts': [
    { drag: 'the same, while it lasts', file: 'features/board/board-menu.ts', way: 'Move to…' },
  ],
  'features/board/grid/pointer.ts': [
    { drag: 'a frame around bars', file: 'features/board/board-menu.ts', way: "'Select'" },
  ],
  'features/board/grid/lasso.ts': [
    { drag: 'a frame, by finger', file: 'features/board/grid/pointer.ts', way: 'addsByTap' },
  ],
  'features/board/tray/use-tray-drag.ts': [
    { drag: 'a card to a lane', file: 'features/board/tray/tray.tsx', way: 'Move to…' },
  ],
  'features/board/map/use-map-drag.ts': [
    { drag: 'a visit from the map to a round', file: 'features/board/map/map-menu.ts', way: 'Move to…' },
  ],
  'features/board/map/map-canvas.tsx': [
    { drag: 'the map itself', file: 'features/board/map/map-canvas.tsx', way: 'Show all of the day' },
  ],
  'ui/split-pane.tsx': [{ drag: 'the edge of the tray', file: 'ui/split-pane.tsx', way: 'afterClick' }],
};

/** Wait for a press to become something else, for a hand that rests, or for any sign of life; drag nothing. */
const NO_DRAG = [
  'features/board/grid/hover-card.ts',
  'features/board/grid/long-press.ts',
  'features/board/moves/use-adding-key.ts',
  'features/board/notices/use-roll-over.ts',
];

function draggingFiles(): string[] {
  return ['features/board', 'ui', 'parts'].flatMap((folder) =>
    readdirSync(join(WEB, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/\.(test|driver|fixture)\.|\.css$|\.md$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name).slice(WEB.length).split(sep).join('/'))
      .filter((path) => /pointermove|onPointerMove|setPointerCapture/.test(read(path))),
  );
}

it('every source of drags on the board has a way without dragging', () => {
  expect(
    draggingFiles()
      .filter((path) => !NO_DRAG.includes(path))
      .sort(),
  ).toEqual(Object.keys(WAYS).sort());
});

it.each(Object.values(WAYS).flat())('$drag: there is “$way”', ({ file, way }) => {
  expect(read(file)).toContain(way);
});
