/** One step on payments and what is applied: its records, the applications made and taken back, the feed. */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { LedgerDocument, Planned, Undone } from '#domain/receivables/applying.ts';
import { type DocumentRef, keyOf } from '#domain/receivables/ledger.ts';
import { invoicesChanged } from '../invoices/changed.ts';
import { writeEntries } from '../receivables/ledger.ts';
import type { CommandContext } from '../write/context.ts';
import type { StoredRecord } from '../write/records.ts';
import { type RecordChange, type Saved, saveRecords } from '../write/save.ts';
import { toldOf, undoApplications, writeApplications } from './applications.ts';
import { paymentsChanged } from './changed.ts';

/** `record` null: made by the step itself. */
export type Touched = LedgerDocument & { readonly record: StoredRecord | null };
export type Step = {
  readonly verb: string;
  readonly reason?: string;
  /** All that are applied or taken back, by `keyOf`. */
  readonly documents: ReadonlyMap<string, Touched>;
  readonly made?: readonly Planned[];
  readonly undone?: readonly Undone[];
  /** What else is written: payments and invoices that are new or changed themselves. */
  readonly records?: readonly RecordChange[];
};

/** Not undoable: money has commands that take it back. Each table is written in one statement (`saveRecords`). */
export async function saveApplied(
  tx: Transaction,
  context: CommandContext,
  { verb, reason, documents, made = [], undone = [], records = [] }: Step,
): Promise<Saved & { readonly applicationIds: readonly Id[] }> {
  const told = toldOf(
    documents,
    made,
    undone.map(({ application }) => application),
  );
  const known = new Set(records.map(({ kind, after }) => `${kind} ${after.id}`));
  const changes: RecordChange[] = [
    ...records.map((one) => ({
      ...one,
      related: { ...one.related, ...told.get(`${one.kind} ${one.after.id}`) },
    })),
    ...[...told].flatMap(([key, related]): RecordChange[] => {
      const { kind, number, record } = documents.get(key)!;
      if (known.has(key) || !record) return [];
      const label = `${kind === 'invoice' ? 'Invoice' : 'Payment'} ${number}`;
      return [{ kind, before: record, after: record, label, related }];
    }),
  ];
  const saved = await saveRecords(
    tx,
    context,
    { verb, undoable: false, ...(reason ? { reason } : {}) },
    changes,
  );
  await undoApplications(
    tx,
    context,
    undone.map(({ application }) => application.id),
  );
  await writeEntries(
    tx,
    context,
    saved.operationId,
    undone.flatMap(({ entries }) => entries),
  );
  const applications = await writeApplications(tx, context, saved.operationId, made);
  await paymentsChanged(tx, context, saved);
  await invoicesChanged(tx, context, saved);
  return { ...saved, applicationIds: applications.map(({ id }) => id) };
}

/** A document that the step makes itself. */
export const newDocument = (
  document: DocumentRef & Pick<Touched, 'number' | 'customerId' | 'currency' | 'on' | 'cents'>,
): [string, Touched] => [keyOf(document), { ...document, state: 'Pending', record: null }];

/** For who goes on with what was written. */
export const versionsOf = ({ changes }: Saved) =>
  changes.flatMap(({ kind, after, version }) =>
    kind === 'invoice' || kind === 'payment' ? [{ kind, id: after.id, version } as const] : [],
  );
