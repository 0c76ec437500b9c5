/**
 * Open invoices, credits and deposits of a former system by CSV (issue 6, §6): checked, then entered as one step. They stand
 * in the ledger like any other document: an invoice of one item, a deposit as a payment that is not applied yet.
 */
import { planListImport } from '#contract/list-import.ts';
import type { ImportChecked, ListImported } from '#contract/list-imported.ts';
import { openingImportList } from '#contract/opening-import.ts';
import { lockForCompany } from '#db/company-lock.ts';
import type { Transaction } from '#db/database.ts';
import { refusalOnDay } from '#domain/receivables/periods.ts';
import { invoicesChanged } from '../invoices/changed.ts';
import { type CheckedFile, type CheckedRow, checkedImport, unlessRefused } from '../list-imports/checked.ts';
import { paymentsChanged } from '../payments/changed.ts';
import { auditDone } from '../write/audit-done.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { saveRecords } from '../write/save.ts';
import { firstOpenDay, lockAccounts } from './ledger.ts';
import { isDeposit, type OpeningRow, openingRecords } from './opening-documents.ts';
import { accountsOf, openingNames } from './opening-names.ts';

type Planned = { readonly file: CheckedFile; readonly rows: readonly OpeningRow[] };

export async function checkOpeningImport(
  tx: Transaction,
  context: CommandContext,
  { csv }: { csv: string },
): Promise<ImportChecked> {
  return checkedImport((await planned(tx, context, csv)).file);
}

/** Rows that cannot be taken are left out. Nothing is written where they would not become what was shown. */
export async function importOpening(
  tx: Transaction,
  context: CommandContext,
  { csv, seen }: { csv: string; seen: string },
): Promise<ListImported> {
  // Two files at once: the second sees what the first has entered, and enters none of it twice.
  await lockForCompany(tx, 'company.opening-import');
  const { file, rows } = await planned(tx, context, csv);
  const check = checkedImport(file);
  if (check.problem || check.seen !== seen) return { isWritten: false, operationId: null, check };
  if (rows.length === 0) {
    await auditDone(tx, context, 'invoice.imported', undefined, { ...check.counts });
    return { isWritten: true, operationId: null, check };
  }
  await lockAccounts(
    tx,
    rows.map(({ values }) => values.customerId),
  );
  const deposits = rows.filter(isDeposit).length;
  const invoices = rows.length - deposits;
  const saved = await saveRecords(
    tx,
    context,
    { verb: 'invoice.imported', undoable: false },
    await openingRecords(tx, rows, {
      ids: await newIds(tx, rows.length + invoices),
      invoice: invoices > 0 ? await takeNumbers(tx, 'invoice', invoices) : 0,
      payment: deposits > 0 ? await takeNumbers(tx, 'payment', deposits) : 0,
    }),
  );
  await invoicesChanged(tx, context, saved);
  await paymentsChanged(tx, context, saved);
  // Money has no undo: what should not be here is made void.
  return { isWritten: true, operationId: null, check };
}

async function planned(tx: Transaction, { actor }: CommandContext, csv: string): Promise<Planned> {
  const { names, here, onlyUnit } = await openingNames(tx, actor, csv);
  const plan = planListImport(openingImportList(onlyUnit), csv, here, names.idOf);
  if (!plan.ok) return { file: plan, rows: [] };
  const openFrom = await firstOpenDay(tx);
  const accounts = await accountsOf(tx);
  const rows = plan.rows.map((row): CheckedRow => {
    if (row.fate !== 'create') return { ...row, before: null };
    const { values } = row as OpeningRow;
    const glAccountId = values.glAccountId ?? accounts.get(values.businessUnitId) ?? null;
    const checked: CheckedRow = { ...row, values: { ...row.values, glAccountId }, before: null };
    if (values.kind !== 'Deposit' && glAccountId === null)
      return { ...checked, fate: 'reject', reasons: [NO_ACCOUNT] };
    const refusal = refusalOnDay(values.date, openFrom);
    return refusal ? unlessRefused(checked, { ok: false, refusal }) : checked;
  });
  return {
    file: { ok: true, ignored: plan.ignored, rows },
    rows: rows.filter(({ fate }) => fate === 'create') as unknown as OpeningRow[],
  };
}

const NO_ACCOUNT = {
  column: 'GL account',
  code: 'related',
  text: 'is missing, and the business unit has no income account',
} as const;
