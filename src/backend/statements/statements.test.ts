import { expect, test } from 'vitest';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { putItems } from '#testing/invoicing.ts';
import { mailServer, senderTo } from '#testing/mail-server.ts';

eachEngine(
  'statements',
  (database) => {
    test('come to the ledger’s balance of their day, keep what they said, and go out once they are sent', async () => {
      const company = await makeCompany(database(), 1, { canMail: true });
      const books = company.person('accounting');
      const { job, invoice } = await company.book({ name: 'Ann Stone' });
      const customerId = job.customerId;
      await putItems(database(), company, invoice.id, [{ price: 1_200_000 }]);
      const ageing = async () => (await books.call('receivables.ageing', { query: { customerId } })).items;
      const asOf = '2026-11-21';
      const make = (kind: 'OpenItem' | 'BalanceForward', from: string | null) =>
        books.call('statements.create', {
          key: `${kind} ${from}`,
          body: { customerIds: [customerId], kind, from: from as never, asOf },
        });
      const [first] = (await make('OpenItem', null)).items;
      expect(first!.closingCents).toBe((await ageing())[0]!.totalCents);
      // The same click is the same statement.
      expect((await make('OpenItem', null)).items).toEqual([first]);

      // What was entered since is on the next, and the first says what it said.
      await putItems(database(), company, invoice.id, [{ price: 300_000 }]);
      const [second] = (await make('BalanceForward', '2026-11-01')).items;
      expect(second!.number).toBe(first!.number + 1);
      expect(second!.closingCents).toBe(15_000);
      const { said } = await books.call('statements.get', { params: { id: first!.id } });
      expect(said).toMatchObject({
        number: first!.number,
        openingCents: 0,
        closingCents: 12_000,
        lines: [{ title: `Invoice ${invoice.number}`, amountCents: 12_000, balanceCents: 12_000 }],
      });
      const later = await books.call('statements.preview', {
        query: { customerId, kind: 'BalanceForward', from: '2026-12-01', asOf: '2026-12-31' },
      });
      expect(later.items).toMatchObject([{ openingCents: 15_000, lines: [], closingCents: 15_000 }]);

      // By e-mail it is sent when it has gone out; by hand when somebody says so, once.
      const server = await mailServer();
      const sender = senderTo(database(), company, server.port);
      await books.call('statements.send', {
        key: 'send',
        body: { statementIds: [first!.id], to: ['ann@payer.test'] },
      });
      const sent = async (id: number) =>
        (await books.call('statements.get', { params: { id } })).summary.sent?.byName ?? null;
      expect(await sent(first!.id)).toBeNull();
      await sender.tick();
      expect(server.received).toHaveLength(1);
      expect(server.received[0]!.raw).toContain(`Statement ${first!.number}`);
      expect(await sent(first!.id)).not.toBeNull();
      expect(await sent(second!.id)).toBeNull();
      await books.call('statements.markSent', { params: { id: second!.id }, body: {} });
      expect(await sent(second!.id)).not.toBeNull();

      const { items } = await books.call('statements.list', { query: { q: String(first!.number) } });
      expect(items.map(({ id }) => id)).toEqual([first!.id]);
      const elsewhere = company.person('accounting', { units: [company.otherUnitId] });
      expect((await elsewhere.call('statements.list', { query: {} })).items).toEqual([]);
      await expect(elsewhere.call('statements.get', { params: { id: first!.id } })).rejects.toMatchObject({
        code: 'record.not_found',
      });
    });
  },
  { emptied: false },
);
