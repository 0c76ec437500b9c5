/** Which column is which field, as people (or the guesses) said it. */
import type { ImportField } from './fields.ts';

/** Header → field, as the contract carries it. */
export type ColumnMapping = Readonly<Record<string, string>>;
/** Field → position in the row; a field without a column is not in it. */
export type FieldPositions = Readonly<Partial<Record<ImportField, number>>>;

type MappingProblem =
  | { readonly code: 'field.missing'; readonly field: ImportField }
  | { readonly code: 'field.repeated'; readonly field: ImportField; readonly columns: readonly string[] }
  | { readonly code: 'column.unknown'; readonly column: string };

/**
 * Without number, opening time and place no row can be booked, so the mapping is refused as a whole instead of every
 * row. All problems at once. A header the mapping does not name is ignored.
 */
export function mappingProblems(headers: readonly string[], mapping: ColumnMapping): MappingProblem[] {
  const used = Object.entries(mapping).filter(
    (entry): entry is [string, ImportField] => entry[1] !== 'ignore',
  );
  const problems: MappingProblem[] = Object.keys(mapping)
    .filter((column) => !headers.includes(column))
    .map((column) => ({ code: 'column.unknown', column }));
  for (const field of new Set(used.map(([, one]) => one))) {
    const columns = used.filter(([, one]) => one === field).map(([column]) => column);
    if (columns.length > 1) problems.push({ code: 'field.repeated', field, columns });
  }
  const has = (field: ImportField) => used.some(([, one]) => one === field);
  if (!has('externalId')) problems.push({ code: 'field.missing', field: 'externalId' });
  if (!has('openedOn')) problems.push({ code: 'field.missing', field: 'openedOn' });
  if (!has('address') && !has('street')) problems.push({ code: 'field.missing', field: 'address' });
  return problems;
}

/** Call only with a mapping without problems. */
export function fieldPositions(headers: readonly string[], mapping: ColumnMapping): FieldPositions {
  const positions: Partial<Record<ImportField, number>> = {};
  for (const [index, header] of headers.entries()) {
    const field = Object.hasOwn(mapping, header) ? mapping[header]! : 'ignore';
    if (field !== 'ignore') positions[field as ImportField] = index;
  }
  return positions;
}

/**
 * Headers as the mapping can name them: unnamed columns get their number, a repeated name its count, so that
 * `id,id,` becomes `id`, `id (2)`, `column 3`.
 */
export function distinctHeaders(headers: readonly string[]): string[] {
  const taken = new Set<string>();
  return headers.map((header, index) => {
    const name = header.trim().slice(0, 190) || `column ${index + 1}`;
    let distinct = name;
    for (let count = 2; taken.has(distinct); count++) distinct = `${name} (${count})`;
    taken.add(distinct);
    return distinct;
  });
}
