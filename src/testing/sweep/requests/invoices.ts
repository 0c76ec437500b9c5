/** For every route of `contract/routes/invoices.ts` a request that succeeds. */
import type { InvoiceCardView } from '#contract/invoice.ts';
import type { invoices } from '#contract/routes/invoices.ts';
import type { Maker } from '../fresh-cards.ts';
import { expectedOfInvoice, filledInvoice, soldInvoice } from '../fresh-invoices.ts';
import { postInvoice } from '../fresh-postings.ts';
import type { Ground } from '../ground.ts';
import { byId, fresh, type RequestsOf } from './makers.ts';

const on =
  (
    make: (ground: Ground) => Promise<InvoiceCardView>,
    more: (card: InvoiceCardView, ground: Ground) => Readonly<Record<string, unknown>> = () => ({}),
  ): Maker =>
  async (ground) => {
    const card = await make(ground);
    return {
      params: { id: card.invoice.id },
      body: { expected: expectedOfInvoice(card), ...more(card, ground) },
    };
  };

export const invoicesRequests: RequestsOf<typeof invoices> = {
  'invoices.list': async ({ mine }) => ({
    query: { kinds: 'Job', customerId: String(mine.customerId), from: '2026-01-01', unpaid: 'true' },
  }),
  'invoices.get': byId(({ mine }) => mine.card.invoice.id),
  'invoices.proposals': async ({ mine }) => ({ query: { jobId: String(mine.card.job.id) } }),
  'invoices.create': async ({ mine, company }) => ({
    body: {
      kind: 'PointOfSale',
      customerId: mine.customerId,
      businessUnitId: company.businessUnitId,
      taxZoneId: mine.taxZoneId,
      items: [{ id: null, skuId: mine.skuId, technicianId: company.technicianIds[0] }],
    },
  }),
  'invoices.update': on(soldInvoice, (_, { mine }) => ({
    changes: { memo: `Paid at the counter ${fresh()}`, paymentTermId: mine.setup.paymentTerm },
  })),
  'invoices.review': async (ground) => ({
    body: {
      reviewStatus: 'Reviewed',
      expected: expectedOfInvoice(await filledInvoice(ground)).filter(({ kind }) => kind === 'invoice'),
    },
  }),
  'invoices.void': on(soldInvoice, () => ({ memo: 'Rung up twice' })),
  'invoices.discount': on(filledInvoice, () => ({ share: { rate: 100_000 } })),
  'invoices.invoiceJob': on(filledInvoice, ({ items }, { mine }) => ({
    items: [
      { id: items[0]!.id, quantity: 20_000 },
      { id: null, skuId: mine.skuId },
    ],
    discount: { share: { cents: 1000 } },
    reviewStatus: 'ReadyForBilling',
  })),
  'invoices.correct': async ({ company }) => {
    const { invoice } = await company.book();
    const { id, version } = await postInvoice(company, invoice.id);
    const person = company.person('accounting');
    await person.call('postings.export', { params: { id }, key: `export ${id}`, body: { version } });
    const card = await person.call('invoices.get', { params: { id: invoice.id } });
    return { params: { id: invoice.id }, body: { version: card.invoice.version, memo: 'Wrong price' } };
  },
  'invoices.editItems': on(filledInvoice, ({ items }, { mine, company }) => ({
    items: [
      { id: items[0]!.id, description: `Longer visit ${fresh()}`, technicianId: company.technicianIds[0] },
      { id: null, skuId: mine.skuId, glAccountId: mine.setup.glAccount },
    ],
  })),
};
