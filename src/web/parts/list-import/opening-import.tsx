import { listFileUrls, listImports } from '../../data/list-imports.ts';
import { CheckedImport } from './checked-import.tsx';
import { rowReasonText } from './import-words.ts';

/** What customers owe and are owed when an office moves in. */
export function OpeningImport({ onClose }: { onClose: () => void }) {
  return (
    <CheckedImport
      of={listImports.opening}
      what="opening balances"
      description="A CSV file with a row for each open invoice, credit and deposit: Kind (Invoice, Credit or Deposit), Number (the former system’s), Customer (name or external key), Business unit, Date, Due, Amount (what is still open, tax in it), GL account (its number), Payment type (of a deposit), Memo. Days are written 2026-11-30. The unit may be left out where there is one, the account where the unit has an income account."
      undoNote="Money cannot be undone: what should not be here is made void. A number that is here already is not brought in again."
      fileUrl={listFileUrls.opening}
      fileText="Save a file to begin with"
      reasonText={rowReasonText}
      doneText={({ create }) => `Opening balances: ${create} ${create === 1 ? 'row' : 'rows'} brought in`}
      onUndo={() => {}}
      onClose={onClose}
    />
  );
}
