import type { RowReason } from '#contract/list-import.ts';
import { listFileUrls, listImports } from '../../data/list-imports.ts';
import { CheckedImport } from '../../parts/list-import/checked-import.tsx';
import { rowReasonText } from '../../parts/list-import/import-words.ts';
import { useUndo } from '../../parts/use-undo.ts';
import { wrongOf } from './form-error.ts';
import type { VendorTyped } from './vendor-values.ts';

/** Vendors from a CSV, matched by external key, else by name. */
export function VendorImport({ onClose }: { onClose: () => void }) {
  const { undo } = useUndo();
  return (
    <CheckedImport
      of={listImports.vendors}
      what="vendors"
      description="A CSV file whose first line holds the heads of the columns. A vendor is found again by its external key, else by its whole name; payment term, tags and whom to remit to go by name. Columns the file lacks stay as they are."
      undoNote="All of it is one step, which one Undo takes back."
      fileUrl={listFileUrls.vendors}
      reasonText={vendorReasonText}
      doneText={({ create, update }) => `Vendors: ${create} added, ${update} changed`}
      onUndo={undo}
      onClose={onClose}
    />
  );
}

/** In the words of the form, behind the head of the column. */
export function vendorReasonText(reason: RowReason): string {
  const { column, issue, code } = reason;
  if (code === 'repeated') return 'Another row or another vendor has this name or external key.';
  if (!issue) return rowReasonText(reason);
  const errors = { [issue.field]: { type: issue.code, message: issue.message } };
  return `${column}: ${wrongOf(errors, issue.field as keyof VendorTyped)}`;
}
