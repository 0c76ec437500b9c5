import { describe, expect, it } from 'vitest';
import { day } from '#domain/time.ts';
import { readSettings, WEEK_ZOOMS, ZOOMS } from '../board-settings.ts';
import { axisDays } from '../week/axis-days.ts';
import { zoomStep } from './zoom-by.ts';

const settings = readSettings(null);
const days = axisDays(day('2026-11-22'), 'America/New_York', [7, 19]);
/** All seven in 877 px: 8.4 px an hour. */
const week = { days, pxPerHour: 8.4 };
const hours = { pxPerHour: 76 };

describe('a step of zoom', () => {
  it('goes from one width of the hours to the next', () => {
    expect(zoomStep(hours, settings, 877, 1)).toEqual({ view: 'day', pxPerHour: 96 });
    expect(zoomStep(hours, settings, 877, -1)).toEqual({ view: 'day', pxPerHour: 60 });
    expect(zoomStep(hours, { ...settings, pxPerHour: ZOOMS.at(-1)! }, 877, 1)).toBeNull();
  });

  it('leads past the narrowest day to the widest week, and back', () => {
    const widest = WEEK_ZOOMS.at(-1)!;
    expect(zoomStep({ pxPerHour: 32 }, { ...settings, pxPerHour: 32 }, 877, -1)).toEqual({
      view: 'week',
      weekPxPerHour: widest,
    });
    expect(zoomStep(week, { ...settings, weekPxPerHour: widest }, 877, 1)).toEqual({
      view: 'day',
      pxPerHour: 32,
    });
  });

  it('ends with the whole week in view, and leaves out widths that show no less', () => {
    expect(zoomStep(week, settings, 877, -1)).toBeNull();
    expect(zoomStep(week, settings, 877, 1)).toEqual({ view: 'week', weekPxPerHour: 10 });
    // On a wide screen the week is as wide as ten px an hour already.
    expect(zoomStep(week, settings, 1_300, 1)).toEqual({ view: 'week', weekPxPerHour: 19 });
    expect(zoomStep(week, { ...settings, weekPxPerHour: 10 }, 1_300, -1)).toBeNull();
  });
});
