// @vitest-environment jsdom
import { describe, expect, it, vi } from 'vitest';
import {
  bar,
  drops,
  el,
  focused,
  freshPage,
  grid,
  hour,
  open,
  Pointer,
  pointer,
  press,
  said,
  spot,
  technician,
} from './board-grid.driver.ts';
import type { Candidate } from './types.ts';

freshPage();

describe('while dragging', () => {
  it('asks for consequences once per new place and shows lanes that cannot take it', () => {
    const asked: Candidate[] = [];
    open(4, [bar('a', 0, 8)], {
      preview: (candidate) => {
        asked.push(candidate);
        return { severity: 'soft', lines: ['Overlaps #1043 by 30 min', '25 min overtime'] };
      },
      laneState: (id) => (id === 3 ? 'no Gas licence' : null),
    });
    pointer('pointerdown', el('a'), spot(0, 8.5));
    for (const hours of [9, 9.01, 9.02, 9.5]) {
      pointer('pointermove', window, spot(1, hours));
      vi.advanceTimersByTime(16);
    }
    expect(asked.map(({ technicianId, start }) => [technicianId, start / hour])).toEqual([
      [1, 8.5],
      [1, 9],
    ]);
    expect(document.querySelector('.tr-drag')?.textContent).toContain('9:00–10:00');
    expect(document.querySelector('.tr-why')?.textContent).toBe('Overlaps #1043 by 30 min · 25 min overtime');
    expect(document.querySelector('.is-refusing')?.textContent).toContain('no Gas licence');
    press('Escape');
    expect(document.querySelector('.tr-drag, .is-refusing, .is-held')).toBeNull();
    expect(drops).toEqual([]);
  });

  it('a bar that someone else moves stays in hand, says so, and the drop tells', () => {
    open(4, [bar('a', 0, 8)], { preview: () => ({ severity: 'ok', lines: ['Window kept'] }) });
    pointer('pointerdown', el('a'), spot(0, 8.5));
    pointer('pointermove', window, spot(1, 9.5));
    grid.applyChanges({ upsert: [bar('a', 3, 14)] });
    vi.advanceTimersByTime(16);
    expect(document.querySelector('.tr-why')?.textContent).toBe(
      'Someone else changed this appointment meanwhile · Window kept',
    );
    expect(el('a').className).toContain('is-held');
    pointer('pointerup', window, spot(1, 9.5));
    expect(drops).toMatchObject([
      { fromTechnicianId: 3, toTechnicianId: 1, start: 9 * hour, changedMeanwhile: true, severity: 'soft' },
    ]);
  });

  it('a bar that someone else removes leaves the hand', () => {
    open(4, [bar('a', 0, 8)]);
    pointer('pointerdown', el('a'), spot(0, 8.5));
    pointer('pointermove', window, spot(1, 9.5));
    grid.applyChanges({ remove: ['a'] });
    expect(document.querySelector('.tr-drag')).toBeNull();
    expect(said.at(-1)).toBe('Someone else removed this appointment from the board.');
  });

  it('the ends resize', () => {
    open(1, [bar('a', 0, 8, 2)]);
    pointer('pointerdown', el('a'), { ...spot(0, 10), clientX: spot(0, 10).clientX - 2 });
    pointer('pointermove', window, spot(0, 11));
    pointer('pointerup', window, spot(0, 11));
    expect(drops).toMatchObject([{ mode: 'resize', start: 8 * hour, end: 11 * hour }]);
  });

  it('an appointment from the tray lands in the lane under the pointer', () => {
    open(4, []);
    const { text } = bar('x', 0, 8);
    const down = new Pointer('pointerdown', { pointerId: 1, clientX: 1_300, clientY: 300 });
    const item = { appointmentId: 77, durationMinutes: 90, status: 'scheduled' as const, flags: {}, text };
    grid.beginExternalDrag(item, down as PointerEvent);
    pointer('pointermove', window, spot(2, 9.12));
    pointer('pointerup', window, spot(2, 9.12));
    expect(drops).toMatchObject([
      {
        barId: null,
        appointmentId: 77,
        fromTechnicianId: null,
        toTechnicianId: 2,
        start: 9 * hour,
        end: 10.5 * hour,
        mode: 'assign',
      },
    ]);
  });

  it('a card carried in from the tray scrolls the hours only once it rests near the edge, inside the grid', () => {
    open(4, [], { view: { start: 0, end: 24 * hour, pxPerHour: 100, rowHeight: 40, labelWidth: 200 } });
    const { text } = bar('x', 0, 8);
    const item = { appointmentId: 77, durationMinutes: 60, status: 'scheduled' as const, flags: {}, text };
    const at = (clientX: number) => ({ clientX, clientY: 200 });
    const scrolled = () => grid.scroller.scrollLeft;
    grid.beginExternalDrag(
      item,
      new Pointer('pointerdown', { pointerId: 1, ...at(1_300) }) as unknown as PointerEvent,
    );
    for (const x of [1_260, 1_210]) {
      pointer('pointermove', window, at(x));
      vi.advanceTimersByTime(500);
      expect(scrolled()).toBe(0);
    }
    for (const x of [1_190, 1_170, 1_150]) {
      pointer('pointermove', window, at(x));
      vi.advanceTimersByTime(48);
    }
    pointer('pointermove', window, at(900));
    vi.advanceTimersByTime(500);
    expect(scrolled()).toBe(0);
    pointer('pointermove', window, at(1_190));
    vi.advanceTimersByTime(300);
    expect(scrolled()).toBe(0);
    vi.advanceTimersByTime(300);
    expect(scrolled()).toBeGreaterThan(0);
  });

  it('the line under a bar at the right edge of the screen is pushed back into it, at the bottom it stands above', () => {
    vi.stubGlobal('innerHeight', 640);
    open(14, [bar('a', 0, 8)], { preview: () => ({ severity: 'soft', lines: ['25 min overtime'] }) });
    const note = () => document.querySelector<HTMLElement>('.tr-note')!;
    pointer('pointerdown', el('a'), spot(0, 8.5));
    pointer('pointermove', window, spot(1, 9.5));
    vi.advanceTimersByTime(16);
    // The spacer may shrink, the line may not: that is what keeps it on the screen.
    expect(note().firstElementChild).toHaveProperty('style.flexBasis', '392px');
    expect(note().style.top).toBe(`${24 + 40 + 4 + 32 + 6}px`);
    pointer('pointermove', window, spot(14, 9.5));
    vi.advanceTimersByTime(16);
    expect(note().style.top).toBe('auto');
    press('Escape');
    expect(document.querySelector('.tr-note')).toBeNull();
  });

  it('another unit’s busy bar stays where it is', () => {
    open(2, [{ ...bar('a', 0, 8), flags: { busy: true } }]);
    pointer('pointerdown', el('a'), spot(0, 8.5));
    pointer('pointermove', window, spot(1, 9.5));
    expect(document.querySelector('.tr-drag')).toBeNull();
  });
});

