// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { bar, drops, el, freshPage, grid, hour, open, pointer, spot } from './board-grid.driver.ts';

freshPage();

describe('what is in the DOM', () => {
  const many = (lanes: number) =>
    Array.from({ length: lanes * 10 }, (_, i) => bar(`b${i}`, Math.floor(i / 10), 7 + (i % 10)));

  it('depends on the size of the screen, not of the company', () => {
    open(50, many(50));
    vi.runAllTimers();
    const small = grid.scroller.querySelectorAll('*').length;
    grid.destroy();
    open(2_000, many(2_000));
    vi.runAllTimers();
    expect(grid.scroller.querySelectorAll('*').length).toBe(small);
    expect(document.querySelectorAll('.tr-row').length).toBe(16 + 4);
  });

  it('leaves out bars far to the left and right of the view', () => {
    open(1, [bar('near', 0, 8), bar('far', 0, 160)], {
      view: { start: 7 * hour, end: 175 * hour, pxPerHour: 100, rowHeight: 40, labelWidth: 200 },
    });
    expect(grid.elementOf('near')).not.toBeNull();
    expect(grid.elementOf('far')).toBeNull();
    grid.scroller.scrollLeft = 15_000;
    grid.scroller.dispatchEvent(new Event('scroll'));
    expect(grid.elementOf('far')).not.toBeNull();
  });

  it('shows other lanes in the same rows after scrolling', () => {
    open(500, many(500));
    vi.runAllTimers();
    const rows = new Set(document.querySelectorAll('.tr-row'));
    grid.scroller.scrollTop = 8_000;
    grid.scroller.dispatchEvent(new Event('scroll'));
    expect(grid.elementOf('b2000')?.getAttribute('aria-label')).toContain('Technician 200');
    // Four more above; one stays behind for the tab stop.
    expect(
      [...document.querySelectorAll('.tr-row')].filter((row) => !rows.has(row)).length,
    ).toBeLessThanOrEqual(5);
  });
});

describe('to a screen reader', () => {
  const told = () =>
    [...document.querySelectorAll('[role="row"][aria-rowindex]')].map(
      (row) =>
        `${row.getAttribute('aria-rowindex')} ${row.firstElementChild?.getAttribute('role') === 'rowheader' ? 'head' : 'bars'}`,
    );

  it('a lane is its head and its bars, in rows of one number; without bars it is its head alone', () => {
    open(2, [bar('a', 0, 8)]);
    vi.runAllTimers();
    expect(told()).toEqual(['1 head', '2 head', '1 bars']);
    const owned = document.querySelector('[role="rowgroup"]')!.getAttribute('aria-owns')!.split(' ');
    expect(owned.map((id) => document.getElementById(id)!.className)).toEqual([
      'tr-head-row',
      'tr-row',
      'tr-head-row',
      'tr-row',
    ]);
    grid.applyChanges({ upsert: [bar('a', 1, 8)] });
    expect(told()).toEqual(['1 head', '2 head', '2 bars']);
  });
});

describe('painting', () => {
  it('one drag between two lanes paints exactly these two', () => {
    open(4, [bar('a', 0, 8), bar('b', 1, 9), bar('c', 2, 10), bar('d', 3, 11)]);
    vi.runAllTimers();
    const before = grid.laneRenders;
    pointer('pointerdown', el('a'), spot(0, 8.5));
    for (let step = 1; step <= 10; step++) {
      pointer('pointermove', window, spot((2 * step) / 10, 8.5 + step / 10));
      vi.advanceTimersByTime(16);
    }
    expect(grid.laneRenders).toBe(before);
    pointer('pointerup', window, spot(2, 9.5));
    expect(drops).toMatchObject([
      { barId: 'a', fromTechnicianId: 0, toTechnicianId: 2, start: 9 * hour, mode: 'move' },
    ]);
    expect(grid.laneRenders).toBe(before + 2);
  });

  it('a batch paints a touched lane once, and lanes out of view not at all', () => {
    open(500, [bar('a', 0, 8), bar('b', 0, 9), bar('z', 400, 9)]);
    vi.runAllTimers();
    const before = grid.laneRenders;
    grid.applyChanges({ upsert: [bar('a', 0, 10), bar('b', 0, 11), bar('a', 0, 12), bar('z', 400, 10)] });
    expect(grid.laneRenders).toBe(before + 1);
    expect(grid.bar('a')?.start).toBe(12 * hour);
    expect(el('a').getAttribute('aria-label')).toContain('12:00 to 13:00');
  });

  it('selecting paints no lane', () => {
    open(4, [bar('a', 0, 8)]);
    const before = grid.laneRenders;
    grid.select('a');
    expect(el('a').className).toContain('is-selected');
    expect(grid.laneRenders).toBe(before);
  });

  it('stacks two appointments at the same time and gives the row back when one goes', () => {
    open(1, [bar('a', 0, 8, 2), bar('b', 0, 9)]);
    expect([el('a').style.top, el('b').style.top]).toEqual(['4px', '20px']);
    grid.applyChanges({ remove: ['a'] });
    expect(el('b').style.height).toBe('31px');
  });
});

it('the hours the now flag lies over give way to it, those beside it stay', () => {
  open(1, [], { now: 10.1 * hour });
  const hours = [...document.querySelectorAll<HTMLElement>('.tr-hours span')].filter((one) => !one.hidden);
  const covered = hours.filter((one) => one.classList.contains('is-covered')).map((one) => one.textContent);
  expect(covered).toEqual(['10:00']);
  grid.setNow(10.9 * hour);
  expect(hours.filter((one) => one.classList.contains('is-covered')).map((one) => one.textContent)).toEqual([
    '11:00',
  ]);
});
