import { expect, it } from 'vitest';
import { instant } from '../time.ts';
import { soonestMinute, soonestVisit } from './soonest-visit.ts';

it('a visit is planned for the next quarter hour; a second past it is past it', () => {
  expect(soonestVisit(instant('2026-11-20T18:45:00Z'))).toBe('2026-11-20T18:45:00.000Z');
  expect(soonestVisit(instant('2026-11-20T18:45:01Z'))).toBe('2026-11-20T19:00:00.000Z');
  expect(soonestMinute(45)).toBe(45);
  expect(soonestMinute(45 + 1 / 60)).toBe(60);
});
