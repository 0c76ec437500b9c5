// @vitest-environment jsdom
import { expect, it, vi } from 'vitest';
import {
  bar,
  drops,
  el,
  focused,
  freshPage,
  grid,
  open,
  Pointer,
  pointer,
  press,
  said,
  spot,
} from './board-grid.driver.ts';

freshPage();

const picks: string[][] = [];
const three = () => {
  picks.length = 0;
  return open(4, [bar('A', 0, 8), bar('B', 0, 10), bar('C', 0, 12), bar('D', 1, 9)], {
    onPick: (ids) => picks.push([...ids]),
    onSelect: (id) => picks.push([`open ${id}`]),
  });
};
const click = (barId: string, how: MouseEventInit = {}) => {
  const where = spot(0, 0);
  el(barId).dispatchEvent(new MouseEvent('click', { bubbles: true, ...where, ...how }));
};

it('Ctrl-click adds and takes away, the bar says so, and a plain click is for one alone', () => {
  three();
  click('A', { ctrlKey: true });
  click('D', { metaKey: true });
  expect(picks.at(-1)).toEqual(['A', 'D']);
  expect(el('A').className).toContain('is-picked');
  expect(el('A').ariaSelected).toBe('true');
  expect(said.at(-1)).toBe('2 selected.');
  click('A', { ctrlKey: true });
  expect(picks.at(-1)).toEqual(['D']);
  expect(el('A').className).not.toContain('is-picked');
  click('B');
  expect(picks.slice(-2)).toEqual([[], ['open B']]);
});

it('the visit whose details are open is the first of those chosen', () => {
  three();
  click('A');
  click('C', { ctrlKey: true });
  expect(picks.at(-1)).toEqual(['A', 'C']);
});

it('Shift-click selects all between in the lane', () => {
  three();
  click('C', { ctrlKey: true });
  click('A', { shiftKey: true });
  expect(picks.at(-1)!.sort()).toEqual(['A', 'B', 'C']);
  click('D', { shiftKey: true });
  expect(picks.at(-1)!.sort()).toEqual(['A', 'B', 'C', 'D']);
});

it('by keys: X and Ctrl+Space, Ctrl+A for the lane, Escape', () => {
  three();
  grid.focus('A');
  press('x');
  press('ArrowRight');
  press(' ', { ctrlKey: true });
  expect(picks.at(-1)).toEqual(['A', 'B']);
  expect(focused()).toContain('B');
  press('a', { ctrlKey: true });
  expect(picks.at(-1)).toEqual(['A', 'B', 'C']);
  press('Escape');
  expect(picks.at(-1)).toEqual([]);
  expect(said.at(-1)).toBe('None selected.');
});

it('a frame drawn with Shift takes what it touches; the click that ends it opens nothing', () => {
  three();
  const row = el('A').closest('.tr-row')!;
  row.dispatchEvent(
    new Pointer('pointerdown', {
      bubbles: true,
      cancelable: true,
      shiftKey: true,
      pointerId: 1,
      ...spot(0, 9.5),
    }),
  );
  pointer('pointermove', window, spot(1, 10.5));
  expect(document.querySelector('.tr-lasso')).not.toBeNull();
  pointer('pointerup', window, spot(1, 10.5));
  row.dispatchEvent(new MouseEvent('click', { bubbles: true, ...spot(1, 10.5) }));
  expect(picks).toEqual([['B', 'D']]);
  expect(document.querySelector('.tr-lasso')).toBeNull();
});

it('a frame held at the lower edge scrolls the board, and grows to the lanes that come', () => {
  const drawn: string[][] = [];
  open(60, [bar('A', 10, 9), bar('Z', 20, 9)], { onPick: (ids) => drawn.push([...ids]) });
  const row = el('A').closest('.tr-row')!;
  const edge = { clientX: spot(0, 11).clientX, clientY: 660 };
  row.dispatchEvent(
    new Pointer('pointerdown', { bubbles: true, shiftKey: true, pointerId: 1, ...spot(5, 8.5) }),
  );
  pointer('pointermove', window, edge);
  for (let frame = 0; frame < 90; frame++) vi.advanceTimersByTime(16);
  expect(grid.scroller.scrollTop).toBeGreaterThan(300);
  pointer('pointerup', window, edge);
  expect(drawn).toEqual([['A', 'Z']]);
});

it('one of them taken in hand, all of them stand back, and the hand tells how many', () => {
  three();
  click('A', { ctrlKey: true });
  click('D', { ctrlKey: true });
  grid.focus('A');
  press(' ');
  expect(el('D').className).toContain('is-held');
  expect(el('B').className).not.toContain('is-held');
  expect(document.querySelector('.is-ghost')!.textContent).toContain('2 visits');
  press('ArrowRight');
  press('Enter');
  expect(drops).toMatchObject([{ barId: 'A' }]);
  expect(el('D').className).not.toContain('is-held');
});

it('who may only look selects nothing and is told why', () => {
  open(2, [bar('A', 0, 8)], { locked: 'Looking only', onPick: (ids) => picks.push([...ids]) });
  picks.length = 0;
  click('A', { ctrlKey: true });
  expect(picks).toEqual([]);
  expect(said.at(-1)).toBe('Looking only');
});
