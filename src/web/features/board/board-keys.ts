import type { PageKeys } from '../../parts/page-keys.ts';

/** What the board answers to; the grid's own keys are in `grid/keyboard.ts`. */
export const BOARD_KEYS: PageKeys = {
  title: 'Board',
  rows: [
    ['Walk along and between technicians', '← → ↑ ↓'],
    ['Details of the visit', 'I'],
    ['Move to… (technician, time)', 'T'],
    ['Park the visit, or all selected, in a holding lane…', 'P'],
    ['In the tray: suggest a technician', 'S'],
    ['Pick up, then arrows, Enter drops', 'Space'],
    ['Make longer or shorter', 'Shift ← →'],
    ['Select one more, all of the lane, none', 'X, Ctrl A, Esc'],
    ['Take the technician off, or out of the lane', 'Delete'],
    ['Open the job', 'Enter'],
    ['Menu of the visit or technician', 'Shift F10'],
    ['To the tray', 'U'],
    ['To the board', 'B'],
    ['In hand: to the same time of another day', 'Ctrl ← →'],
    ['Open, close a group of technicians', '→ ←'],
    ['Zoom; past the day comes the week', '+ −, Ctrl wheel'],
    ['Earlier, later day or week', '[ ]'],
    ['As it stood at a past minute, and back', 'H'],
    ['Draft boards', 'D'],
    ['Free time by skill', 'F'],
    ['Optimise what is shown', 'O'],
    ['There: the change before, the next one', ', .'],
    ['One more technician', 'Alt drag'],
    ['Select by mouse, all between, a frame', 'Ctrl click, Shift click, Shift drag'],
    ['Select by finger', 'Rest on the first and let go, tap the others'],
  ],
};