describe('by keyboard', () => {
  it('arrows walk along a lane and between lanes, keeping the time', () => {
    open(3, [bar('a', 0, 8), bar('b', 0, 13), bar('c', 2, 9), bar('d', 2, 12.5)]);
    grid.focus('a');
    press('ArrowRight');
    expect(focused()).toContain('Lopez, b,');
    press('ArrowDown');
    expect(focused()).toContain('Sam Kowalski, HVAC · North, 50 % booked, 0 appointments');
    press('ArrowDown');
    expect(focused()).toContain('Lopez, d,');
    press('Home');
    press('ArrowLeft');
    expect(focused()).toContain('Priya Nair, HVAC · North');
    expect(document.querySelectorAll('[tabindex="0"]')).toHaveLength(1);
  });

  it('picks up, moves to another lane and time, drops, and focus goes with the bar', () => {
    open(3, [bar('a', 0, 8), bar('b', 1, 8)], {
      preview: () => ({ severity: 'soft', lines: ['Overlaps #1043 by 45 min'] }),
    });
    grid.focus('a');
    for (const key of ['m', 'ArrowRight', 'ArrowDown']) press(key);
    expect(said.at(-1)).toBe('8:15 to 9:15, Sam Kowalski. Overlaps #1043 by 45 min');
    press('Enter');
    expect(drops).toMatchObject([{ barId: 'a', toTechnicianId: 1, start: 8.25 * hour, mode: 'move' }]);
    expect(said.at(-1)).toBe('Dropped at 8:15 to 9:15, Sam Kowalski.');
    expect(focused()).toBe('Scheduled: Lopez, a, 12 Main St, #1042, 8:15 to 9:15, Sam Kowalski');
  });

  it('Shift with an arrow changes the end, Escape returns it', () => {
    open(1, [bar('a', 0, 8)]);
    grid.focus('a');
    press('ArrowRight', { shiftKey: true });
    expect(said.at(-1)).toBe('8:00 to 9:15, Ana Reyes');
    press('Escape');
    expect(said.at(-1)).toBe('Returned to its place.');
    press('ArrowRight', { shiftKey: true });
    press(' ');
    expect(drops).toMatchObject([{ mode: 'resize', start: 8 * hour, end: 9.25 * hour }]);
  });

  it('Enter opens', () => {
    const opened: string[] = [];
    open(1, [bar('a', 0, 8)], { onOpen: (id) => opened.push(id) });
    grid.focus('a');
    press('Enter');
    expect(opened).toEqual(['a']);
  });
});

