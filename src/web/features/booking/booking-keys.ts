import type { PageKeys } from '../../parts/page-keys.ts';

/** For the overview behind "?". */
export const BOOKING_KEYS: PageKeys = {
  title: 'Booking',
  rows: [
    ['Book, from anywhere', 'Ctrl Enter'],
    ['On to the next question', 'Enter'],
    ['A new line in the summary', 'Shift Enter'],
    ['Another hit of the search', '↑ ↓'],
    ['One of the best windows, by its number', '1 – 3'],
    ['The first of them', 'Enter'],
    ['Another day or window', '← → ↑ ↓'],
  ],
};
