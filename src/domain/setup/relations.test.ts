import { expect, test } from 'vitest';
import { setupKind } from './kinds.ts';
import { relationFaults } from './relations.ts';

const choice = (choices: string) => relationFaults(setupKind('customField'), { kind: 'Choice', choices });

test('a choice needs something to choose; commas with nothing between them are nothing', () => {
  const told = [{ field: 'choices', phrase: 'is needed for Kind “Choice”' }];
  expect([choice(''), choice('  '), choice(', ,,')]).toEqual([told, told, told]);
  expect(choice('a,, b,')).toEqual([]);
});

test('what can be chosen stands there once, in whatever case', () => {
  expect(choice('Red, Blue, red ')).toEqual([{ field: 'choices', phrase: 'names “red” twice' }]);
  expect(choice('Red, Redder')).toEqual([]);
});

test('a window ends after it begins, not at the same minute', () => {
  const window = (startMinute: number, endMinute: number) =>
    relationFaults(setupKind('arrivalWindow'), { startMinute, endMinute }).length;
  expect([window(480, 600), window(480, 480), window(600, 480)]).toEqual([0, 1, 1]);
});
