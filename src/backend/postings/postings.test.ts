/** Posting and export on the database, by both engines (domain-rules §7, §8). */
import { beforeAll, expect, test } from 'vitest';
import type { PostingWritten } from '#contract/posting.ts';
import type { Id } from '#domain/ids.ts';
import { giveAccounts } from '#testing/accounts.ts';
import { codeOf } from '#testing/buying.ts';
import { eachEngine } from '#testing/databases.ts';
import { putItems } from '#testing/invoicing.ts';
import { key, type Receiving, receivingCompany } from '#testing/receiving.ts';

type Document = { kind: 'invoice' | 'payment'; id: Id; version: number; totalCents: number };

eachEngine(
  'posting',
  (database) => {
    let books: Receiving;
    let accounts: Awaited<ReturnType<typeof giveAccounts>>;
    beforeAll(async () => {
      books = await receivingCompany(database());
      accounts = await giveAccounts(database(), books.office, books.paymentTypeId);
    });
    const invoiced = async (id: Id): Promise<Document> => {
      const { invoice, totals } = await books.person.call('invoices.get', { params: { id } });
      return { kind: 'invoice', id, version: invoice.version, totalCents: totals.totalCents };
    };
    const statusOf = async (id: Id) =>
      (await books.person.call('invoices.get', { params: { id } })).invoice.syncStatus;
    const paid = async (id: Id): Promise<Document> => {
      const { version, amountCents } = await books.read(id);
      return { kind: 'payment', id, version, totalCents: amountCents };
    };
    /** Invoices of one customer with items that have the income account. */
    const owing = async (...amounts: number[]) => {
      const one = await books.owing(amounts);
      await database().transaction({ tenantId: 1 }, (tx) =>
        tx.query('update company.invoice_items set gl_account_id = $1 where invoice_id = any($2::bigint[])', [
          accounts.income,
          one.invoices,
        ]),
      );
      return one;
    };
    const post = (documents: Document[], once = key()): Promise<PostingWritten> =>
      books.person.call('postings.post', { key: once, body: { documents } });
    const batchOf = (id: Id) => books.person.call('postings.get', { params: { id } });
    const unpost = (id: Id, version: number, documents?: { kind: 'invoice' | 'payment'; id: Id }[]) =>
      books.person.call('postings.unpost', {
        params: { id },
        key: key(),
        body: { version, ...(documents && { documents }) },
      });
    const exported = (id: Id, version: number) =>
      books.person.call('postings.export', { params: { id }, key: key(), body: { version } });
    const problems = ({ outcomes }: PostingWritten) => outcomes.map(({ problem }) => problem?.code ?? null);
    const linesIn = async (id: Id) =>
      (await batchOf(id)).journal.map(({ kind, lines }) => [
        kind,
        lines.map(({ account, cents }) => `${account} ${cents}`),
      ]);

    test('an invoice and its payment are posted with what is applied, frozen, un-posted and posted again', async () => {
      const { customerId, invoices, jobId } = await owing(10_000);
      const [invoiceId] = invoices as [Id];
      const payment = await books.take(customerId, 12_000, [{ invoiceId, cents: 10_000 }]);
      const first = await post([await invoiced(invoiceId), await paid(payment.id)]);
      expect(problems(first)).toEqual([null, null]);
      const { id, version } = first.batch!;
      expect(await linesIn(id)).toEqual([
        ['invoice', ['1200 10000', '4000 -10000']],
        ['payment', ['1000 12000', '2300 -12000']],
        ['application', ['2300 10000', '1200 -10000']],
      ]);
      const hold = () => books.office.person('dispatcher').call('jobs.get', { params: { id: jobId } });
      expect((await hold()).invoice.syncStatus).toBe('Posted');
      expect(problems(await post([await invoiced(invoiceId)]))).toEqual(['invoice.not_in_status']);
      // Only the payment: what it was applied to waits with it.
      const back = await unpost(id, version, [{ kind: 'payment', id: payment.id }]);
      expect(await linesIn(id)).toEqual([['invoice', ['1200 10000', '4000 -10000']]]);
      const again = await post([await paid(payment.id)]);
      expect((await linesIn(again.batch!.id)).map(([kind]) => kind)).toEqual(['payment', 'application']);
      // It rests on an invoice that nobody has been told of yet.
      expect(await codeOf(exported(again.batch!.id, again.batch!.version))).toBe('posting.export_earlier');
      await unpost(id, back.batch!.version);
      expect([await statusOf(invoiceId), (await hold()).invoice.syncStatus]).toEqual(['Pending', 'Pending']);
      expect((await linesIn(again.batch!.id)).map(([kind]) => kind)).toEqual(['payment']);
      expect(await codeOf(exported(id, back.batch!.version))).toBe('posting.batch_changed');
      expect(await codeOf(exported(id, back.batch!.version + 1))).toBe('posting.empty');
    });

    test('what was exported never comes again: files are the same each time, and what is applied later goes next', async () => {
      const { customerId, invoices } = await owing(10_000, 5_000);
      const [one, two] = invoices as [Id, Id];
      const payment = await books.take(customerId, 15_000, []);
      const { batch } = await post([await invoiced(one), await paid(payment.id)]);
      const { id, number, version } = batch!;
      const file = (format: string) =>
        books.person.call('postings.file', { params: { id }, query: { format } });
      expect(await codeOf(file('csv'))).toBe('posting.not_exported');
      const done = await exported(id, version);
      expect([done.status, done.sums]).toEqual(['Exported', [{ currency: 'USD', debitCents: 25_000 }]]);
      expect(await statusOf(one)).toBe('Exported');
      const files = await Promise.all(['csv', 'iif', 'journal'].map(file));
      expect(files[1]!.content).toContain(`Invoice`);
      expect(await codeOf(exported(id, done.version))).toBe('posting.exported');
      expect(await codeOf(unpost(id, done.version))).toBe('posting.exported');
      expect(problems(await post([await invoiced(one)]))).toEqual(['invoice.not_in_status']);
      // Another invoice is paid out of the same payment, and the account is called otherwise by then.
      await database().transaction({ tenantId: 1 }, (tx) =>
        tx.query(`update company.gl_accounts set name = 'Elsewhere' where id = $1`, [accounts.income]),
      );
      await database().transaction({ tenantId: 1 }, async (tx) => {
        await tx.query(
          `insert into company.ar_applications (tenant_id, id, from_kind, from_id, to_kind, to_id, cents, effective_on, made)
           values (1, $1, 'payment', $2, 'invoice', $3, 5000, '2026-11-20', '{}')`,
          [9_000_001, payment.id, two],
        );
      });
      const next = await post([await invoiced(two)]);
      expect(await linesIn(next.batch!.id)).toEqual([
        ['invoice', ['1200 5000', '4000 -5000']],
        ['application', ['2300 5000', '1200 -5000']],
      ]);
      expect(next.batch!.number).toBe(number + 1);
      expect(await Promise.all(['csv', 'iif', 'journal'].map(file))).toEqual(files);
      const nothing = await post([]);
      expect([nothing.batch, nothing.outcomes]).toEqual([null, []]);
    });

    test('two who post the same at once, and twenty who send one click again, post it once', async () => {
      const { invoices } = await owing(100, 200);
      const [one, two] = invoices as [Id, Id];
      const document = await invoiced(one);
      const both = await Promise.all([post([document]), post([document])]);
      expect(both.map(problems).sort()).toEqual([['invoice.not_in_status'], [null]].sort());
      expect(both.filter(({ batch }) => batch !== null)).toHaveLength(1);
      const click = key();
      const other = await invoiced(two);
      const many = await Promise.all(Array.from({ length: 20 }, () => post([other], click)));
      expect(new Set(many.map(({ batch }) => batch!.id)).size).toBe(1);
    });

    test('what somebody changed meanwhile, what has no account and what is dated in a closed period is left out and named', async () => {
      const { customerId, invoices } = await owing(100, 200, 300);
      const [one, two, three] = invoices as [Id, Id, Id];
      const seen = await invoiced(one);
      await putItems(database(), books.office, one, [{ price: 10_000 }]);
      const bare = await books.owing([400]);
      const written = await post([seen, await invoiced(two), await invoiced(bare.invoices[0]!)]);
      expect(problems(written)).toEqual(['posting.changed_since', null, 'posting.no_account']);
      expect(written.outcomes[2]!.problem!.params).toMatchObject({ purpose: 'Item', name: 'Visit' });
      expect(written.batch!.entries).toBe(1);
      await database().transaction({ tenantId: 1 }, (tx) =>
        tx.query(
          `insert into company.accounting_periods (tenant_id, id, name, starts_on, ends_on, closed, created_on, modified_on)
           values (1, 9000, 'November', '2026-11-01', '2026-11-30', '{}', now(), now())`,
        ),
      );
      const late = await post([await invoiced(three)]);
      expect(late.outcomes[0]!.problem).toEqual({
        code: 'period.day_closed',
        params: { number: late.outcomes[0]!.number, on: '2026-11-20', openFrom: '2026-12-01' },
      });
      await database().transaction({ tenantId: 1 }, (tx) =>
        tx.query('delete from company.accounting_periods where id = 9000'),
      );
      expect(customerId).toBeGreaterThan(0);
    });

    test('by a filter all that is ready is posted, and nothing when it is not what was seen', async () => {
      const { customerId } = await owing(100);
      await books.take(customerId, 700, []);
      const { documents } = await books.person.call('postings.waiting', {});
      const by = (sum: number) =>
        books.person.call('postings.post', {
          key: key(),
          body: { matching: { seen: { documents: documents.count, cents: sum } } },
        });
      expect(await codeOf(by(documents.cents + 1))).toBe('posting.other_sum');
      const { outcomes } = await by(documents.cents);
      // The jobs are not done: their invoices wait, payments do not.
      expect(new Set(outcomes.map(({ kind }) => kind))).toEqual(new Set(['payment']));
      const left = await books.person.call('postings.waiting', {});
      expect([left.documents.count, left.items]).toEqual([0, []]);
    });

    test('an exported invoice is corrected in one step: taken back to the cent, replaced, and what was applied moved', async () => {
      const { customerId, invoices } = await owing(10_000);
      const [id] = invoices as [Id];
      const payment = await books.take(customerId, 4_000, [{ invoiceId: id, cents: 4_000 }]);
      const correct = async () =>
        books.person.call('invoices.correct', {
          params: { id },
          key: key(),
          body: { version: (await invoiced(id)).version, memo: 'Wrong price' },
        });
      const { batch } = await post([await invoiced(id), await paid(payment.id)]);
      expect(await codeOf(correct())).toBe('invoice.not_in_status');
      await exported(batch!.id, batch!.version);
      const { reversing, replacement } = await correct();
      const seen = async (of: Id) => {
        const { invoice, items } = await books.person.call('invoices.get', { params: { id: of } });
        return [invoice.totalCents, invoice.balanceCents, invoice.syncStatus, items[0]!.source];
      };
      expect(await seen(id)).toEqual([10_000, 0, 'Exported', null]);
      expect(await seen(reversing.id)).toEqual([-10_000, 0, 'Pending', 'Correction']);
      expect(await seen(replacement.id)).toEqual([10_000, 6_000, 'Pending', null]);
      expect(await codeOf(correct())).toBe('invoice.corrected');
      const written = await post([await invoiced(reversing.id), await invoiced(replacement.id)]);
      const { journal, accounts: moved } = await batchOf(written.batch!.id);
      expect(journal.map(({ kind }) => kind).sort()).toEqual(
        ['application', 'application', 'invoice', 'invoice', 'unapplication'].sort(),
      );
      // Nothing was changed yet: the books are where they were.
      expect(moved.filter(({ cents }) => cents !== 0)).toEqual([]);
    });

    test('a batch of another unit is not there, and who does not keep the books posts nothing', async () => {
      const { invoices } = await owing(100);
      const document = await invoiced(invoices[0]!);
      const confined = books.office.person('accounting', { units: [books.office.otherUnitId] });
      const asked = confined.call('postings.post', { key: key(), body: { documents: [document] } });
      expect(await codeOf(asked)).toBe('record.not_found');
      const { batch } = await post([document]);
      expect(await codeOf(confined.call('postings.get', { params: { id: batch!.id } }))).toBe(
        'record.not_found',
      );
      expect((await confined.call('postings.list', {})).items).toEqual([]);
    });
  },
  { emptied: false },
);
