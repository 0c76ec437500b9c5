import { expect, test } from 'vitest';
import { instant } from '#domain/time.ts';
import { beforeLastChange } from './before-last-change.ts';

const entry = (at: string, created = false) => ({ at: instant(at), created });

test('what a job looked like before its last change is proposed, whichever of its visits changed', () => {
  expect(
    beforeLastChange([
      [entry('2026-11-20T10:00:30.000Z'), entry('2026-11-19T09:00:00.000Z', true)],
      [entry('2026-11-20T14:41:09.250Z')],
      [entry('2026-11-21T08:00:00.000Z', true)],
    ]),
  ).toBe('2026-11-20T14:41:00.000Z');
});

test('one booked and changed within a minute is shown as it was booked', () => {
  expect(
    beforeLastChange([
      [entry('2026-11-20T10:00:30.000Z'), entry('2026-11-20T10:00:12.000Z', true)],
      [entry('2026-11-20T10:00:12.000Z', true)],
    ]),
  ).toBe('2026-11-20T10:00:12.000Z');
});

test('a job nobody changed has nothing before', () => {
  expect(beforeLastChange([[entry('2026-11-19T09:00:00.000Z', true)], []])).toBeNull();
});
