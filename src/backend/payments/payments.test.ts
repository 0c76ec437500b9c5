/** Customers' payments on the database, by both engines (domain-rules §8). */
import { beforeAll, expect, test } from 'vitest';
import type { BodyIn } from '#contract/endpoints.ts';
import { type CustomerPaymentView, newPayment } from '#contract/payment.ts';
import type { Id } from '#domain/ids.ts';
import { codeOf } from '#testing/buying.ts';
import { NOW } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { key, type Receiving, receivingCompany } from '#testing/receiving.ts';
import { remembering } from '#testing/statements.ts';
import { takePayment } from './take.ts';

const TODAY = '2026-11-20';
const seen = ({ id, version }: CustomerPaymentView) => [{ kind: 'payment' as const, id, version }];
const invoice = (id: Id) => ({ kind: 'invoice' as const, id });
const credit = (id: Id) => ({ kind: 'payment' as const, id });

eachEngine(
  'customers’ payments',
  (database) => {
    let books: Receiving;
    beforeAll(async () => {
      books = await receivingCompany(database());
    });
    const step = <N extends 'update' | 'void' | 'bounce'>(
      name: N,
      payment: CustomerPaymentView,
      body: Omit<BodyIn<`payments.${N}`>, 'expected'>,
    ) =>
      books.person.call(`payments.${name as 'void'}`, {
        params: { id: payment.id },
        body: { expected: seen(payment), ...body } as never,
      });
    const refund = async (id: Id, amountCents: number, invoiceId: Id | null = null) =>
      (
        await books.person.call('payments.refund', {
          params: { id },
          key: key(),
          body: {
            amountCents,
            invoiceId,
            reason: 'Overpayment',
            paymentTypeId: books.paymentTypeId,
            paidOn: TODAY,
          },
        })
      ).payment;
    const apply = (lines: BodyIn<'payments.apply'>['lines'], as = books.person) =>
      as.call('payments.apply', { key: key(), body: { lines } });
    const unapply = (...applicationIds: Id[]) =>
      books.person.call('payments.unapply', { key: key(), body: { applicationIds } });
    /** What is open, document by document, and in sum. */
    const openOf = async (customerId: Id) => {
      const { items } = await books.openOf(customerId);
      return Object.fromEntries(items.map(({ kind, id, openCents }) => [`${kind} ${id}`, openCents]));
    };
    const sumOf = (open: Record<string, number>) => Object.values(open).reduce((a, b) => a + b, 0);
    const wordsOf = async (kind: 'payment' | 'invoice', id: Id) => {
      const { entries } = await books.person.call('history.get', { params: { kind, id } });
      return entries[0]!.changes.find(({ field }) => field === 'applications');
    };

    test('it is applied to invoices, the rest is the customer’s; both histories tell it', async () => {
      const { customerId, invoices } = await books.owing([10_000, 25_000]);
      const [a, b] = invoices as [Id, Id];
      const lines = [
        { invoiceId: a, cents: 10_000 },
        { invoiceId: b, cents: 5_000 },
      ];
      const payment = await books.take(customerId, 40_000, lines);
      expect(payment).toMatchObject({
        shownKind: 'MultiInvoice',
        unappliedCents: 25_000,
        refundableCents: 40_000,
      });
      expect(payment.applications[0]).toMatchObject({
        way: 'uses',
        cents: 10_000,
        made: { byName: 'accounting' },
      });
      expect(await openOf(customerId)).toEqual({
        [`invoice ${b}`]: 20_000,
        [`payment ${payment.id}`]: -25_000,
      });
      const { balances } = await books.openOf(customerId);
      expect(balances).toMatchObject([{ owedCents: 20_000, creditCents: -25_000, currency: 'USD' }]);
      const told = (await wordsOf('payment', payment.id))!.after as string[];
      expect(told.map((one) => one.split(': ')[1])).toEqual(['100.00', '50.00']);
      expect(await wordsOf('invoice', b)).toMatchObject({
        before: [],
        after: [`Payment ${payment.number}: 50.00`],
      });
      const { items } = await books.person.call('payments.list', {
        query: { invoiceId: a, unapplied: 'true' },
      });
      expect(items.map(({ id }) => id)).toEqual([payment.id]);
    });

    test('applied later, moved and taken back, the customer’s balance stays what it is; more than is open is refused', async () => {
      const { customerId, invoices } = await books.owing([10_000, 6_000]);
      const [a, b] = invoices as [Id, Id];
      const { id } = await books.take(customerId, 8_000);
      const before = sumOf(await openOf(customerId));
      const over = { from: credit(id), to: invoice(b), cents: 6_001 };
      expect(await codeOf(apply([over]))).toBe('application.too_much');
      const { applicationIds } = await apply([{ ...over, cents: 5_000 }]);
      const { applicationIds: moved } = await books.person.call('payments.move', {
        key: key(),
        body: { applicationId: applicationIds[0]!, invoiceId: a },
      });
      expect(await openOf(customerId)).toEqual({
        [`invoice ${a}`]: 5_000,
        [`invoice ${b}`]: 6_000,
        [`payment ${id}`]: -3_000,
      });
      expect(await codeOf(unapply(...applicationIds))).toBe('application.undone');
      await unapply(...moved);
      expect(await openOf(customerId)).toMatchObject({ [`invoice ${a}`]: 10_000, [`payment ${id}`]: -8_000 });
      expect(sumOf(await openOf(customerId))).toBe(before);
      expect(await wordsOf('payment', id)).toMatchObject({ after: [] });
    });

    test('bounced, every invoice is owed again as it was, at once', async () => {
      const { customerId, invoices } = await books.owing([10_000, 6_000]);
      const [a, b] = invoices as [Id, Id];
      const before = await openOf(customerId);
      const payment = await books.take(customerId, 20_000, [
        { invoiceId: a, cents: 10_000 },
        { invoiceId: b, cents: 2_000 },
      ]);
      expect(await codeOf(step('bounce', payment, { on: '2026-11-19' }))).toBe('payment.before_taken');
      const { payment: gone } = await step('bounce', payment, { on: TODAY, memo: 'No funds' });
      expect(gone).toMatchObject({
        bounced: { on: TODAY, memo: 'No funds', byName: 'accounting' },
        unappliedCents: 0,
        commands: [],
      });
      expect(await openOf(customerId)).toEqual(before);
      expect(await codeOf(apply([{ from: credit(gone.id), to: invoice(a), cents: 1 }]))).toBe(
        'payment.not_in_status',
      );
    });

    test('its credit goes back, or what it paid of an invoice with a refund invoice; never more than was collected', async () => {
      const { customerId, invoices } = await books.owing([10_000]);
      const [a] = invoices as [Id];
      const payment = await books.take(customerId, 15_000, [{ invoiceId: a, cents: 10_000 }]);
      expect(await codeOf(refund(payment.id, 5_001))).toBe('payment.refund_too_much');
      const back = await refund(payment.id, 5_000);
      expect(back).toMatchObject({
        kind: 'Refund',
        amountCents: -5_000,
        unappliedCents: 0,
        source: { id: payment.id },
      });
      expect(await openOf(customerId)).toEqual({});
      const ofInvoice = await refund(payment.id, 4_000, a);
      expect(ofInvoice.applications).toMatchObject([
        { way: 'coveredBy', other: { kind: 'invoice', invoiceKind: 'Refund' } },
      ]);
      expect(await openOf(customerId)).toEqual({});
      expect(await codeOf(refund(payment.id, 6_001, a))).toBe('payment.refund_too_much');
      expect(await books.read(payment.id)).toMatchObject({
        refundableCents: 6_000,
        refunds: [{ cents: 5_000 }, { cents: 4_000 }],
      });
      expect(await codeOf(refund(back.id, 1))).toBe('payment.is_refund');
    });

    test('a few cents that are left are written off with it, by an invoice of their own; more is refused', async () => {
      const { customerId, invoices } = await books.owing([10_000, 10_000]);
      const [a, b] = invoices as [Id, Id];
      const far = books.take(customerId, 9_000, [{ invoiceId: b, cents: 9_000, writeOff: true }]);
      expect(await codeOf(far)).toBe('application.remainder_too_large');
      await books.take(customerId, 9_900, [{ invoiceId: a, cents: 9_900, writeOff: true }]);
      expect(await openOf(customerId)).toEqual({ [`invoice ${b}`]: 10_000 });
      const { items } = await books.person.call('invoices.list', {
        query: { customerId, kinds: ['WriteOff'] },
      });
      expect(items).toMatchObject([{ totalCents: -100, balanceCents: 0 }]);
    });

    test('twenty sends of one are one; twenty people use a credit of ten, and ten of them get it', async () => {
      const { customerId, invoices } = await books.owing([10_000]);
      const [a] = invoices as [Id];
      const same = key();
      const body = books.body(customerId, 1_000);
      const sent = await Promise.all(
        Array.from({ length: 20 }, () => books.person.call('payments.create', { key: same, body })),
      );
      expect(new Set(sent.map(({ payment }) => payment.id)).size).toBe(1);
      const { id } = sent[0]!.payment;
      const line = { from: credit(id), to: invoice(a), cents: 100 };
      const told = await Promise.all(Array.from({ length: 20 }, () => codeOf(apply([line]))));
      expect(told.filter((code) => code === 'ok')).toHaveLength(10);
      expect(new Set(told)).toEqual(new Set(['ok', 'application.nothing_open']));
      expect(await openOf(customerId)).toEqual({ [`invoice ${a}`]: 9_000 });
    });

    test('it is corrected while it is not posted, never below what is used; void only where nothing is', async () => {
      const { customerId, invoices } = await books.owing([10_000]);
      const payment = await books.take(customerId, 5_000, [{ invoiceId: invoices[0]!, cents: 3_000 }]);
      expect(await codeOf(step('update', payment, { changes: { amountCents: 2_999 } }))).toBe(
        'payment.below_used',
      );
      expect(await codeOf(step('void', payment, {}))).toBe('payment.applied');
      const { payment: less } = await step('update', payment, {
        changes: { amountCents: 3_000, memo: 'Typo' },
      });
      expect(less).toMatchObject({ amountCents: 3_000, unappliedCents: 0, memo: 'Typo' });
      await unapply(less.applications[0]!.id);
      const { payment: none } = await step('void', await books.read(less.id), { memo: 'Twice' });
      expect(none).toMatchObject({ voided: { memo: 'Twice' }, unappliedCents: 0 });
      expect(await openOf(customerId)).toEqual({ [`invoice ${invoices[0]}`]: 10_000 });
    });

    test('in the books, it is applied by who may, and taken back today; nothing is entered into a closed period', async () => {
      const { customerId, invoices } = await books.owing([10_000]);
      const payment = await books.take(customerId, 5_000, [], { paidOn: '2026-11-10' });
      await books.exported(payment.id);
      const line = { from: credit(payment.id), to: invoice(invoices[0]!), cents: 1_000 };
      const without = books.without('correctExported');
      expect(await codeOf(apply([line], without))).toBe('session.forbidden');
      const { applicationIds } = await apply([line]);
      await books.closeUntil('2026-10-31');
      expect(await codeOf(books.take(customerId, 1, [], { paidOn: '2026-10-31' }))).toBe('period.day_closed');
      await unapply(...applicationIds);
      expect(await openOf(customerId)).toMatchObject({ [`payment ${payment.id}`]: -5_000 });
    });

    test('another unit’s payment is not there, nor what it is applied to', async () => {
      const unit = books.office.otherUnitId;
      const { customerId, invoices } = await books.owing([100, 100], { businessUnitId: unit });
      const payment = await books.take(customerId, 500, [{ invoiceId: invoices[0]!, cents: 100 }]);
      const theirs = books.office.person('accounting', { units: [unit] });
      expect(await codeOf(theirs.call('payments.get', { params: { id: payment.id } }))).toBe(
        'record.not_found',
      );
      const mine = books.office.person('accounting', { units: [books.office.businessUnitId] });
      const shown = await mine.call('payments.get', { params: { id: payment.id } });
      expect(shown.applications).toMatchObject([{ cents: 100, other: null }]);
      const { items } = await mine.call('payments.openOf', { params: { id: customerId } });
      expect(items.map(({ kind }) => kind)).toEqual(['payment']);
      const line = { from: credit(payment.id), to: invoice(invoices[1]!), cents: 1 };
      expect(await codeOf(apply([line], mine))).toBe('record.not_found');
    });

    test('fifty invoices are paid by as many statements as two, and written off by as many', async () => {
      const { customerId, invoices } = await books.owing(Array.from({ length: 52 }, () => 10_000));
      const context = { actor: books.person.actor, now: NOW, requestId: 'test', address: '127.0.0.1' };
      const asked = (ids: readonly Id[]) =>
        database().transaction({ tenantId: books.office.tenantId }, async (tx) => {
          const all = remembering(tx);
          const lines = ids.map((invoiceId) => ({ invoiceId, cents: 9_900, writeOff: true }));
          const body = newPayment.parse(books.body(customerId, 9_900 * ids.length, lines));
          await takePayment(all.tx, context, body);
          return all.statements.length;
        });
      const two = await asked(invoices.slice(0, 2));
      expect(await asked(invoices.slice(2))).toBe(two);
      expect(await openOf(customerId)).toEqual({});
    });
  },
  { emptied: false },
);
