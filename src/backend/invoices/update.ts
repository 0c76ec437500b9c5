/** The header of a Pending invoice (domain-rules §7). */
import type { BodyOf } from '#contract/endpoints.ts';
import type { InvoiceWritten } from '#contract/invoice.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Payer } from '#domain/invoice.ts';
import { decideHead, type InvoiceEdit } from '#domain/invoices/edit-head.ts';
import { decideInvoiceReferences } from '#domain/invoices/written-items.ts';
import { given } from '../handlers/ask.ts';
import { taxZones } from '../jobs/invoice-copies.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import { stepInvoice } from './run.ts';
import type { StoredInvoice } from './store.ts';

export const updateInvoice = (
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, changes }: BodyOf<'invoices.update'>,
): Promise<InvoiceWritten> => {
  const edit: InvoiceEdit = given(changes);
  return stepInvoice(tx, context, id, {
    verb: 'invoice.updated',
    expected,
    touches: Object.keys(edit),
    decide: async (card) => {
      const { invoice } = card;
      const facts = await factsOf(tx, invoice, { ...invoice, ...edit });
      return { invoice: must(decideHead(card, edit, facts)) };
    },
  });
};

type Names = Pick<StoredInvoice, 'paymentTermId' | 'taxZoneId'>;
/** @throws ProblemError record.not_found (404), invoice.inactive_reference (422): what it newly names */
async function factsOf(tx: Transaction, before: Names, { paymentTermId, taxZoneId }: Names) {
  type Term = NonNullable<Payer['term']> & { readonly active: boolean };
  const [term] = await loadRecords<Term>(tx, 'paymentTerm', paymentTermId === null ? [] : [paymentTermId]);
  const [zone] = await loadRecords<{ id: Id; active: boolean }>(
    tx,
    'taxZone',
    taxZoneId === null ? [] : [taxZoneId],
  );
  for (const [kind, id, found, was] of [
    ['paymentTerm', paymentTermId, term, before.paymentTermId],
    ['taxZone', taxZoneId, zone, before.taxZoneId],
  ] as const) {
    if (id === null || id === was) continue;
    if (!found) throw new ProblemError('record.not_found', { kind });
    must(decideInvoiceReferences([{ kind, id, active: found.active }]));
  }
  const zones = await taxZones(tx, zone ? [zone.id] : []);
  return { term: term ?? null, taxZone: (taxZoneId === null ? null : zones.get(taxZoneId)) ?? null };
}
