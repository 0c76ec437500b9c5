/** E-mails that take invoices and statements to customers (domain-rules §7, "PDF and e-mail"): to whom, and in which words. */
import type { ContactKind } from '../customer/kinds.ts';
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { givenAddresses } from '../messages/given-addresses.ts';
import { oneLine } from '../messages/one-line.ts';
import { type Cents, formatCents } from '../money.ts';
import type { Day } from '../time.ts';
import { writtenDay } from '../written-day.ts';

export const CUSTOMER_MAIL_KINDS = ['Invoices', 'Statement'] as const;
export type CustomerMailKind = (typeof CUSTOMER_MAIL_KINDS)[number];

/** Of one step. */
export const MOST_MAILED = 200;
/** On one e-mail; a customer with more of them gets several. */
export const MOST_PAPERS = 20;

export type MailContact = {
  readonly locationId: Id | null;
  readonly kind: ContactKind;
  readonly value: string;
  readonly mayMessage: boolean;
};

/** Where a customer's bills go: their own address before that of one of their places, the older first; none who declined. */
export function billingAddress(contacts: readonly MailContact[]): string | null {
  const usable = contacts.filter(({ kind, mayMessage }) => kind === 'Email' && mayMessage);
  return (usable.find(({ locationId }) => locationId === null) ?? usable[0])?.value.trim() || null;
}

/** @param to addresses as they were given or, none given, the customer's */
export function decideCustomerMail(canMail: boolean, to: readonly string[]): Decision<readonly string[]> {
  if (!canMail) return refuse('mail.no_server');
  const given = givenAddresses(to);
  if (given.to.length === 0) return refuse('mail.no_address');
  return given.bad === undefined ? allow(given.to) : refuse('mail.bad_address', { address: given.bad });
}

export type MailedInvoice = {
  /** "Invoice 4711" */
  readonly title: string;
  readonly dueDate: Day;
  readonly currency: string;
  /** Above none is owed. */
  readonly balanceCents: Cents;
};
type Sender = { readonly company: string; readonly byName: string };
export type Words = { readonly subject: string; readonly text: string };

const signed = ({ company, byName }: Sender): string =>
  [byName, company].map(oneLine).filter(Boolean).join('\n');
const owedText = ({ balanceCents, currency, dueDate }: MailedInvoice): string =>
  balanceCents > 0
    ? `${formatCents(balanceCents)} ${currency} is open, due by ${writtenDay(dueDate, true)}.`
    : 'Nothing of it is open.';

/** What the e-mail says until somebody writes it otherwise: the same in the dialog and on the server. */
export function invoicesMail(invoices: readonly MailedInvoice[], by: Sender): Words {
  const [first, ...more] = invoices as readonly [MailedInvoice, ...MailedInvoice[]];
  const isOne = more.length === 0;
  return {
    subject: `${isOne ? first.title : `${invoices.length} invoices`} from ${oneLine(by.company)}`,
    text: [
      'Hello,',
      isOne
        ? `Please find ${first.title} attached (PDF). ${owedText(first)}`
        : `Please find ${invoices.length} invoices attached (PDF):\n${invoices.map((one) => `${one.title}: ${owedText(one)}`).join('\n')}`,
      signed(by),
    ].join('\n\n'),
  };
}

export type MailedStatement = {
  readonly number: number;
  readonly asOf: Day;
  readonly currency: string;
  readonly closingCents: Cents;
};
export const statementMail = (
  { number, asOf, currency, closingCents }: MailedStatement,
  by: Sender,
): Words => ({
  subject: `Statement ${number} from ${oneLine(by.company)}`,
  text: [
    'Hello,',
    `Please find statement ${number} of your account as of ${writtenDay(asOf, true)} attached (PDF). ${
      closingCents > 0
        ? `It comes to ${formatCents(closingCents)} ${currency}. Please name statement ${number} when you pay.`
        : 'Nothing is owed on it.'
    }`,
    signed(by),
  ].join('\n\n'),
});
