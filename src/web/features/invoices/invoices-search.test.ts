import { expect, test } from 'vitest';
import { filtersOf, searchIn } from './invoices-search.ts';

test('what the address says narrows the list, what is broken in it does not', () => {
  const search = searchIn({
    kind: 'Job,Nonsense',
    review: 'NeedsReview',
    books: 'Posted',
    owed: 'overdue',
    customer: 'x',
    from: '2026-11-01',
  });
  expect(filtersOf(search)).toMatchObject({
    kinds: ['Job'],
    reviewStatuses: ['NeedsReview'],
    syncStatuses: ['Posted'],
    customerId: undefined,
    // Alone the first day is one day, as in every list.
    from: '2026-11-01',
    to: '2026-11-01',
    overdue: 'true',
    unpaid: undefined,
  });
});
