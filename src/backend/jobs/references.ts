/**
 * The records a job names, loaded once for many jobs and typed by kind; a foreign or unknown id is answered like a
 * missing record (R40).
 */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { AddressCopy } from '#domain/document-copy.ts';
import type { Id } from '#domain/ids.ts';
import type { OriginalJob } from '#domain/job/booking.ts';
import type { Reference } from '#domain/job/references.ts';
import { loadRecords } from '../write/load.ts';

/** What the rules read of each kind; `write/records.ts` says how it is stored. */
type Fields = {
  customer: { readonly name: string; readonly doNotService: boolean; readonly paymentTermId: Id | null };
  location: AddressCopy & { readonly customerId: Id; readonly taxZoneId: Id | null };
  businessUnit: {
    readonly timeZone: string;
    readonly currency: string;
    readonly taxZoneId: Id | null;
    readonly paymentTermId: Id | null;
  };
  jobType: { readonly businessUnitIds: readonly Id[] };
  reason: { readonly kind: 'Hold' | 'Cancel' };
  job: OriginalJob & { readonly businessUnitId: Id };
  campaign: object;
  tag: object;
  technician: object;
  zone: object;
  holdingLane: object;
  taxZone: object;
};
export type ReferenceKind = keyof Fields;
/** A job is neither active nor inactive; it is only asked whose it is. */
export type ReferenceTo<K extends ReferenceKind> = (K extends 'job' ? { readonly id: Id } : Reference) &
  Fields[K];
export type Wanted = Readonly<Partial<Record<ReferenceKind, readonly Id[]>>>;

export type References = {
  /** Throws for an id that was not asked for: a fault, not a refusal. */
  of<K extends ReferenceKind>(kind: K, id: Id): ReferenceTo<K>;
};

/**
 * Throws ProblemError record.not_found (404) naming the kind when one is missing.
 *
 * @param locked kinds that are locked until the transaction ends; in the order of `wanted`
 */
export async function loadReferences(
  tx: Transaction,
  wanted: Wanted,
  locked: readonly ReferenceKind[] = [],
): Promise<References> {
  const found = new Map<string, { readonly id: Id }>();
  for (const [kind, ids] of Object.entries(wanted) as [ReferenceKind, readonly Id[]][]) {
    const records = await loadRecords<{ readonly id: Id }>(tx, kind, ids, { lock: locked.includes(kind) });
    for (const record of records) found.set(`${kind} ${record.id}`, record);
    const missing = ids.find((id) => !found.has(`${kind} ${id}`));
    if (missing !== undefined) throw new ProblemError('record.not_found', { kind });
  }
  return {
    of<K extends ReferenceKind>(kind: K, id: Id): ReferenceTo<K> {
      const record = found.get(`${kind} ${id}`);
      if (!record) throw new Error(`${kind} ${id} was not loaded`);
      // The columns of `RECORDS[kind]`, which the database has the types of.
      return record as ReferenceTo<K>;
    },
  };
}
