/** What is posted to the books, in batches, and handed on (domain-rules §7, §8). */
import { z } from 'zod';
import { MOST_TOTAL } from '#domain/invoices/amounts.ts';
import { LONGEST_INVOICE, LONGEST_OWN_NAME } from '#domain/lengths.ts';
import { BATCH_STATUSES, ENTRY_KINDS, MOST_POSTED } from '#domain/posting/posting.ts';
import { DOCUMENT_KINDS } from '#domain/receivables/ledger.ts';
import { day, id, pageOf, text, version } from './scalars.ts';
import { stamped } from './stamp.ts';

const ref = { kind: z.enum(DOCUMENT_KINDS), id };
const isOnce = (all: readonly { readonly kind: string; readonly id: number }[]) =>
  new Set(all.map((one) => `${one.kind} ${one.id}`)).size === all.length;
/** As it was seen: one that somebody changed since is left out. */
const seenDocument = z.strictObject({
  ...ref,
  version,
  totalCents: z.int().min(-MOST_TOTAL).max(MOST_TOTAL),
});
const matching = z.strictObject({
  businessUnitIds: z.array(id).max(200).nullable().default(null),
  /** The last day of documents, counted; null: of all days. */
  through: day.nullable().default(null),
  kinds: z
    .array(z.enum(DOCUMENT_KINDS))
    .min(1)
    .max(2)
    .default([...DOCUMENT_KINDS]),
  /** What `postings.waiting` told of it: not that any more, and nothing is posted. */
  seen: z.strictObject({ documents: z.int().min(0).max(MOST_POSTED), cents: z.int() }),
});
/** What was applied and taken back since among posted documents goes along with either. */
export const newPosting = z
  .strictObject({
    name: text(LONGEST_OWN_NAME).default(''),
    documents: z
      .array(seenDocument)
      .max(MOST_POSTED)
      .refine(isOnce, 'names a document twice')
      .nullable()
      .default(null),
    matching: matching.nullable().default(null),
  })
  .refine(
    (body) => (body.documents === null) !== (body.matching === null),
    'names documents or a filter, one of both',
  );
/** `documents` null: all of the batch. */
export const unposting = z.strictObject({
  version,
  documents: z
    .array(z.strictObject(ref))
    .min(1)
    .max(MOST_POSTED)
    .refine(isOnce, 'names a document twice')
    .nullable()
    .default(null),
});
export const exporting = z.strictObject({ version });

/** An exported invoice, as it was seen; why, in words. */
export const correcting = z.strictObject({ version, memo: text(LONGEST_INVOICE.memo).default('') });
const numbered = z.strictObject({ id, number: z.int() });
export const corrected = z.strictObject({
  operationId: id,
  /** Takes it back, to the cent. */
  reversing: numbered,
  /** Stands in its place, to be edited. */
  replacement: numbered,
});

const counted = z.strictObject({ count: z.int(), cents: z.int() });
const waitingDocument = z.strictObject({
  ...ref,
  version,
  number: z.int(),
  customerId: id,
  customerName: z.string(),
  businessUnitId: id,
  businessUnitName: z.string(),
  on: day,
  currency: z.string(),
  /** Of a payment: its amount. */
  totalCents: z.int(),
});
export const waiting = z.strictObject({
  units: z.array(
    z.strictObject({
      businessUnitId: id,
      businessUnitName: z.string(),
      currency: z.string(),
      invoices: counted,
      payments: counted,
    }),
  ),
  /** All that is ready, for the sums of `matching`. */
  documents: counted,
  /** Applied, taken back or bounced since their documents were posted. */
  followUps: z.int(),
  /** The oldest first; no more than are posted at once. */
  items: z.array(waitingDocument),
  /** Nothing is posted before it; null: no period is closed. */
  openFrom: day.nullable(),
});

const batchFields = {
  id,
  version,
  number: z.int(),
  name: z.string(),
  status: z.enum(BATCH_STATUSES),
  entries: z.int(),
  /** Debit, which credit equals, by currency. */
  sums: z.array(z.strictObject({ currency: z.string(), debitCents: z.int() })),
  posted: stamped,
  exported: stamped.nullable(),
};
export const batchSummary = z.strictObject(batchFields);
export const batchPage = pageOf(batchSummary);
/** Debit above none, credit below. */
const line = z.strictObject({ account: z.string(), name: z.string(), cents: z.int() });
const entry = z.strictObject({
  position: z.int(),
  kind: z.enum(ENTRY_KINDS),
  /** The invoice or the payment; null: of what was applied. */
  document: z.strictObject(ref).nullable(),
  label: z.string(),
  on: day,
  currency: z.string(),
  unitName: z.string(),
  customerId: id,
  customerName: z.string(),
  debitCents: z.int(),
  lines: z.array(line),
});
export const batch = z.strictObject({
  ...batchFields,
  accounts: z.array(z.strictObject({ ...line.shape, currency: z.string() })),
  journal: z.array(entry),
});
const outcome = z.strictObject({
  ...ref,
  number: z.int(),
  /** Why it was not done; null: it was. */
  problem: z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
});
/** `batch` null: nothing was posted. */
export const postingWritten = z.strictObject({
  operationId: id.nullable(),
  batch: batchSummary.nullable(),
  outcomes: z.array(outcome),
});
export const postingFile = z.strictObject({ name: z.string(), mediaType: z.string(), content: z.string() });

export type Corrected = z.output<typeof corrected>;
export type Waiting = z.output<typeof waiting>;
export type WaitingDocument = z.output<typeof waitingDocument>;
export type BatchSummary = z.output<typeof batchSummary>;
export type BatchView = z.output<typeof batch>;
export type PostingOutcome = z.output<typeof outcome>;
export type PostingWritten = z.output<typeof postingWritten>;
export type PostingFile = z.output<typeof postingFile>;
