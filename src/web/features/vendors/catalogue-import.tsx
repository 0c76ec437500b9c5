import { useMemo } from 'react';
import { catalogueFileUrl, catalogueImport } from '../../data/catalogue.ts';
import { CheckedImport } from '../../parts/list-import/checked-import.tsx';
import { catalogueReasonText } from './catalogue-import-reasons.ts';

export type CatalogueImportProps = {
  vendorId: number;
  onUndo: (operationId: number) => void;
  onClose: () => void;
};

/** A vendor's price list from a CSV, matched by the SKU's code. */
export function CatalogueImport({ vendorId, onUndo, onClose }: CatalogueImportProps) {
  const of = useMemo(() => catalogueImport(vendorId), [vendorId]);
  return (
    <CheckedImport
      of={of}
      what="the catalogue"
      description="A CSV file whose first line holds the heads of the columns: SKU (its code), Part number, Cost, Lead time, Least, Price breaks (“10: 10.90; 50: 9.85”), Preferred, Description. Columns the file lacks stay as they are; SKUs the file lacks stay in the catalogue."
      undoNote="All of it is one step, which one Undo takes back."
      fileUrl={catalogueFileUrl(vendorId)}
      reasonText={catalogueReasonText}
      doneText={({ create, update }) => `Catalogue: ${create} added, ${update} changed`}
      onUndo={onUndo}
      onClose={onClose}
    />
  );
}
