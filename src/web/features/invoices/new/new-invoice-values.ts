/** A new invoice as it is typed, and what is sent of it: the contract's own schema decides what is missing. */
import { z } from 'zod';
import type { BodyIn } from '#contract/endpoints.ts';
import { newInvoice } from '#contract/invoice.ts';
import { cents, decimalOfCents, rateFromPercent } from '#domain/money.ts';
import { typedCents, typedNumber } from '../../../lib/typed-number.ts';

export const NEW_KINDS = ['PointOfSale', 'Project', 'Adjustment', 'Financing', 'WriteOff'] as const;
export type NewKind = (typeof NEW_KINDS)[number];

export const typedSchema = z.object({
  kind: z.enum(NEW_KINDS),
  customerId: z.number().nullable(),
  businessUnitId: z.number().nullable(),
  taxZoneId: z.number().nullable(),
  projectId: z.number().nullable(),
  stage: z.string(),
  /** In percent of what is not invoiced yet; '': none of it. */
  progress: z.string(),
  aboutInvoiceId: z.number().nullable(),
  financingCustomerId: z.number().nullable(),
  amount: z.string(),
  memo: z.string(),
});
export type Typed = z.output<typeof typedSchema>;

/** The fields of each kind, in their order. */
export const FIELDS: Readonly<Record<NewKind, readonly (keyof Typed)[]>> = {
  PointOfSale: ['customerId', 'businessUnitId', 'taxZoneId', 'memo'],
  Project: ['projectId', 'businessUnitId', 'stage', 'progress', 'memo'],
  Adjustment: ['aboutInvoiceId', 'memo'],
  Financing: ['aboutInvoiceId', 'financingCustomerId', 'amount', 'memo'],
  WriteOff: ['aboutInvoiceId', 'amount', 'memo'],
};

export const MISSING: Partial<Readonly<Record<keyof Typed, string>>> = {
  customerId: 'Who pays?',
  businessUnitId: 'For which unit?',
  projectId: 'Of which project?',
  progress: 'A percentage, such as 30.',
  aboutInvoiceId: 'Which invoice is it about?',
  financingCustomerId: 'Who pays in place of the customer?',
  amount: 'An amount, such as 250.00.',
  stage: 'This is too long.',
  memo: 'This is too long.',
};

export const amountTyped = (of: number): string => decimalOfCents(cents(of));

export type Read =
  | { readonly ok: true; readonly body: BodyIn<'invoices.create'> }
  | { readonly ok: false; readonly wrong: ReadonlySet<keyof Typed> };

const NAMES: Readonly<Record<string, keyof Typed>> = { cents: 'amount' };

export function bodyOf(typed: Typed): Read {
  const { kind, memo, stage, progress, amount, ...ids } = typed;
  const percent = progress.trim() === '' ? null : typedNumber(progress.replace(/%\s*$/, ''), rateFromPercent);
  const all: Readonly<Record<string, unknown>> = {
    ...ids,
    memo,
    stage,
    progress: percent === null ? null : { rate: percent ?? 0 },
    cents: typedCents(amount) ?? 0,
  };
  const fields = FIELDS[kind].map((field) => (field === 'amount' ? 'cents' : field));
  const read = newInvoice.safeParse({
    kind,
    ...Object.fromEntries(fields.map((field) => [field, all[field]])),
  });
  if (read.success) return { ok: true, body: read.data };
  const paths = read.error.issues.map(({ path }) => String(path[0]));
  return { ok: false, wrong: new Set(paths.map((path) => NAMES[path] ?? (path as keyof Typed))) };
}
