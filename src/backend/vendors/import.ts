/** Vendors by CSV: checked, then written as one step that one undo takes back. As many statements for one row as for thousands. */
import { listCsv, planListImport } from '#contract/list-import.ts';
import type { ImportChecked, ListImported } from '#contract/list-imported.ts';
import { vendorImportList } from '#contract/vendor-import.ts';
import { lockForCompany } from '#db/company-lock.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { decideVendor } from '#domain/vendor/decide.ts';
import type { Vendor, VendorChanges } from '#domain/vendor/vendor.ts';
import { type CheckedFile, type CheckedRow, checkedImport, unlessRefused } from '../list-imports/checked.ts';
import { csvFile } from '../list-imports/csv-file.ts';
import { namedRecords, type References, references } from '../list-imports/names.ts';
import { allRecords, knownRecord, lockAsRead } from '../list-imports/stored.ts';
import { writeChecked, writtenOf } from '../list-imports/written.ts';
import type { CommandContext } from '../write/context.ts';
import { vendorsChanged } from './changed.ts';
import { type StoredVendor, vendorRecord } from './commands.ts';

const FIELDS = vendorImportList.columns.map(({ name }) => name).filter((name) => name !== 'active');

type Planned = { readonly file: CheckedFile; readonly stored: ReadonlyMap<Id, StoredVendor> };

/** All vendors, those out of use too: what an import reads back as unchanged. */
export async function exportVendors(tx: Transaction) {
  const { all, names } = await vendorsAndNames(tx);
  const records = all.map((one) => knownRecord(one, FIELDS));
  return csvFile('vendors.csv', listCsv(vendorImportList, records, names.nameOf));
}

export async function checkVendorImport(tx: Transaction, { csv }: { csv: string }): Promise<ImportChecked> {
  return checkedImport((await planned(tx, csv)).file);
}

/** Rows that cannot be taken are left out. Nothing is written where they would not become what was shown. */
export async function importVendors(
  tx: Transaction,
  context: CommandContext,
  { csv, seen }: { csv: string; seen: string },
): Promise<ListImported> {
  // Two files at once: the second sees what the first has made, and makes none of it twice.
  await lockForCompany(tx, 'company.vendors-import');
  let { file, stored } = await planned(tx, csv);
  while (!(await lockAsRead(tx, 'vendor', toLock(file, stored)))) ({ file, stored } = await planned(tx, csv));
  return writeChecked(tx, context, file, {
    seen,
    verb: 'vendor.imported',
    changes: (rows, newId) =>
      rows.map(({ id, values }) => {
        const before = id === null ? null : stored.get(id)!;
        const blank = { id: before?.id ?? newId(), active: true };
        return vendorRecord(before, { ...(before ?? blank), ...values } as Vendor);
      }),
    told: (saved) => vendorsChanged(tx, context, saved, 'vendor.updated'),
  });
}

/** Those that change, and those that will be paid in their place: nobody is paid in theirs meanwhile. */
function toLock(file: CheckedFile, stored: ReadonlyMap<Id, StoredVendor>): StoredVendor[] {
  if (!file.ok) return [];
  const ids = writtenOf(file.rows).flatMap(({ id, values }) => [id, values.remittanceVendorId as Id | null]);
  return [...new Set(ids)].flatMap((id) => stored.get(id ?? 0) ?? []);
}

async function vendorsAndNames(tx: Transaction) {
  const all = await allRecords<StoredVendor>(tx, 'vendor');
  const names = references({
    vendor: all,
    paymentTerm: await namedRecords(tx, 'paymentTerm'),
    tag: await namedRecords(tx, 'tag'),
  });
  return { all, names };
}

async function planned(tx: Transaction, csv: string): Promise<Planned> {
  const { all, names } = await vendorsAndNames(tx);
  const stored = new Map(all.map((one) => [one.id, one]));
  const records = all.map((one) => knownRecord(one, FIELDS));
  const plan = planListImport(vendorImportList, csv, records, names.idOf);
  if (!plan.ok) return { file: plan, stored };
  const known = new Map(records.map((one) => [one.id, { ...one.values, active: one.active }]));
  const rows = plan.rows.map((row) => ({ ...row, before: row.id === null ? null : known.get(row.id)! }));
  return { file: { ...plan, rows: decided(rows, stored, names) }, stored };
}

/** By the rules of the form, one row after the other: who is paid in whose place follows from the rows before, too. */
function decided(
  rows: readonly CheckedRow[],
  stored: ReadonlyMap<Id, StoredVendor>,
  { chosen }: References,
): CheckedRow[] {
  const paidBy = new Map([...stored.values()].map(({ id, remittanceVendorId }) => [id, remittanceVendorId]));
  const paidFor = new Map<Id, number>();
  const count = (id: Id | null | undefined, by: 1 | -1) => id && paidFor.set(id, (paidFor.get(id) ?? 0) + by);
  for (const id of paidBy.values()) count(id, 1);
  return rows.map((row) => {
    if (row.fate !== 'create' && row.fate !== 'update') return row;
    const changes = row.values as VendorChanges;
    const before = stored.get(row.id ?? 0) ?? null;
    const remitTo = changes.remittanceVendorId ?? null;
    const isNew = remitTo !== null && remitTo !== before?.remittanceVendorId;
    const remittance = isNew ? { ...stored.get(remitTo)!, remittanceVendorId: paidBy.get(remitTo)! } : null;
    const result = unlessRefused(
      row,
      decideVendor(
        // Without what it may not yet be: its own payment is decided by `remittance`.
        before ?? ({ ...changes, id: 0, active: true, remittanceVendorId: null } as Vendor),
        changes,
        {
          chosen: [
            ...chosen(
              'tag',
              (changes.tagIds ?? []).filter((id) => !before?.tagIds.includes(id)),
            ),
            ...chosen('paymentTerm', newly(changes.paymentTermId, before?.paymentTermId)),
            ...chosen('vendor', isNew ? [remitTo] : []),
          ],
          remittance,
          paidFor: paidFor.get(row.id ?? 0) ?? 0,
        },
      ),
    );
    if (result.fate !== 'reject' && 'remittanceVendorId' in changes) {
      count(before && paidBy.get(before.id), -1);
      count(remitTo, 1);
      if (before) paidBy.set(before.id, remitTo);
    }
    return result;
  });
}

const newly = (now: Id | null | undefined, was: Id | null | undefined): Id[] =>
  now === null || now === undefined || now === was ? [] : [now];
