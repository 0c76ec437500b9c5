// @vitest-environment jsdom
import { expect, it } from 'vitest';
import { day } from '#domain/time.ts';
import { axisDays } from '../week/axis-days.ts';
import { bar, el, freshPage, grid, hour, open } from './board-grid.driver.ts';

freshPage();

const days = axisDays(day('2026-10-26'), 'UTC', [7, 19]);
const monday = days[0]!.start / hour;
const px = (id: string) => Number.parseFloat(el(id).style.width);

it('in a whole week a short visit is wide enough for a sign, but takes no room from the next one', () => {
  open(2, [bar('a', 0, monday + 8), bar('b', 0, monday + 9), bar('c', 1, monday + 8)], {
    view: { start: days[0]!.start, end: days[6]!.end, days, pxPerHour: 8, rowHeight: 40, labelWidth: 200 },
  });
  expect(['a', 'b', 'c'].map(px)).toEqual([7, 14, 14]);
  expect(el('a').querySelector('b')!.textContent).toBe('');
  expect(el('c').querySelector('b')!.textContent).toBe('○');
  grid.applyChanges({ upsert: [bar('b', 0, monday + 12)] });
  expect(px('a')).toBe(14);
});
