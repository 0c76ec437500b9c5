import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stack, trackBox } from './stacking.ts';

const bar = (start: number, end: number) => ({ start, end });

describe('overlapping appointments of one technician', () => {
  it('have the whole row when they only touch', () => {
    expect(stack([bar(8, 9), bar(9, 10)])).toEqual([
      { index: 0, of: 1 },
      { index: 0, of: 1 },
    ]);
  });

  it('share the row when they overlap, also through a third one', () => {
    expect(stack([bar(8, 10), bar(9, 12), bar(11, 13), bar(14, 15)])).toEqual([
      { index: 0, of: 2 },
      { index: 1, of: 2 },
      { index: 0, of: 2 },
      { index: 0, of: 1 },
    ]);
  });

  it('never cover each other', () => {
    const bars = fc.array(fc.tuple(fc.integer({ min: 0, max: 96 }), fc.integer({ min: 1, max: 20 })), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(bars, (raw) => {
        const sorted = raw
          .map(([start, length]) => bar(start, start + length))
          .sort((a, b) => a.start - b.start);
        const tracks = stack(sorted);
        for (let i = 0; i < sorted.length; i++) {
          for (let k = 0; k < i; k++) {
            const overlap = sorted[k]!.end > sorted[i]!.start;
            if (overlap && (tracks[i]!.index === tracks[k]!.index || tracks[i]!.of !== tracks[k]!.of))
              return false;
          }
          if (tracks[i]!.index >= tracks[i]!.of) return false;
        }
        return true;
      }),
    );
  });

  it.each([28, 40, 56])('stay inside a row of %i px, one under the other', (rowHeight) => {
    for (const of of [1, 2, 3]) {
      let bottom = 0;
      for (let index = 0; index < of; index++) {
        const box = trackBox({ index, of }, rowHeight);
        expect(box.top).toBeGreaterThanOrEqual(bottom);
        expect(box.height).toBeGreaterThan(5);
        bottom = box.top + box.height;
      }
      expect(bottom).toBeLessThan(rowHeight);
    }
  });
});
