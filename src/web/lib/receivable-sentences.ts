/** Sentences for the refusals of receivables: invoices, customers' payments and what they are applied to (domain-rules §7, §8). */
import type { RefusalCode } from '#domain/decision.ts';
import { cents, formatCents } from '#domain/money.ts';
import { isDay } from '#domain/time.ts';
import { formatDay } from './format.ts';
import { inactiveSentence } from './inactive-text.ts';
import { POSTING_SENTENCES } from './posting-sentences.ts';
import { numberOf, type Params, textOf } from './refusal-params.ts';
import type { Sentence } from './refusal-text.ts';

type ReceivableCode = Extract<
  RefusalCode,
  `${'invoice' | 'payment' | 'application' | 'period' | 'posting' | 'mail'}.${string}`
>;

/** "1,250.00", of cents; the words where the server did not tell. */
const amount = (value: unknown, unknown: string): string => {
  const number = numberOf(value);
  return number !== undefined && Number.isSafeInteger(number) ? formatCents(cents(number)) : unknown;
};
const invoice = ({ number }: Params): string => `Invoice ${numberOf(number) ?? ''}`.trim();
const payment = ({ number }: Params): string => `Payment ${numberOf(number) ?? ''}`.trim();

const STATUS: Readonly<Record<string, string>> = {
  Pending: 'is not posted yet',
  Posted: 'is posted. Take it back out of its batch first',
  Exported: 'is in the books already. Correct it with a new document',
  Void: 'is void',
  Bounced: 'has bounced',
};
const standing = ({ status }: Params): string => STATUS[String(status)] ?? 'is not as it was';

const SOURCES: Readonly<Record<string, string>> = {
  Receipt: 'came with a receipt. Correct the receipt',
  Estimate: 'comes from a sold estimate. Unsell the estimate',
  JobPart: 'is material used on the job. Take the use back',
};

const dayText = (value: unknown): string => {
  const text = textOf(value);
  return text && isDay(text) ? formatDay(text, { year: true }) : 'that day';
};

const quotedOf = (description: unknown): string => {
  const text = textOf(description);
  return text ? `“${text}” ` : '';
};

