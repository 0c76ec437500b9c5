// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import {
  bar,
  drops,
  el,
  finger,
  freshPage,
  grid,
  hour,
  open,
  pointer,
  press,
  said,
  spot,
} from './board-grid.driver.ts';

freshPage();

const inHand = () => document.querySelector('.tr-drag');
/** Whether the browser would scroll with this movement of the finger. */
const scrolls = () => grid.scroller.dispatchEvent(new Event('touchmove', { cancelable: true }));

describe('by finger', () => {
  it('a bar is picked up by resting on it and dropped where the finger lifts', () => {
    open(4, [bar('a', 0, 8)]);
    finger('pointerdown', el('a'), spot(0, 8.5));
    vi.advanceTimersByTime(240);
    expect(inHand()).toBeNull();
    vi.advanceTimersByTime(20);
    expect(inHand()).not.toBeNull();
    expect(scrolls()).toBe(false);
    finger('pointermove', window, spot(2, 9.5));
    vi.advanceTimersByTime(16);
    finger('pointerup', window, spot(2, 9.5));
    expect(drops).toMatchObject([{ barId: 'a', toTechnicianId: 2, start: 9 * hour, mode: 'move' }]);
    expect(inHand()).toBeNull();
  });

  it('a swipe that begins on a bar scrolls the board, and so does a pinch', () => {
    open(4, [bar('a', 0, 8)]);
    finger('pointerdown', el('a'), spot(0, 8.5));
    finger('pointermove', window, { clientX: 340, clientY: 70 });
    vi.advanceTimersByTime(1_000);
    expect(inHand()).toBeNull();
    expect(scrolls()).toBe(true);
    finger('pointerup', window, spot(1, 8.5));
    finger('pointerdown', el('a'), spot(0, 8.5));
    finger('pointerdown', grid.scroller, spot(2, 8.5), 8);
    vi.advanceTimersByTime(1_000);
    expect(inHand()).toBeNull();
  });

  it('a tap selects, also right after a drag', () => {
    const selected: (string | null)[] = [];
    open(4, [bar('a', 0, 8), bar('b', 1, 8)], { onSelect: (id) => selected.push(id) });
    finger('pointerdown', el('a'), spot(0, 8.5));
    vi.advanceTimersByTime(300);
    finger('pointermove', window, spot(2, 9.5));
    finger('pointerup', window, spot(2, 9.5));
    finger('pointerdown', el('b'), spot(1, 8.5));
    finger('pointerup', el('b'), spot(1, 8.5));
    pointer('click', el('b'), spot(1, 8.5));
    expect(selected).toEqual(['b']);
  });

  it('several are selected by resting on the first and letting go, then tapping the others; a tap takes one out again', () => {
    const picks: string[][] = [];
    open(4, [bar('a', 0, 8), bar('b', 1, 8), bar('c', 2, 8)], {
      onPick: (ids) => picks.push([...ids]),
      onSelect: (id) => picks.push([`open ${id}`]),
    });
    const tap = (barId: string, lane: number) => {
      finger('pointerdown', el(barId), spot(lane, 8.5));
      finger('pointerup', el(barId), spot(lane, 8.5));
      finger('click', el(barId), spot(lane, 8.5));
    };
    finger('pointerdown', el('a'), spot(0, 8.5));
    vi.advanceTimersByTime(300);
    finger('pointerup', window, spot(0, 8.5));
    finger('click', el('a'), spot(0, 8.5));
    tap('b', 1);
    tap('c', 2);
    tap('b', 1);
    expect(picks).toEqual([['a'], ['a', 'b'], ['a', 'b', 'c'], ['a', 'c']]);
    expect(drops).toEqual([]);
    expect(said.at(-1)).toBe('2 selected.');
  });

  it('what the system takes away from the finger returns to its place', () => {
    open(4, [bar('a', 0, 8)]);
    finger('pointerdown', el('a'), spot(0, 8.5));
    vi.advanceTimersByTime(300);
    finger('pointermove', window, spot(2, 9.5));
    finger('pointercancel', window, spot(2, 9.5));
    expect(drops).toEqual([]);
    expect(said.at(-1)).toBe('Returned to its place.');
  });

  it('the end of a bar that was tapped before is made longer', () => {
    open(1, [bar('a', 0, 8, 2)]);
    grid.select('a');
    const end = { ...spot(0, 10), clientX: spot(0, 10).clientX - 12 };
    finger('pointerdown', el('a'), end);
    vi.advanceTimersByTime(300);
    finger('pointermove', window, { ...end, clientX: end.clientX + 100 });
    finger('pointerup', window, { ...end, clientX: end.clientX + 100 });
    expect(drops).toMatchObject([{ mode: 'resize', start: 8 * hour, end: 11 * hour }]);
  });
});

