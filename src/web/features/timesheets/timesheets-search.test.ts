import { expect, it } from 'vitest';
import { day } from '#domain/time.ts';
import { filtersOf } from './timesheets-search.ts';

const today = day('2026-11-21');

it('without a day the last seven are shown, one day is that day', () => {
  expect(filtersOf({}, today)).toMatchObject({ from: '2026-11-15', until: '2026-11-21' });
  expect(filtersOf({ day: day('2026-11-03') }, today)).toMatchObject({
    from: '2026-11-03',
    until: '2026-11-03',
  });
});

it('a typed range that is too long or the wrong way round is one the server gives', () => {
  expect(filtersOf({ day: day('2026-01-01'), until: day('2026-11-01') }, today).until).toBe('2026-04-02');
  expect(filtersOf({ day: day('2026-11-10'), until: day('2026-11-01') }, today).until).toBe('2026-11-10');
});
