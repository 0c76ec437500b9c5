/** Batches of a company: each of the empty invoice of a job of its own, which needs no accounts. */
import type { BatchSummary } from '#contract/posting.ts';
import type { Id } from '#domain/ids.ts';
import type { Company } from '../company.ts';

let made = 0;

export async function makeBatch(
  company: Company,
  businessUnitId = company.businessUnitId,
): Promise<BatchSummary> {
  const { invoice } = await company.book({ businessUnitId });
  return postInvoice(company, invoice.id);
}

export async function postInvoice(company: Company, id: Id): Promise<BatchSummary> {
  const person = company.person('accounting');
  const card = await person.call('invoices.get', { params: { id } });
  const { batch } = await person.call('postings.post', {
    key: `fresh batch ${company.tenantId} ${++made}`,
    body: {
      documents: [{ kind: 'invoice', id, version: card.invoice.version, totalCents: card.totals.totalCents }],
    },
  });
  return batch!;
}

export async function makeExported(company: Company): Promise<Id> {
  const { id, version } = await makeBatch(company);
  await company
    .person('accounting')
    .call('postings.export', { params: { id }, key: `fresh export ${id}`, body: { version } });
  return id;
}
