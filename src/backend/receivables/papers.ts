/** The customer's papers, to take away as they are now. */
import type { Actor } from '#contract/upstream.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { titleOfInvoice } from '#domain/invoices/printed-invoice.ts';
import { invoiceCardOf } from '../invoices/queries.ts';
import { printedInvoice } from './printed-invoice.ts';

export const PDF = 'application/pdf';
export type MadePaper = { readonly fileName: string; readonly bytes: Uint8Array };

/** @throws ProblemError record.not_found (404): unknown, another tenant's, or of a unit the actor is confined from */
export async function invoicePaper(tx: Transaction, actor: Actor, id: Id): Promise<MadePaper> {
  const printed = await printedInvoice(tx, await invoiceCardOf(tx, actor, id));
  // The libraries are read when somebody asks: they take 30 MB (papers/README.md).
  const { invoicePdf } = await import('../papers/invoice-pdf.ts');
  return { fileName: `${titleOfInvoice(printed)}.pdf`, bytes: await invoicePdf(printed) };
}

export function asDownload({ fileName, bytes }: MadePaper) {
  async function* chunks() {
    yield bytes;
  }
  return { status: 200, body: null, download: { fileName, mediaType: PDF, chunks: chunks() } };
}
