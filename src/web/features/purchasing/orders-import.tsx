import { listImports } from '../../data/list-imports.ts';
import { CheckedImport } from '../../parts/list-import/checked-import.tsx';
import { rowReasonText } from '../../parts/list-import/import-words.ts';

/** Open orders of another system from a CSV: only what is still to come. */
export function OrdersImport({ onClose }: { onClose: () => void }) {
  return (
    <CheckedImport
      of={listImports.orders}
      what="open orders"
      description="A CSV file with a row for each line: Number (the other system’s), Vendor, Type, Business unit, Place, Date, Required on, Expected on, SKU (its code) or Description, Part number, Ordered, Received, Cost. What was received is left off: the order is for the rest, and counts as sent. Days are written 2026-11-30. Unit and place may be left out where there is one; a cost that is left out is the catalogue’s."
      undoNote="Orders cannot be undone: what should not be here is canceled. A number that is here already is not brought in again."
      reasonText={rowReasonText}
      doneText={({ create }) => `Open orders: ${create} ${create === 1 ? 'line' : 'lines'} brought in`}
      onUndo={() => {}}
      onClose={onClose}
    />
  );
}
