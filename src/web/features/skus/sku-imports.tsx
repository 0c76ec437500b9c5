import { listFileUrls, listImports } from '../../data/list-imports.ts';
import { CheckedImport } from '../../parts/list-import/checked-import.tsx';
import { useUndo } from '../../parts/use-undo.ts';
import { skuReasonText, stockReasonText } from './import-reasons.ts';

/** What the list can read from a file. */
export type SkuFile = 'skus' | 'stock';

/** SKUs, or what lies of them, from a CSV. */
export function SkuImport({ of, onClose }: { of: SkuFile; onClose: () => void }) {
  const { undo } = useUndo();
  return of === 'skus' ? (
    <CheckedImport
      of={listImports.skus}
      what="SKUs"
      description="A CSV file whose first line holds the heads of the columns. A SKU is found again by its external key, else by its code; its GL account goes by number. Columns the file lacks stay as they are."
      undoNote="All of it is one step, which one Undo takes back."
      fileUrl={listFileUrls.skus}
      reasonText={skuReasonText}
      doneText={({ create, update }) => `SKUs: ${create} added, ${update} changed`}
      onUndo={undo}
      onClose={onClose}
    />
  ) : (
    <CheckedImport
      of={listImports.stock}
      what="stock on hand"
      description="A CSV file with a row for each SKU at each location: SKU (its code), Location, On hand, Serials (a space or a semicolon between), Least, Most. What is on hand is written as a count. Empty cells change nothing."
      undoNote="Counts cannot be undone: a wrong one is put right by the next. Least and most are one step, which one Undo takes back."
      fileUrl={listFileUrls.stock}
      reasonText={stockReasonText}
      doneText={({ update }) => `Stock: ${update} ${update === 1 ? 'row' : 'rows'} counted or leveled`}
      onUndo={undo}
      onClose={onClose}
    />
  );
}
