import { expect, test } from 'vitest';
import { day } from '#domain/time.ts';
import { invoiceSpine } from './invoice-spine.ts';
import { invoiceCard } from './items/items.fixture.ts';

const spine = (invoice: Parameters<typeof invoiceCard>[0]) =>
  invoiceSpine(invoiceCard(invoice), { zone: 'America/New_York', today: day('2026-11-23') }).map(
    ({ label, state }) => `${label} ${state}`,
  );

test('an invoice goes from review over the books to paid', () => {
  expect(spine({})).toEqual(['Needs review part', 'Posted todo', 'Exported todo', 'Paid todo']);
  expect(spine({ reviewStatus: 'Reviewed', syncStatus: 'Posted', balanceCents: 6_25 })).toEqual([
    'Reviewed done',
    'Posted done',
    'Exported todo',
    'Paid part',
  ]);
  expect(spine({ syncStatus: 'Exported', balanceCents: 0 }).slice(2)).toEqual(['Exported done', 'Paid done']);
});

test('a void one says who made it so, and nothing else', () => {
  const voided = { by: 1, byName: 'Joan', at: '2026-11-22T15:00:00.000Z', memo: 'Twice' };
  expect(spine({ voided: voided as never })).toEqual(['Void done']);
});
