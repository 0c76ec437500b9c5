import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Drag, type DragEvent, type Grip, idle, next, type Place, type Rules } from './drag-machine.ts';
import { scaleOf } from './geometry.ts';

const minute = 60_000;
const quarter = 15 * minute;
const eight = 8 * 60 * minute;
const at = (hours: number) => hours * 60 * minute;
// 100 px per hour, axis from 0:00 to 24:00, ten lanes of 40 px.
const rules: Rules = {
  scale: scaleOf({ start: 0, end: at(24), pxPerHour: 100, rowHeight: 40, labelWidth: 0 }),
  isHead: () => false,
  rowHeight: 40,
  lanes: 10,
  snapMs: quarter,
  viewStart: 0,
  viewEnd: at(24),
};
const grip: Grip = { mode: 'move', barId: 'a', appointmentId: 1, lane: 2, start: eight, end: eight + at(1) };
const origin = { x: 830, y: 100 };

/** Drives the machine like a hand; what is wrong with an order of events shows in the phase. */
class Hand {
  drag: Drag = idle;
  do(event: DragEvent): this {
    this.drag = next(this.drag, event);
    return this;
  }
  press(with_: Partial<Grip> = {}): this {
    return this.do({ type: 'press', grip: { ...grip, ...with_ }, rules, at: origin });
  }
  lift(with_: Partial<Grip> = {}): this {
    return this.do({ type: 'lift', by: 'keyboard', grip: { ...grip, ...with_ }, rules, at: origin });
  }
  moveBy(x: number, y: number, inside = true): this {
    return this.do({ type: 'move', at: { x: origin.x + x, y: origin.y + y }, inside });
  }
  nudge(steps: number, lanes = 0, edge: 'both' | 'end' = 'both'): this {
    return this.do({ type: 'nudge', steps, lanes, edge });
  }
  release(): this {
    return this.do({ type: 'release' });
  }
  get place(): Place | null {
    return this.drag.phase === 'dragging' ? this.drag.place : null;
  }
  get outcome() {
    return this.drag.phase === 'idle' ? this.drag.outcome : null;
  }
}
const hand = () => new Hand();

describe('a press', () => {
  it('that hardly moves is a click', () => {
    expect(hand().press().moveBy(2, 2).release().outcome).toEqual({ kind: 'clicked', grip });
  });
  it('that moves four pixels takes the bar in hand', () => {
    expect(hand().press().moveBy(4, 0).drag.phase).toBe('dragging');
  });
});

describe('moving', () => {
  it.each([
    [
      'three hours and ten lanes, but there are only seven more',
      300,
      400,
      { lane: 9, start: eight + at(3), end: eight + at(4) },
    ],
    ['to the nearest quarter hour', 33, 0, { lane: 2, start: eight + quarter, end: eight + at(1) + quarter }],
    ['to another lane only keeps the time', 8, -80, { lane: 0, start: eight, end: eight + at(1) }],
    ['not before the start of the axis', -2_000, 0, { lane: 2, start: 0, end: at(1) }],
    ['not out at the end of the axis', 9_000, 0, { lane: 2, start: at(24) - quarter, end: at(25) - quarter }],
  ])('%s', (_, x, y, place) => {
    expect(hand().press().moveBy(x, y).place).toEqual(place);
  });

  it('brings a bar that is off the quarter hours onto them, but only when its time changes', () => {
    const off = { start: eight + 7 * minute, end: eight + 67 * minute };
    expect(hand().press(off).moveBy(0, 40).place?.start).toBe(off.start);
    expect(hand().press(off).moveBy(30, 0).place?.start).toBe(eight + 30 * minute);
  });

  it('lands where the hand is, however it got there', () => {
    const steps = fc.array(
      fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: -400, max: 400 })),
      { minLength: 1 },
    );
    fc.assert(
      fc.property(steps, (path) => {
        const far = hand().press().moveBy(200, 200);
        for (const [x, y] of path) far.moveBy(x, y);
        const [x, y] = path.at(-1)!;
        expect(far.place).toEqual(hand().press().moveBy(200, 200).moveBy(x, y).place);
      }),
    );
  });

  it('keeps the same place object while nothing changes, so that nobody is asked twice', () => {
    const before = hand().press().moveBy(100, 0);
    const { place } = before;
    expect(before.moveBy(103, 4).place).toBe(place);
  });
});

describe('resizing', () => {
  it.each([
    ['the end later', 'resizeEnd', 50, { lane: 2, start: eight, end: eight + 90 * minute }],
    [
      'the end no nearer than a quarter hour',
      'resizeEnd',
      -500,
      { lane: 2, start: eight, end: eight + quarter },
    ],
    ['the start earlier', 'resizeStart', -100, { lane: 2, start: eight - at(1), end: eight + at(1) }],
    [
      'the start no nearer than a quarter hour',
      'resizeStart',
      500,
      { lane: 2, start: eight + 45 * minute, end: eight + at(1) },
    ],
  ] as const)('%s, in its own lane', (_, mode, x, place) => {
    expect(hand().press({ mode }).moveBy(x, 120).place).toEqual(place);
  });
});

