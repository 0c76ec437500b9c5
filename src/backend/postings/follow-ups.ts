/**
 * What was done with posted documents after that, for the next batch (domain-rules §7: "books a new entry"): applied,
 * taken back, bounced. What falls into a closed period by now is booked on the first open day.
 */
import type { Transaction } from '#db/database.ts';
import { allow, type Decision, type Refusal } from '#domain/decision.ts';
import {
  type AppliedSide,
  applicationJournal,
  type JournalLine,
  reversedJournal,
} from '#domain/posting/journal.ts';
import { bookedOn } from '#domain/posting/posting.ts';
import { type DocumentRef, keyOf } from '#domain/receivables/ledger.ts';
import type { Day } from '#domain/time.ts';
import type { LockedDocument, LockedDocuments, StoredPayment } from '../payments/documents.ts';
import { labelOf, type Posted } from './document-journals.ts';
import { entriesOfSources } from './entries.ts';
import type { PostingFacts } from './facts.ts';
import type { WaitingApplication } from './waiting.ts';

type Given = {
  readonly applications: readonly WaitingApplication[];
  readonly bounced: readonly DocumentRef[];
  /** By `keyOf`; all that are named. */
  readonly documents: LockedDocuments;
  readonly facts: PostingFacts;
  readonly openFrom: Day | null;
};
type FollowUp = {
  readonly document: LockedDocument;
  readonly entry: Posted | null;
  readonly refusal: Refusal | null;
};

export async function followUpsOf(tx: Transaction, given: Given): Promise<FollowUp[]> {
  const { applications, bounced, documents, facts, openFrom } = given;
  const bouncedIds = bounced.map(({ id }) => id);
  const known = await entriesOfSources(tx, 'payment', bouncedIds);
  // By somebody who was waited for.
  const told = (await entriesOfSources(tx, 'bounce', bouncedIds)).map(({ sourceId }) => sourceId);
  const undone = await entriesOfSources(
    tx,
    'application',
    applications.flatMap(({ id, isReversal }) => (isReversal ? [id] : [])),
  );
  return [
    ...applications.map((one) => {
      const from = documents.get(keyOf(one.from))!;
      const to = documents.get(keyOf(one.to))!;
      const was = undone.find(({ sourceId }) => sourceId === one.id);
      const journal: Decision<readonly JournalLine[]> =
        one.isReversal && was
          ? // The accounts of then, whatever was set since: else the two would not come to nothing.
            allow(reversedJournal(was.lines))
          : applicationJournal(sideOf(from, facts), sideOf(to, facts), one.cents);
      const words = `${labelOf(from)} for ${labelOf(to).toLowerCase()}`;
      const more = {
        kind: one.isReversal ? ('unapplication' as const) : ('application' as const),
        sourceId: one.id,
        label: one.isReversal ? `Taken back: ${words}` : words,
        on: bookedOn(one.on, openFrom),
      };
      return journal.ok
        ? { document: from, entry: entryOf(from, to, journal.value, facts, more), refusal: null }
        : { document: from, entry: null, refusal: journal.refusal };
    }),
    ...known
      .filter(({ sourceId }) => !told.includes(sourceId))
      .map((was) => {
        const document = documents.get(keyOf({ kind: 'payment', id: was.sourceId }))!;
        const { bounced: stamp } = document.record as StoredPayment;
        const more = {
          kind: 'bounce' as const,
          sourceId: was.sourceId,
          label: `Bounced: ${labelOf(document)}`,
          on: bookedOn(stamp!.on, openFrom),
        };
        return {
          document,
          entry: entryOf(document, document, reversedJournal(was.lines), facts, more),
          refusal: null,
        };
      }),
  ];
}

const sideOf = ({ kind, number, record }: LockedDocument, { units }: PostingFacts): AppliedSide => ({
  kind,
  number,
  unit: units.get(record.businessUnitId)!,
});

const entryOf = (
  from: LockedDocument,
  to: LockedDocument,
  lines: readonly JournalLine[],
  { units, customers }: PostingFacts,
  more: Pick<Posted, 'kind' | 'sourceId' | 'label' | 'on'>,
): Posted => ({
  ...more,
  currency: from.currency,
  businessUnitIds: [...new Set([from.record.businessUnitId, to.record.businessUnitId])],
  unitName: units.get(from.record.businessUnitId)!.name,
  customerId: from.customerId,
  customerName: customers.get(from.customerId)!,
  lines,
  document: from,
  isNew: false,
});
