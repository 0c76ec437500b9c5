/** Sentences for the refusals of posting and export (domain-rules §7, §8). */
import type { RefusalCode } from '#domain/decision.ts';
import { numberOf, type Params, textOf } from './refusal-params.ts';
import type { Sentence } from './refusal-text.ts';

const batch = ({ number }: Params): string => `Batch ${numberOf(number) ?? ''}`.trim();
const document = ({ number }: Params): string => `Document ${numberOf(number) ?? ''}`.trim();

/** What has no account, and where to give it one. */
const WITHOUT: Readonly<Record<string, (name: string) => string>> = {
  Item: (name) => `The item “${name}” has no GL account. Choose one on the invoice.`,
  PaymentType: (name) =>
    `The payment type “${name}” has no GL account. Choose one in Settings, Payment types.`,
  Receivable: (name) => ofUnit(name, 'receivables'),
  Unapplied: (name) => ofUnit(name, 'unapplied payments'),
  WriteOff: (name) => ofUnit(name, 'write-offs'),
  Refund: (name) => ofUnit(name, 'refunds'),
  Tax: (name) => ofUnit(name, 'sales tax'),
};
const ofUnit = (name: string, what: string): string =>
  `The business unit “${name}” has no account for ${what}. Choose one in Settings, Business units.`;

export const POSTING_SENTENCES = {
  'posting.no_account': ({ purpose, name }) =>
    WITHOUT[String(purpose)]?.(textOf(name) ?? 'without a name') ?? 'A GL account is missing.',
  'posting.changed_since': (told) =>
    `${document(told)} was changed after you looked at it. Look at it again, then post it.`,
  'posting.not_tied': (told) =>
    `${document(told)} does not come to what the ledger says. It was left out; tell your administrator.`,
  'posting.other_sum': () =>
    'What is to be posted is not what it was when you looked. Look at the sums again, then post.',
  'posting.too_many': ({ most }) =>
    `At most ${numberOf(most) ?? 'so many'} documents are posted at once. Choose an earlier day, or one business unit.`,
  'posting.exported': (told) => `${batch(told)} is exported already. What is in it stays as it is.`,
  'posting.not_exported': (told) => `${batch(told)} is not exported yet. Export it first.`,
  'posting.empty': (told) => `Nothing is in ${batch(told).toLowerCase()} any more.`,
  'posting.export_earlier': ({ earlier }) =>
    `Export batch ${numberOf(earlier) ?? ''} first: it holds documents that something in this one was applied to.`,
  'posting.batch_changed': (told) =>
    `Somebody changed ${batch(told).toLowerCase()} meanwhile. Look at it again.`,
} satisfies Readonly<Record<Extract<RefusalCode, `posting.${string}`>, Sentence>>;
