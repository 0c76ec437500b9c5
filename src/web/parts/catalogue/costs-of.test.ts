import { expect, test } from 'vitest';
import type { HistoryEntry } from '#contract/history.ts';
import { instant } from '#domain/time.ts';
import { costsOf } from './costs-of.ts';

const entry = (version: number, changes: HistoryEntry['changes']): HistoryEntry => ({
  version,
  at: instant('2026-11-20T15:00:00.000Z'),
  actorId: 1,
  actorName: 'Mara',
  verb: 'catalogue-item.updated',
  created: version === 1,
  operationId: version,
  changes,
});

test('the price history is the changes of the cost, and nothing else that was changed', () => {
  const costs = costsOf([
    entry(3, [{ field: 'cost', before: 90_000, after: 95_000 }]),
    entry(2, [{ field: 'leadDays', before: null, after: 4 }]),
    entry(1, [
      { field: 'cost', before: null, after: 90_000 },
      { field: 'active', before: null, after: true },
    ]),
  ]);
  expect(costs.map(({ version, before, after }) => [version, before, after])).toEqual([
    [3, 90_000, 95_000],
    [1, null, 90_000],
  ]);
});