describe('focus', () => {
  it('stays on its bar when others change around it, when it scrolls away, and when it is moved', () => {
    open(500, [bar('a', 0, 8), bar('b', 0, 10)]);
    grid.focus('b');
    grid.applyChanges({ upsert: [bar('n', 0, 9), bar('o', 0, 7)] });
    expect(focused()).toContain('Lopez, b,');
    grid.scroller.scrollTop = 12_000;
    grid.scroller.dispatchEvent(new Event('scroll'));
    expect(focused()).toContain('Lopez, b,');
    grid.applyChanges({ upsert: [bar('b', 301, 10)] });
    expect(focused()).toContain('Technician 301');
  });

  it('goes along when its visit is given to somebody else, whose bar has another id, but not to a colleague’s bar', () => {
    const of = (id: string, technicianId: number) => ({ ...bar(id, technicianId, 10), appointmentId: 7 });
    open(3, [bar('a', 0, 8), of('7:0', 0), of('7:2', 2)]);
    grid.focus('7:0');
    grid.applyChanges({ remove: ['7:0'], upsert: [of('7:1', 1), of('7:2', 2)] });
    expect(focused()).toContain('Sam Kowalski');
    grid.applyChanges({ remove: ['7:1'], upsert: [of('7:2', 2)] });
    expect(focused()).not.toContain('Priya Nair');
  });

  it('goes to the nearest neighbour when its bar is removed', () => {
    open(1, [bar('a', 0, 8), bar('b', 0, 10), bar('c', 0, 15)]);
    grid.focus('b');
    grid.applyChanges({ remove: ['b'] });
    expect(focused()).toContain('Lopez, a,');
  });

  it('goes to the lane’s head when a bar that got the focus from outside is removed and was the last', () => {
    open(2, [bar('a', 0, 8), bar('b', 1, 10)]);
    el('b').focus();
    grid.applyChanges({ remove: ['b'] });
    expect(focused()).toContain('Sam Kowalski, HVAC · North');
  });

  it('survives new data and a new zoom', () => {
    open(3, [bar('a', 1, 8)]);
    grid.focus('a');
    grid.setData([technician(1), technician(2)], [bar('a', 1, 9)]);
    grid.setView({ start: 7 * hour, end: 19 * hour, pxPerHour: 200, rowHeight: 56, labelWidth: 200 });
    expect(focused()).toContain('9:00 to 10:00, Sam Kowalski');
    expect(el('a').style.left).toBe('600px');
  });
});
