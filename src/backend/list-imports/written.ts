/** A checked file becomes records: as one step, or not at all. */
import type { ListImported } from '#contract/list-imported.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { type RecordChange, type Saved, saveRecords } from '../write/save.ts';
import { type CheckedFile, type CheckedRow, checkedImport } from './checked.ts';

/** Those that make or change a record; the others are left as they are, or left out. */
export const writtenOf = (rows: readonly CheckedRow[]): CheckedRow[] =>
  rows.filter(({ fate }) => fate === 'create' || fate === 'update');

type Writing = {
  /** Of the check that was shown: nothing is written where the rows would not become that any more. */
  readonly seen: string;
  readonly verb: string;
  /** @param newId an id nobody has, for a row that makes a record */
  readonly changes: (
    rows: readonly CheckedRow[],
    newId: () => Id,
  ) => readonly RecordChange[] | Promise<readonly RecordChange[]>;
  /** The feed, last. */
  readonly told: (saved: Saved) => Promise<void>;
};

/** Call with all locked that the file is decided on. */
export async function writeChecked(
  tx: Transaction,
  context: CommandContext,
  file: CheckedFile,
  { seen, verb, changes, told }: Writing,
): Promise<ListImported> {
  const check = checkedImport(file);
  if (!file.ok || check.seen !== seen) return { isWritten: false, operationId: null, check };
  const rows = writtenOf(file.rows);
  if (rows.length === 0) return { isWritten: true, operationId: null, check };
  const fresh = await newIds(tx, check.counts.create);
  const saved = await saveRecords(
    tx,
    context,
    { verb, undoable: true },
    await changes(rows, () => fresh.pop()!),
  );
  await told(saved);
  return { isWritten: true, operationId: saved.operationId, check };
}
