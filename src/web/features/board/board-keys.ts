import type { PageKeys } from '../../parts/page-keys.ts';

/** What the board answers to; the grid's own keys are in `grid/keyboard.ts`. */
export const BOARD_KEYS: PageKeys = {
  title: 'Board',
  rows: [
    ['Walk along and between technicians', '← → ↑ ↓'],
    ['Details of the visit', 'I'],
    ['Move to… (technician, time)', 'T'],
    ['Pick up, then arrows, Enter drops', 'Space'],
    ['Make longer or shorter', 'Shift ← →'],
    ['Take the technician off', 'Delete'],
    ['Open the job', 'Enter'],
    ['Menu of the visit or technician', 'Shift F10'],
    ['To the tray', 'U'],
    ['To the board', 'B'],
    ['Earlier, later day', '[ ]'],
    ['One more technician', 'Alt drag'],
  ],
};