export const RECEIVABLE_SENTENCES = {
  ...POSTING_SENTENCES,
  'invoice.not_in_status': (told) => `${invoice(told)} ${standing(told)}.`,
  'invoice.corrected': (told) =>
    `${invoice(told)} is corrected already. Correct the invoice that stands in its place.`,
  'invoice.of_job': (told) => `${invoice(told)} belongs to its job. It goes when the job is canceled.`,
  'invoice.applied': (told) =>
    `Something is applied to ${invoice(told).toLowerCase()}. Take that back first.`,
  'invoice.item_of_source': ({ description, source }) =>
    `The item ${quotedOf(description)}${SOURCES[String(source)] ?? 'was made by another step. Take that back'} to remove it.`,
  'invoice.too_large': ({ mostCents }) =>
    `An invoice comes to ${amount(mostCents, 'ten billion')} at most. Look at its quantities and prices.`,
  'invoice.below_applied': ({ appliedCents, totalCents }) =>
    `With this the invoice would come to ${amount(totalCents, 'less')}, and ${amount(appliedCents, 'more')} is applied to it. Take back what is applied first.`,
  'invoice.nothing_to_discount': (told) =>
    `${invoice(told)} comes to nothing that a discount could be taken from.`,
  'invoice.discount_too_large': ({ mostCents }) =>
    `A discount takes at most what the items come to, ${amount(mostCents, 'which is less')}.`,
  'invoice.nothing_unbilled': () =>
    'Nothing of this work is left to invoice. Write items of your own, or look at the invoices that are there.',
  'invoice.more_than_unbilled': ({ mostCents }) =>
    `${amount(mostCents, 'Less')} of this work is not invoiced yet, so no more can be.`,
  'invoice.due_before_date': () => 'An invoice is not due before its own date. Choose a later due date.',
  'invoice.job_not_in_project': () => 'A project’s invoice is for its own jobs. Choose jobs of the project.',
  'invoice.other_currency': ({ from, to }) =>
    `This would mix ${textOf(from) ?? 'one currency'} and ${textOf(to) ?? 'another'} on one document. Choose a business unit that works in the same.`,
  'invoice.not_of_job': (told) => `${invoice(told)} is not the invoice of a job. Open the job’s own.`,
  'invoice.source_taken': ({ description }) =>
    `${quotedOf(description).trim() || 'Some of this'} is on an invoice by now. Look again at what is left.`,
  'invoice.more_than_owed': ({ mostCents }) =>
    `${amount(mostCents, 'Less')} is owed on this invoice, so no more of it can be taken.`,
  'invoice.same_customer': () => 'The financing party is somebody else than the customer of the invoice.',
  'invoice.item_gone': () => 'Somebody has removed this item meanwhile. Look at the invoice again.',
  'invoice.item_unnamed': () => 'Say what each item is: give it a description or a SKU.',
  'invoice.too_many_items': ({ most }) =>
    `An invoice has ${numberOf(most) ?? 'so many'} items at most. Write another one for the rest.`,
  'invoice.inactive_reference': ({ inactive }) => inactiveSentence(inactive),
  'payment.not_in_status': (told) => `${payment(told)} ${standing(told)}.`,
  'payment.is_refund': (told) => `${payment(told)} is a refund: money that went out already.`,
  'payment.applied': (told) => `${payment(told)} is applied. Take that back first.`,
  'payment.below_used': ({ usedCents }) =>
    `${amount(usedCents, 'Some')} of it is applied or given back, so it cannot be less.`,
  'payment.in_future': () =>
    'A payment is written down on the day it came, not before. Choose today or earlier.',
  'payment.over_applied': ({ cents: applied, amountCents }) =>
    `The lines come to ${amount(applied, 'more')}, the payment to ${amount(amountCents, 'less')}. Take something off the lines.`,
  'payment.other_customers_work': () =>
    'This job or project is somebody else’s. Choose one of the customer who pays.',
  'payment.inactive_reference': ({ inactive }) => inactiveSentence(inactive),
  'payment.before_taken': ({ paidOn }) =>
    `That is before the payment was taken. Choose ${textOf(paidOn) ?? 'its day'} or later.`,
  'payment.applied_since': ({ on }) =>
    `Some of it counts as applied since ${textOf(on) ?? 'an earlier day'}, so its day cannot be later. Take that back first.`,
  'payment.refund_too_much': ({ mostCents }) =>
    `At most ${amount(mostCents, 'less')} can be given back here: what was collected and not given back yet.`,
  'period.day_closed': ({ openFrom }) =>
    `The books are closed for that day. Choose ${openFrom ? dayText(openFrom) : 'a later day'} or later.`,
  'application.other_customer': () =>
    'They belong to different customers. Apply to documents of the same customer.',
  'application.other_currency': () => 'They are in different currencies, which are never mixed.',
  'application.nothing_open': ({ from, to }) =>
    `Nothing is left to apply between ${numberOf(from) ?? 'the one'} and ${numberOf(to) ?? 'the other'}. Somebody may have done it: look again.`,
  'mail.no_server': () =>
    'There is no mail server to send it by. Print the paper, or give the file away by yourself.',
  'mail.no_address': () =>
    'There is no e-mail address to send it to. Give one here, or on the customer’s page.',
  'mail.bad_address': ({ address }) =>
    `${textOf(address) ?? 'This'} is not an e-mail address. Give addresses like office@example.com, with commas between them.`,
  'application.too_much': ({ mostCents }) =>
    `At most ${amount(mostCents, 'less')} can be applied here. Somebody may have applied some of it: look again.`,
  'application.undone': () => 'This was taken back already. Somebody was faster: look again.',
  'application.remainder_too_large': ({ cents: left, mostCents }) =>
    `${amount(left, 'More')} would be left, and at most ${amount(mostCents, 'a little')} is written off with a payment. Leave it open, or write it off with an invoice of its own.`,
  'period.overlaps': ({ name, other }) =>
    textOf(name) && textOf(other)
      ? `“${textOf(name)}” and “${textOf(other)}” have days in common. Each day is of one period.`
      : 'Two periods have days in common. Each day is of one period.',
  'period.closed_already': ({ name }) =>
    `${textOf(name) ?? 'This period'} is closed. It keeps its days; an admin can open the last closed one again.`,
  'period.before_closed': ({ name, openFrom }) =>
    `The books are closed before ${dayText(openFrom)}, so ${textOf(name) ?? 'a period'} cannot begin earlier.`,
  'period.not_over': ({ name, endsOn }) =>
    `${textOf(name) ?? 'This period'} is not over before ${dayText(endsOn)} has passed. Close it then.`,
  'period.not_last_closed': ({ name, last }) =>
    textOf(last)
      ? `Only the last closed period is opened again, which is ${textOf(last)}.`
      : `${textOf(name) ?? 'This period'} is not closed.`,
  'period.nothing_to_make': ({ year }) =>
    `Every month of ${numberOf(year) ?? 'that year'} is there already, or is closed.`,
} satisfies Readonly<Record<ReceivableCode, Sentence>>;