describe('what a colleague has in hand', () => {
  const inTheirHand = (onTheirs: (sentence: string) => void) => {
    open(2, [bar('a', 0, 8), bar('b', 1, 8)], { onTheirs });
    const { appointmentId } = grid.bar('a')!;
    grid.setTheirs(new Map([[appointmentId, { initials: 'AR', sentence: 'Ana Reyes is moving this.' }]]));
  };

  it('is marked with their initials, described in words, and clean again once they put it down', () => {
    inTheirHand(() => {});
    expect(el('a').dataset.mover).toBe('AR');
    expect(el('a').className).toContain('is-theirs');
    expect(el('a').ariaDescription).toBe('Ana Reyes is moving this.');
    expect(el('b').className).not.toContain('is-theirs');
    grid.setTheirs(new Map());
    expect([el('a').dataset.mover, el('a').ariaDescription]).toEqual([undefined, null]);
    expect(el('a').className).not.toContain('is-theirs');
  });

  it('does not lift by mouse, finger or key, and each says why; a click still selects it', () => {
    const told: string[] = [];
    inTheirHand((sentence) => told.push(sentence));
    pointer('pointerdown', el('a'), spot(0, 8.5));
    expect(told).toEqual([]);
    pointer('pointermove', window, spot(1, 9.5));
    expect([inHand(), told.length]).toEqual([null, 1]);
    pointer('pointerup', window, spot(1, 9.5));
    finger('pointerdown', el('a'), spot(0, 8.5));
    vi.advanceTimersByTime(1_000);
    expect([inHand(), told.length]).toEqual([null, 2]);
    finger('pointerup', window, spot(0, 8.5));
    grid.focus('a');
    press(' ');
    expect([inHand(), told.length]).toEqual([null, 3]);
    expect(said.at(-1)).toBe('Ana Reyes is moving this.');
    expect(drops).toEqual([]);
  });

  it('put down by them, it lifts; what the server gave to another goes back', () => {
    inTheirHand(() => {});
    grid.setTheirs(new Map());
    grid.focus('a');
    press(' ');
    expect(grid.inHand).toBe(true);
    grid.letGo();
    expect(grid.inHand).toBe(false);
    expect(drops).toEqual([]);
  });
});

describe('for somebody who may only look', () => {
  it('no bar lifts, by mouse, finger or key, and the key says why', () => {
    open(2, [bar('a', 0, 8)], { locked: 'Moving visits is the dispatcher’s.' });
    pointer('pointerdown', el('a'), spot(0, 8.5));
    pointer('pointermove', window, spot(1, 9.5));
    expect(inHand()).toBeNull();
    pointer('pointerup', window, spot(1, 9.5));
    finger('pointerdown', el('a'), spot(0, 8.5));
    vi.advanceTimersByTime(1_000);
    expect(inHand()).toBeNull();
    grid.focus('a');
    press(' ');
    expect(inHand()).toBeNull();
    expect(said.at(-1)).toBe('Moving visits is the dispatcher’s.');
    expect(drops).toEqual([]);
  });
});
