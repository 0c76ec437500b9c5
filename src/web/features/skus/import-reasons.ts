/** Why a row of a file of SKUs or stock is left out: in the words of the forms, behind the head of the column. */
import type { RowReason } from '#contract/list-import.ts';
import { rowReasonText } from '../../parts/list-import/import-words.ts';
import { wrongOf } from './form-error.ts';

const inWordsOfForm = (reason: RowReason, repeated: string): string => {
  const { column, issue, code } = reason;
  if (code === 'repeated') return repeated;
  if (!issue) return rowReasonText(reason);
  const errors = { [issue.field]: { type: issue.code, message: issue.message } };
  return `${column}: ${wrongOf(errors, issue.field)}`;
};

export const skuReasonText = (reason: RowReason): string =>
  inWordsOfForm(reason, 'Another row or another SKU has this code or external key.');

export function stockReasonText(reason: RowReason): string {
  // The form cannot be left without a SKU; a file can.
  if (reason.code === 'missing' && reason.issue?.field === 'skuId') return 'SKU: Say its code.';
  return inWordsOfForm(reason, 'Another row of the file is about this SKU at this location.');
}
