/** For every route of `contract/routes/invoices.ts` a request that succeeds. */
import type { InvoiceCardView } from '#contract/invoice.ts';
import type { invoices } from '#contract/routes/invoices.ts';
import type { Maker } from '../fresh-cards.ts';
import { expectedOfInvoice, filledInvoice } from '../fresh-invoices.ts';
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
  'invoices.editItems': on(filledInvoice, ({ items }, { mine, company }) => ({
    items: [
      { id: items[0]!.id, description: `Longer visit ${fresh()}`, technicianId: company.technicianIds[0] },
      { id: null, skuId: mine.skuId, glAccountId: mine.setup.glAccount },
    ],
  })),
};
