import type { RowReason } from '#contract/list-import.ts';
import { wrongOf } from '../../parts/catalogue/item-error.ts';
import { rowReasonText } from '../../parts/list-import/import-words.ts';

/** In the words of the form, behind the head of the column. */
export function catalogueReasonText(reason: RowReason): string {
  const { column, code, issue, text } = reason;
  if (code === 'repeated') return 'Another row has this SKU.';
  if (code === 'unknown_name') return `There is no SKU with the code “${text}”.`;
  if (code === 'unreadable' && column === 'Price breaks')
    return `Price breaks: “${text}” cannot be read. Write them as 10: 10.90; 50: 9.85.`;
  if (!issue) return rowReasonText(reason);
  return `${column}: ${wrongOf({ type: issue.code, message: issue.message }, issue.field)}`;
}
