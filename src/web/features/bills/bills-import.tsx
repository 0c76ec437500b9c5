import { listImports } from '../../data/list-imports.ts';
import { CheckedImport } from '../../parts/list-import/checked-import.tsx';
import { rowReasonText } from '../../parts/list-import/import-words.ts';

/** Vendors' bills from a CSV: each finds its order, its receipt and its lines, and says what comes of it before anything is written. */
export function BillsImport({ onClose }: { onClose: () => void }) {
  return (
    <CheckedImport
      of={listImports.bills}
      what="vendors’ bills"
      description="A CSV file with a row for each line of a bill: Order (our number), Invoice (the vendor’s), Date, Part number, SKU or Description, Quantity, Cost, Amount, Tax, Freight. Days are written 2026-11-30. What says the same as was received is reconciled; everything else waits with its differences. An invoice that is here already is left as it is."
      undoNote="Bills cannot be undone: what should not be here is canceled, and what was reconciled is made good by a credit."
      reasonText={rowReasonText}
      doneText={({ create, update }) =>
        `Bills: ${create + update} ${create + update === 1 ? 'line' : 'lines'} entered`
      }
      onUndo={() => {}}
      onClose={onClose}
    />
  );
}
