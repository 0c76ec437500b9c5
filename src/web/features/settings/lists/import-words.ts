/** Why a row, or a whole file, cannot be taken. */
import { MOST_ROWS, type SetupImportPlan, type SetupRowReason } from '#contract/setup-import.ts';

type FileProblem = Extract<SetupImportPlan, { ok: false }>['code'];

/** @param naming the head of the column people know a record by */
export function fileProblemText(code: FileProblem, line: number, naming: string): string {
  switch (code) {
    case 'quote_not_closed':
      return `A quotation mark opened in line ${line} is never closed. Correct the file and choose it again.`;
    case 'no_name_column':
      return `The first line has no column “${naming}”. It must hold the heads of the columns.`;
    case 'too_many':
      return `There are more than ${MOST_ROWS.toLocaleString('en-US')} rows. Part the file in two.`;
    case 'no_rows':
      return 'There is nothing below the heads of the columns.';
  }
}

export function rowReasonText({ column, code, text }: SetupRowReason): string {
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
  }
}
