/** Why a row, or a whole file, cannot be taken. */
import type { ListImportPlan, RowReason } from '#contract/list-import.ts';
import { refusalText } from '../../lib/refusal-text.ts';

type FileProblem = Omit<Extract<ListImportPlan, { ok: false }>, 'ok'>;

/** @param mostRows how many rows a file of this list may have */
export function fileProblemText({ code, line, column }: FileProblem, mostRows: number): string {
  switch (code) {
    case 'quote_not_closed':
      return `A quotation mark opened in line ${line} is never closed. Correct the file and choose it again.`;
    case 'no_name_column':
      return `The first line has no column “${column}”. It must hold the heads of the columns.`;
    case 'twin_columns':
      return `The first line has two columns “${column}”, and only one can be meant. Take one out of the file and choose it again.`;
    case 'too_many':
      return `There are more than ${mostRows.toLocaleString('en-US')} rows. Part the file in two.`;
    case 'no_rows':
      return 'There is nothing below the heads of the columns.';
  }
}

/** Of a list without sentences of its own. */
export function rowReasonText({ column, code, text, refusal }: RowReason): string {
  switch (code) {
    case 'missing':
      return `${column} is missing.`;
    case 'unknown_name':
      return `${column}: there is no “${text}”, or more than one.`;
    case 'unreadable':
      return `${column}: “${text}” cannot be read.`;
    case 'related':
      return `${column} ${text}.`;
    case 'ragged':
      return `The row has ${text} cells, not as many as there are column heads.`;
    case 'invalid':
      return `${column}: “${text}” is not allowed.`;
    case 'fixed':
      return `${column} cannot be changed later.`;
    case 'repeated':
      return 'Another row or record has this name or external key.';
    case 'several':
      return `There is more than one “${text}”. Say which by its external key.`;
    case 'refused':
      return refusalText(refusal?.code ?? '', refusal?.params ?? {});
  }
}
