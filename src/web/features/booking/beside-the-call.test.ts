import { expect, it } from 'vitest';
import type { CustomerOverview } from '#contract/customer-overview.ts';
import { owedSentence } from './beside-the-call.tsx';

const invoice = (balanceCents: number, dueDate: string, currency = 'USD') =>
  ({ balanceCents, dueDate, currency }) as CustomerOverview['invoices'][number];

it('one open invoice is told with its sum and day', () => {
  expect(owedSentence([invoice(12_050, '2026-11-03')])).toBe('1 open invoice, $120.50, due Tue 3 Nov');
});

it('several are summed, and the oldest day is told', () => {
  expect(owedSentence([invoice(100, '2026-11-09'), invoice(200, '2026-11-03')])).toBe(
    '2 open invoices, $3.00, the oldest due Tue 3 Nov',
  );
});

it('sums of two currencies are never added', () => {
  expect(owedSentence([invoice(100, '2026-11-03'), invoice(200, '2026-11-03', 'CHF')])).toContain(
    '$1.00 and CHF 2.00',
  );
});
