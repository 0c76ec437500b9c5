/** Customers' payments on the database, by both engines (domain-rules §8). */
import { beforeAll, expect, test } from 'vitest';
import { eachEngine } from '#testing/databases.ts';
import { type Receiving, receivingCompany } from '#testing/receiving.ts';

eachEngine(
  'customers’ payments',
  (database) => {
    let books: Receiving;
    beforeAll(async () => {
      books = await receivingCompany(database());
    });

    test('a payment is applied to invoices, the rest is the customer’s; both are told in both histories', async () => {
      const { customerId, invoices } = await books.owing([10_000, 25_000]);
      const [a, b] = invoices as [number, number];
      const payment = await books.take(customerId, 40_000, [
        { invoiceId: a, cents: 10_000 },
        { invoiceId: b, cents: 5_000 },
      ]);
      expect(payment).toMatchObject({
        shownKind: 'MultiInvoice',
        unappliedCents: 25_000,
        syncStatus: 'Pending',
      });
      const open = await books.openOf(customerId);
      expect(open.items.map(({ kind, id, openCents }) => [kind, id, openCents]).sort()).toEqual([
        ['invoice', b, 20_000],
        ['payment', payment.id, -25_000],
      ]);
      expect(open.balances).toMatchObject([{ owedCents: 20_000, creditCents: -25_000, currency: 'USD' }]);
      const told = await books.person.call('history.get', { params: { kind: 'payment', id: payment.id } });
      const words = told.entries[0]!.changes.find(({ field }) => field === 'applications')!.after as string[];
      expect(words.map((one) => one.split(': ')[1])).toEqual(['100.00', '50.00']);
      const { items } = await books.person.call('payments.list', {
        query: { invoiceId: a, unapplied: 'true' },
      });
      expect(items.map(({ id }) => id)).toEqual([payment.id]);
    });
  },
  { emptied: false },
);