describe('the end of a drag', () => {
  it('drops at the place shown', () => {
    const place = { lane: 3, start: eight + at(1), end: eight + at(2) };
    expect(hand().press().moveBy(100, 40).release().outcome).toEqual({ kind: 'dropped', grip, place });
  });
  it.each([
    [
      'Escape, blur or a cancelled pointer',
      (h: Hand) => h.press().moveBy(100, 0).do({ type: 'cancel' }),
      'canceled',
    ],
    ['removal by someone else', (h: Hand) => h.press().moveBy(100, 0).do({ type: 'vanish' }), 'vanished'],
    ['a drop where it came from', (h: Hand) => h.press().moveBy(100, 0).moveBy(3, 0).release(), 'unchanged'],
    ['Escape before it moved', (h: Hand) => h.press().do({ type: 'cancel' }), 'canceled'],
  ])('%s returns the bar', (_, act, why) => {
    expect(act(hand()).outcome).toEqual({ kind: 'returned', grip, why });
  });
  it('outside the lanes is told apart, so that the tray can take it', () => {
    expect(hand().press().moveBy(2_000, 0, false).release().outcome).toEqual({
      kind: 'droppedOutside',
      grip,
    });
  });
  it('outside the lanes returns an item of the tray', () => {
    const item = { ...grip, mode: 'assign' as const, barId: null, lane: -1 };
    const drag = hand().do({ type: 'lift', by: 'pointer', grip: item, rules, at: origin });
    expect(drag.place).toBeNull();
    expect(drag.moveBy(-900, 0, false).release().outcome).toEqual({
      kind: 'returned',
      grip: item,
      why: 'canceled',
    });
  });
});

describe('an item from the tray', () => {
  it('lands on a quarter hour in the lane under the pointer', () => {
    const item = {
      ...grip,
      mode: 'assign' as const,
      barId: null,
      lane: -1,
      start: eight + 11_111,
      end: eight + 11_111 + at(2),
    };
    const drag = hand().do({ type: 'lift', by: 'pointer', grip: item, rules, at: origin }).moveBy(101, 80);
    expect(drag.place).toEqual({ lane: 4, start: eight + at(1), end: eight + at(3) });
  });
});

describe('by keyboard', () => {
  it('arrows move by a quarter hour and a lane, and stop at the last lane', () => {
    expect(hand().lift().nudge(1).nudge(1).nudge(0, 1).place).toEqual({
      lane: 3,
      start: eight + 2 * quarter,
      end: eight + at(1) + 2 * quarter,
    });
    expect(hand().lift().nudge(0, 99).nudge(0, -1).place?.lane).toBe(8);
  });
  it('the first step brings an odd time to the next mark', () => {
    const off = { start: eight + 7 * minute, end: eight + 67 * minute };
    expect(hand().lift(off).nudge(1).place?.start).toBe(eight + quarter);
    expect(hand().lift(off).nudge(-1).place?.start).toBe(eight);
  });
  it('Shift with arrows changes the end, never under a quarter hour', () => {
    expect(hand().lift().nudge(2, 0, 'end').place).toEqual({
      lane: 2,
      start: eight,
      end: eight + 90 * minute,
    });
    expect(hand().lift().nudge(-9, 0, 'end').place?.end).toBe(eight + quarter);
  });
  it('a mouse passing by does not move it', () => {
    expect(hand().lift().nudge(1).moveBy(500, 200).place?.start).toBe(eight + quarter);
  });
});

it('whatever happens, a place is inside the board, in order, on the marks, and as long as before unless resized', () => {
  const number = (limit: number) => fc.integer({ min: -limit, max: limit });
  const event: fc.Arbitrary<DragEvent> = fc.oneof(
    {
      weight: 6,
      arbitrary: fc.record({
        type: fc.constant('move' as const),
        at: fc.record({ x: number(3_000), y: number(900) }),
        inside: fc.boolean(),
      }),
    },
    {
      weight: 3,
      arbitrary: fc.record({
        type: fc.constant('nudge' as const),
        steps: number(9),
        lanes: number(4),
        edge: fc.constant('both' as const),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.constantFrom<DragEvent>({ type: 'release' }, { type: 'cancel' }, { type: 'vanish' }),
    },
    {
      weight: 2,
      arbitrary: fc.constantFrom('move', 'resizeStart', 'resizeEnd').map(
        (mode): DragEvent => ({
          type: 'press',
          grip: { ...grip, mode: mode as Grip['mode'] },
          rules,
          at: origin,
        }),
      ),
    },
    {
      weight: 1,
      arbitrary: fc.constant<DragEvent>({ type: 'lift', by: 'keyboard', grip, rules, at: origin }),
    },
  );
  fc.assert(
    fc.property(fc.array(event, { maxLength: 40 }), (events) => {
      let drag: Drag = idle;
      for (const e of events) {
        const before: Drag = drag;
        drag = next(drag, e);
        if (before.phase === 'idle' && drag.phase === 'dragging') expect(e.type).toBe('lift');
        if (drag.phase !== 'dragging' || !drag.place) continue;
        const { lane, start, end } = drag.place;
        expect(lane).toBeGreaterThanOrEqual(0);
        expect(lane).toBeLessThan(rules.lanes);
        expect([start % quarter, end % quarter]).toEqual([0, 0]);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end - start).toBeGreaterThanOrEqual(quarter);
        if (drag.grip.mode === 'move') expect(end - start).toBe(at(1));
      }
    }),
  );
});
