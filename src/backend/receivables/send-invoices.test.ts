import { expect, test } from 'vitest';
import { bookingBody, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import type { FixedClock } from '#testing/fixed-clock.ts';
import { putItems } from '#testing/invoicing.ts';
import { decoded, headerOf, mailServer, senderTo } from '#testing/mail-server.ts';
import { readPdf } from '../papers/pdf-text.fixture.ts';

eachEngine(
  'invoices by e-mail',
  (database) => {
    test('each customer gets one e-mail with all of theirs, whoever declines none; what went stays as it went', async () => {
      const company = await makeCompany(database(), 1, { canMail: true });
      const [csr, books] = [company.person('csr'), company.person('accounting')];
      let bookings = 0;
      const billed = async (name: string, contacts: object[], dollars: number, customerId?: number) => {
        const { cards } = await csr.call('jobs.book', {
          key: `mail ${++bookings}`,
          body: {
            ...bookingBody(company),
            ...(customerId === undefined
              ? {
                  customer: { new: { name, locations: [{ street: '1 Dock St', city: 'Quincy' }], contacts } },
                }
              : {}),
          } as never,
        });
        const { job, invoice } = cards[0]!;
        await putItems(database(), company, invoice.id, [{ price: dollars * 10_000 }]);
        return { id: invoice.id, number: invoice.number, customerId: job.customerId };
      };
      const email = (value: string, more: object = {}) => ({ kind: 'Email', value, ...more });
      const ann = await billed('Ann Stone', [email('ann@payer.test')], 120);
      const bob = await billed('Bob Stone', [email('bob@payer.test')], 80);
      const nobody = await billed('Carl', [{ kind: 'Phone', value: '617 555 0100' }], 60);

      const before = await books.call('invoices.mails', { params: { id: ann.id } });
      expect(before).toMatchObject({ canMail: true, to: 'ann@payer.test', mails: [] });
      expect(before.text).toContain(`Invoice ${ann.number} attached (PDF). 120.00 USD is open`);

      const server = await mailServer();
      server.replies.set('bob@payer.test', { code: 550, text: 'no such box' });
      const sender = senderTo(database(), company, server.port);
      const send = () =>
        books.call('invoices.send', {
          key: 'one click',
          body: { invoiceIds: [ann.id, bob.id, nobody.id] },
        });
      const asked = await send();
      expect(asked.mails.map(({ to, documentIds }) => [to, documentIds])).toEqual([
        [['ann@payer.test'], [ann.id]],
        [['bob@payer.test'], [bob.id]],
      ]);
      expect(asked.skipped).toEqual([
        { documentId: nobody.id, customerId: nobody.customerId, customerName: 'Carl' },
      ]);
      // The same click again is the same answer, not a second e-mail.
      expect(await send()).toEqual(asked);
      await sender.tick();
      expect(server.received.map(({ to }) => to)).toEqual([['ann@payer.test']]);
      const [mail] = server.received;
      expect(headerOf(mail!, 'Subject')).toContain(`Invoice ${ann.number}`);
      const attached = /filename="?([^"\r\n]*)"?[\s\S]*?\r\n\r\n([A-Za-z0-9+/=\r\n]+)/.exec(mail!.raw)!;
      expect(decoded(attached[1]!)).toBe(`Invoice ${ann.number}.pdf`);
      const [page] = await readPdf(Buffer.from(attached[2]!, 'base64'));
      expect(page!.lines.join('\n')).toContain('Balance due USD 120.00');

      const [annsMail] = (await books.call('invoices.mails', { params: { id: ann.id } })).mails;
      expect(annsMail).toMatchObject({ state: 'Sent', to: ['ann@payer.test'], fault: null });
      const { mails: bobs } = await books.call('invoices.mails', { params: { id: bob.id } });
      expect(bobs).toMatchObject([
        { state: 'Failed', fault: 'refused', faultReply: expect.stringContaining('no such box') },
      ]);

      // Sent again, to another address in one's own words; the first stays what it was.
      (company.clock as FixedClock).advance(60_000);
      const again = { invoiceIds: [bob.id], to: ['bob@new.test'], subject: 'Your bill', text: 'As asked.' };
      await books.call('invoices.send', { key: 'again', body: again });
      await sender.tick();
      expect(server.received.map(({ to }) => to)).toEqual([['ann@payer.test'], ['bob@new.test']]);
      const history = (await books.call('invoices.mails', { params: { id: bob.id } })).mails;
      expect(history.map(({ state, subject }) => [state, subject.slice(0, 9)])).toEqual([
        ['Sent', 'Your bill'],
        ['Failed', 'Invoice 1'],
      ]);

      await expect(
        books.call('invoices.send', { key: 'nobody', body: { invoiceIds: [nobody.id] } }),
      ).rejects.toMatchObject({ code: 'mail.no_address' });
      const elsewhere = company.person('accounting', { units: [company.otherUnitId] });
      await expect(
        elsewhere.call('invoices.send', { key: 'theirs', body: { invoiceIds: [ann.id] } }),
      ).rejects.toMatchObject({ code: 'record.not_found' });
    });
  },
  { emptied: false },
);
