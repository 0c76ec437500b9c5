// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import { bar, el, freshPage, grid, open, Pointer, pointer, press, spot } from './board-grid.driver.ts';

freshPage();

describe('the card beside a bar', () => {
  const card = () => [...document.querySelectorAll('.tr-card div')].map((line) => line.textContent);
  const over = (target: Element) =>
    target.dispatchEvent(new Pointer('pointerover', { bubbles: true, pointerId: 1, buttons: 0 }));

  it('says what the bar has no room for once the pointer rests on it, and goes with the pointer', () => {
    open(1, [bar('No cool', 0, 8, 0.75)]);
    over(el('No cool'));
    expect(card()).toEqual([]);
    vi.advanceTimersByTime(500);
    expect(card()).toEqual([
      'Lopez',
      'No cool #1042',
      '12 Main St',
      '8:00–8:45, window 8:00–10:00',
      'Scheduled, Ana Reyes',
    ]);
    over(document.querySelector('.tr-row')!);
    expect(card()).toEqual([]);
  });

  it('does not come over what is in hand: a press gives the bar the focus, and the hand moves on', () => {
    open(1, [bar('a', 0, 8)]);
    pointer('pointerdown', el('a'), spot(0, 8.5));
    Object.assign(el('a'), { matches: () => true });
    el('a').dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
    pointer('pointermove', el('a'), spot(0, 9.5));
    vi.advanceTimersByTime(500);
    expect(card()).toEqual([]);
    press('Escape');
  });

  it('goes when the bar is picked up or changed by somebody', () => {
    open(2, [bar('a', 0, 8), bar('b', 1, 8)]);
    for (const go of [
      () => pointer('pointerdown', el('a'), spot(0, 8.5)),
      () => grid.applyChanges({ upsert: [bar('a', 1, 9)] }),
    ]) {
      over(el('a'));
      vi.advanceTimersByTime(500);
      expect(card()).toHaveLength(5);
      go();
      expect(card()).toEqual([]);
      pointer('pointerup', window, spot(0, 8.5));
    }
  });
});
