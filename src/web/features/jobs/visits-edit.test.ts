import { expect, it } from 'vitest';
import { instant } from '#domain/time.ts';
import { editedTimes, readVisitsEdit } from './visits-edit.ts';

const zone = 'America/New_York';
const visit = {
  start: instant('2026-11-01T14:00:00Z'),
  end: instant('2026-11-01T16:00:00Z'),
  windowStart: instant('2026-11-01T13:00:00Z'),
  windowEnd: instant('2026-11-01T15:00:00Z'),
};

it('another time of day keeps each visit’s day and length', () => {
  expect(editedTimes(visit, { startTime: '13:30' }, zone)).toEqual({
    start: '2026-11-01T18:30:00.000Z',
    end: '2026-11-01T20:30:00.000Z',
  });
});

it('another length keeps its start; a window is given on its day, or taken away', () => {
  expect(editedTimes(visit, { minutes: 60, window: { from: '08:00', to: '10:00' } }, zone)).toEqual({
    start: visit.start,
    end: '2026-11-01T15:00:00.000Z',
    windowStart: '2026-11-01T13:00:00.000Z',
    windowEnd: '2026-11-01T15:00:00.000Z',
  });
  expect(editedTimes(visit, { window: 'none' }, zone)).toEqual({ windowStart: null, windowEnd: null });
});

it('what is not said changes nothing', () => {
  expect(editedTimes(visit, {}, zone)).toEqual({});
});

const blank = { startTime: '', minutes: '', from: '', to: '', noWindow: false };

it('half a window and a length nobody can read are told', () => {
  expect(readVisitsEdit({ ...blank, from: '08:00' }).errors).toEqual({
    to: expect.stringContaining('Until when'),
  });
  expect(readVisitsEdit({ ...blank, to: '10:00' }).errors).toEqual({
    from: expect.stringContaining('From when'),
  });
  for (const minutes of ['1,5', '1h', '-30', '0', '1.5'])
    expect(readVisitsEdit({ ...blank, minutes }).errors, minutes).toHaveProperty('minutes');
});

it('whole windows, minutes and blank fields are read as they stand', () => {
  expect(readVisitsEdit({ ...blank, minutes: ' 90 ', from: '08:00', to: '10:00' })).toEqual({
    edit: { startTime: undefined, minutes: 90, window: { from: '08:00', to: '10:00' } },
    errors: {},
  });
  expect(readVisitsEdit({ ...blank, from: '08:00', noWindow: true })).toEqual({
    edit: { startTime: undefined, minutes: undefined, window: 'none' },
    errors: {},
  });
  expect(readVisitsEdit(blank).edit.window).toBeUndefined();
});
