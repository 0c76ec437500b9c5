/** What is posted together, taken back and exported (domain-rules §7, §8). */
import { allow, type Decision, type Refusal, refuse } from '../decision.ts';
import type { Cents } from '../money.ts';
import type { Day } from '../time.ts';

/** What an entry of the journal is of: a document, or what was done with it after it was posted. */
export const ENTRY_KINDS = ['invoice', 'payment', 'bounce', 'application', 'unapplication'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
export const BATCH_STATUSES = ['Open', 'Exported'] as const;
export type BatchStatus = (typeof BATCH_STATUSES)[number];
/** Documents posted by one step. */
export const MOST_POSTED = 1000;

/** A document as whoever posts it has seen it, and as it is. */
export type Seen = { readonly version: number; readonly totalCents: number };
export type Postable = Seen & {
  readonly number: number;
  readonly on: Day;
  /** By its own table (`INVOICE_TABLE`, `PAYMENT_TABLE`); null: it may be posted. */
  readonly gate: Refusal | null;
  /** What the customers' ledger says that it comes to. */
  readonly ledgerCents: Cents;
};

/**
 * Whether a document may be posted, before its accounts are looked for. Refuses what its gate does,
 * `posting.changed_since` where somebody changed it after it was looked at, `posting.not_tied`, `period.day_closed`.
 * @param seen null: by a filter, whose sums were compared as a whole
 */
export function decidePosting(document: Postable, seen: Seen | null, openFrom: Day | null): Decision<null> {
  const { number, on, gate, totalCents, ledgerCents } = document;
  if (gate) return { ok: false, refusal: gate };
  if (seen && (seen.version !== document.version || seen.totalCents !== totalCents)) {
    return refuse('posting.changed_since', { number, seenCents: seen.totalCents, totalCents });
  }
  if (totalCents !== ledgerCents) return refuse('posting.not_tied', { number });
  return openFrom !== null && on < openFrom
    ? refuse('period.day_closed', { number, on, openFrom })
    : allow(null);
}

export type Batch = { readonly number: number; readonly status: BatchStatus; readonly entries: number };

/** "Un-post only before export" (§7). */
export const unpostGate = ({ number, status }: Batch): Refusal | null =>
  status === 'Open' ? null : { code: 'posting.exported', params: { number } };

/**
 * "The delta only": exported once, and what it rests on before it. Refuses `posting.exported`, `posting.empty`,
 * `posting.export_earlier` naming the batch that holds a document which something in this one was applied to.
 * @param earlier the first batch that is open and holds such a document
 */
export function decideExport(batch: Batch, earlier: number | null): Decision<null> {
  const { number, status, entries } = batch;
  if (status !== 'Open') return refuse('posting.exported', { number });
  if (entries === 0) return refuse('posting.empty', { number });
  return earlier === null ? allow(null) : refuse('posting.export_earlier', { number, earlier });
}

/** "Corrections take the first open day": what is booked after the fact never falls into a closed period. */
export const bookedOn = (day: Day, openFrom: Day | null): Day =>
  openFrom !== null && openFrom > day ? openFrom : day;
