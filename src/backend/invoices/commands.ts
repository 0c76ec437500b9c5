/** Steps on one invoice beside its items' edit (domain-rules §7): header, discount, void, and a job's whole invoice at once. */
import type { BodyOf } from '#contract/endpoints.ts';
import type { InvoiceWritten } from '#contract/invoice.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideItems, invoiceGate } from '#domain/invoices/decide.ts';
import { type Discount, discounted } from '#domain/invoices/discount.ts';
import type { InvoiceItem } from '#domain/invoices/invoice.ts';
import { openShares, wholly } from '#domain/invoices/shares.ts';
import { cents, rate } from '#domain/money.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { must } from '../write/must.ts';
import { itemChecks, withWords } from './edit-items.ts';
import { stepInvoice } from './run.ts';
import { changesOf, requireInvoices, type StoredInvoiceCard } from './store.ts';
import { chosenOf, type JobWork, workOf } from './work.ts';
import { workItems } from './work-items.ts';

type Asked = BodyOf<'invoices.discount'>;
export const shareOf = (share: Asked['share']) =>
  'rate' in share ? { rate: rate(share.rate) } : { cents: cents(share.cents) };
const discountOf = ({ share, description }: Pick<Asked, 'share' | 'description'>): Discount => ({
  ...shareOf(share),
  description,
});

export const discountInvoice = (
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, ...asked }: Asked,
): Promise<InvoiceWritten> =>
  stepInvoice(tx, context, id, {
    verb: 'invoice.discounted',
    expected,
    // Of what it comes to: who has not seen the newest items would take another amount.
    touches: ['items', 'tax'],
    decide: async (card) => ({
      items: must(decideItems(card, await lessDiscount(tx, card, card.items, asked))),
    }),
  });

async function lessDiscount(
  tx: Transaction,
  { invoice }: StoredInvoiceCard,
  items: readonly InvoiceItem[],
  asked: Pick<Asked, 'share' | 'description'>,
): Promise<readonly InvoiceItem[]> {
  return must(discounted(invoice, items, discountOf(asked), await newIds(tx, items.length)));
}

/** What it asked for of work is free to be asked for again; the financed part of it goes back onto the customer's. */
export async function voidInvoice(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, memo }: BodyOf<'invoices.void'>,
): Promise<InvoiceWritten> {
  const [seen] = await requireInvoices(tx, context.actor, [id]);
  const about = seen!.relation === 'Finances' ? seen!.aboutInvoiceId : null;
  return stepInvoice(tx, context, id, {
    verb: 'invoice.voided',
    reason: memo,
    expected,
    touches: ['items'],
    along: about === null ? [] : [about],
    decide: (card, along) => {
      const closed = invoiceGate(card, 'void');
      if (closed) throw new ProblemError(closed.code, closed.params);
      const free = (item: InvoiceItem) => item.source !== null && OF_WORK.includes(item.source);
      return {
        invoice: { ...card.invoice, voided: { by: context.actor.userId, at: context.now, memo } },
        items: card.items.map((item) => (free(item) ? { ...item, active: false } : item)),
        more: along.flatMap((one) => givenBack(one, id)),
      };
    },
  });
}
const OF_WORK = ['Receipt', 'Estimate', 'JobPart'];

function givenBack(about: StoredInvoiceCard, financingId: Id) {
  const closed = invoiceGate(about, 'editItems');
  if (closed) throw new ProblemError(closed.code, closed.params);
  const items = about.items.map((item) =>
    item.source === 'Transfer' && item.sourceId === financingId ? { ...item, active: false } : item,
  );
  return changesOf(about, about.invoice, items);
}

/**
 * What came for the job and was used on it, items besides, a discount on all that stands then, and its review, in one step.
 * @throws ProblemError invoice.not_of_job (422), invoice.source_taken (409): on an invoice by now
 */
export const invoiceJob = (
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, sources, discount, reviewStatus, ...words }: BodyOf<'invoices.invoiceJob'>,
): Promise<InvoiceWritten> =>
  stepInvoice(tx, context, id, {
    verb: 'invoice.job-invoiced',
    expected,
    touches: discount ? ['items', 'tax'] : [],
    checks: (card) => itemChecks(card, words),
    decide: async (card) => {
      const { invoice } = card;
      if (invoice.kind !== 'Job') throw new ProblemError('invoice.not_of_job', { number: invoice.number });
      const { businessUnitId, currency } = invoice;
      const work = await workOf(tx, { jobIds: [invoice.jobId!], projectId: null, businessUnitId, currency });
      const chosen = chosenOf(work, sources);
      for (const one of chosen) requireOpen(one);
      const said = must(await withWords(tx, card, words));
      const filled = [...said, ...(await workItems(tx, said, chosen.flatMap(wholly)))];
      const items = discount ? await lessDiscount(tx, card, filled, discount) : filled;
      must(decideItems(card, items));
      return { items, invoice: { ...invoice, reviewStatus: reviewStatus ?? invoice.reviewStatus } };
    },
  });

function requireOpen(work: JobWork): void {
  if (work.billed.length > 0 && openShares(work).length === 0) {
    throw new ProblemError('invoice.source_taken', { description: work.description });
  }
}
