/** Invoices to their customers by e-mail: one to each, with all of theirs; a paper is made when its e-mail goes out. */
import type { DocumentMails, MailsAsked } from '#contract/customer-mail.ts';
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { totalsOf } from '#domain/invoices/amounts.ts';
import { titleOfInvoice } from '#domain/invoices/printed-invoice.ts';
import { cents } from '#domain/money.ts';
import {
  decideCustomerMail,
  invoicesMail,
  type MailedInvoice,
  MOST_PAPERS,
} from '#domain/receivables/customer-mail.ts';
import { cardsOf, requireInvoices, type StoredInvoiceCard } from '../invoices/store.ts';
import { auditDone } from '../write/audit-done.ts';
import type { CommandContext } from '../write/context.ts';
import { grouped } from '../write/grouped.ts';
import { newIds } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { StoredRecord } from '../write/records.ts';
import { addMails, billingAddresses, inOwnWords, mailsOf, type NewMail } from './mails.ts';
import { companyName } from './printed-invoice.ts';

/** @throws ProblemError record.not_found (404), mail.no_server (409), mail.no_address, mail.bad_address (422) */
export async function sendInvoices(
  tx: Transaction,
  context: CommandContext,
  { invoiceIds, to, ...words }: BodyOf<'invoices.send'>,
): Promise<MailsAsked> {
  const cards = await cardsOf(tx, await requireInvoices(tx, context.actor, invoiceIds));
  const payers = grouped(cards, ({ invoice }) => invoice.customerId);
  const isOne = payers.size === 1;
  if (!isOne && (to || words.subject !== undefined || words.text !== undefined)) {
    throw new ProblemError('request.invalid', {});
  }
  const addresses = await billingAddresses(tx, [...payers.keys()]);
  const by = { company: await companyName(tx), byName: context.actor.name };
  const asked: Omit<NewMail, 'id'>[] = [];
  const without: StoredInvoiceCard[] = [];
  for (const [customerId, own] of payers) {
    const given = to ?? [addresses.get(customerId) ?? ''];
    const decided = decideCustomerMail(context.canMail ?? false, given);
    // Of many, those that cannot be written to are told of; of one it is a refusal.
    if (!isOne && !decided.ok && decided.refusal.code !== 'mail.no_server') {
      without.push(...own);
      continue;
    }
    const addressed = must(decided);
    for (let from = 0; from < own.length; from += MOST_PAPERS) {
      const part = own.slice(from, from + MOST_PAPERS);
      asked.push({
        customerId,
        to: addressed,
        ...invoicesMail(part.map(mailedInvoice), by),
        ...inOwnWords(words),
        documentIds: part.map(({ invoice }) => invoice.id),
      });
    }
  }
  const ids = await newIds(tx, asked.length);
  const mails = asked.map((mail, at): NewMail => ({ ...mail, id: ids[at]! }));
  await addMails(tx, context, 'Invoices', 'invoice', mails);
  const object = invoiceIds.length === 1 ? { kind: 'invoice', id: invoiceIds[0]! } : undefined;
  await auditDone(tx, context, 'invoice.send', object, { mails: mails.length, skipped: without.length });
  return {
    mails: mails.map(({ id, customerId, to: sentTo, documentIds }) => ({
      id,
      customerId,
      to: [...sentTo],
      documentIds: [...documentIds],
    })),
    skipped: await skippedOf(tx, without),
  };
}

/** What the dialog begins with. @throws ProblemError record.not_found (404) */
export async function mailsOfInvoice(
  tx: Transaction,
  { actor, canMail }: CommandContext,
  id: Id,
): Promise<DocumentMails> {
  const [card] = (await cardsOf(tx, await requireInvoices(tx, actor, [id]))) as [StoredInvoiceCard];
  const { customerId } = card.invoice;
  const by = { company: await companyName(tx), byName: actor.name };
  return {
    canMail: canMail ?? false,
    to: (await billingAddresses(tx, [customerId])).get(customerId) ?? null,
    ...invoicesMail([mailedInvoice(card)], by),
    mails: await mailsOf(tx, 'invoice', id),
  };
}

function mailedInvoice({ invoice, items, balanceCents }: StoredInvoiceCard): MailedInvoice {
  const { totalCents } = totalsOf(items, invoice.tax?.rates ?? []);
  return {
    title: titleOfInvoice({ ...invoice, totalCents: cents(totalCents), isVoid: invoice.voided !== null }),
    dueDate: invoice.dueDate,
    currency: invoice.currency,
    balanceCents,
  };
}

async function skippedOf(
  tx: Transaction,
  cards: readonly StoredInvoiceCard[],
): Promise<MailsAsked['skipped']> {
  const ids = [...new Set(cards.map(({ invoice }) => invoice.customerId))];
  const customers = await loadRecords<StoredRecord & { name: string }>(tx, 'customer', ids);
  const nameOf = new Map(customers.map(({ id, name }) => [id, name]));
  return cards.map(({ invoice: { id, customerId } }) => ({
    documentId: id,
    customerId,
    customerName: nameOf.get(customerId) ?? '',
  }));
}
