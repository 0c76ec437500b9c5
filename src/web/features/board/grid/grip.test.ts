import { expect, it } from 'vitest';
import { hourMs, scaleOf } from './geometry.ts';
import type { GridView } from './grid-view.ts';
import { gripOfItem } from './grip.ts';
import type { ExternalItem } from './types.ts';

it('a card from the tray is taken at a whole millisecond wherever the pointer is, or no preview could name its end', () => {
  const start = Date.parse('2026-11-21T05:00:00.000Z');
  const scale = scaleOf({ start, end: start + 24 * hourMs, pxPerHour: 83.7, rowHeight: 40, labelWidth: 196 });
  const view = { context: { scale } } as unknown as GridView;
  const item = { appointmentId: 1, durationMinutes: 90 } as unknown as ExternalItem;
  for (let x = 0; x < 800; x += 13.37) {
    const grip = gripOfItem(view, item, x);
    expect(Number.isInteger(grip.start)).toBe(true);
    expect(grip.end - grip.start).toBe(90 * 60_000);
  }
});
