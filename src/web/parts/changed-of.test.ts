import { expect, it } from 'vitest';
import { changedOf } from './changed-of.ts';

it('only what was changed is sent, so that what somebody else changed meanwhile stays', () => {
  expect(
    changedOf(
      { street: '1 Elm St', city: 'Quincy', zoneId: null },
      { street: '1 Elm St', city: 'Boston', zoneId: null },
    ),
  ).toEqual({
    city: 'Boston',
  });
});
