/** Which column is which field of a record, as the guesses or people said it. */
import { NEEDED_FIELDS, RECORD_FIELDS, type RecordField } from './kinds.ts';
import type { RecordImportKind } from './record-kinds.ts';

export type RecordPositions = Readonly<Partial<Record<RecordField, number>>>;
type RecordMappingProblem =
  | { readonly code: 'field.missing'; readonly field: RecordField }
  | { readonly code: 'field.repeated'; readonly field: RecordField; readonly columns: readonly string[] }
  | { readonly code: 'column.unknown' | 'field.unknown'; readonly column: string };

/** All problems at once; a header that is not named is ignored. */
export function recordMappingProblems(
  kind: RecordImportKind,
  headers: readonly string[],
  mapping: Readonly<Record<string, string>>,
): RecordMappingProblem[] {
  const known: readonly string[] = RECORD_FIELDS[kind];
  const problems: RecordMappingProblem[] = [];
  const columnsOf = new Map<RecordField, string[]>();
  for (const [column, field] of Object.entries(mapping)) {
    if (!headers.includes(column)) problems.push({ code: 'column.unknown', column });
    if (!known.includes(field)) problems.push({ code: 'field.unknown', column });
    if (field === 'ignore' || !known.includes(field)) continue;
    const columns = columnsOf.get(field as RecordField) ?? [];
    columnsOf.set(field as RecordField, [...columns, column]);
  }
  for (const [field, columns] of columnsOf)
    if (columns.length > 1) problems.push({ code: 'field.repeated', field, columns });
  for (const oneOf of NEEDED_FIELDS[kind])
    if (!oneOf.some((field) => columnsOf.has(field)))
      problems.push({ code: 'field.missing', field: oneOf[0]! });
  return problems;
}

/** Call only with a mapping without problems. */
export function recordPositions(
  headers: readonly string[],
  mapping: Readonly<Record<string, string>>,
): RecordPositions {
  const positions: Partial<Record<RecordField, number>> = {};
  for (const [index, header] of headers.entries()) {
    const field = Object.hasOwn(mapping, header) ? mapping[header]! : 'ignore';
    if (field !== 'ignore') positions[field as RecordField] = index;
  }
  return positions;
}
