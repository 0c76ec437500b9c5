import { setupCsv } from '#contract/setup-import.ts';
import type { Transaction } from '#db/database.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { csvFile } from '../list-imports/csv-file.ts';
import { referenceNames } from './names.ts';
import { setupRecords } from './records.ts';

/** The list as CSV, records not in use too: what an import reads back as unchanged. */
export async function exportSetup(tx: Transaction, kind: SetupKind) {
  const { items } = await setupRecords(tx, kind);
  const { nameOf } = await referenceNames(tx, kind);
  const csv = setupCsv(kind, items, nameOf);
  return csvFile(`${setupKind(kind).slug}.csv`, csv);
}
