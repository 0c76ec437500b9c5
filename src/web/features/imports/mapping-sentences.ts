import type { ColumnMapping } from '#domain/import-requests/mapping.ts';
import { mappingProblems } from '#domain/import-requests/mapping.ts';
import { FIELD_WORDS } from '../../lib/import-reason-text.ts';

const list = new Intl.ListFormat('en-US');

/** What keeps a mapping from being checked, each with what to do about it. */
export function mappingSentences(headers: readonly string[], mapping: ColumnMapping): string[] {
  return mappingProblems(headers, mapping).map((problem) => {
    switch (problem.code) {
      case 'field.missing':
        return problem.field === 'address'
          ? 'No column is the address. Choose one for “Full address”, or one for “Street”.'
          : `No column is “${FIELD_WORDS[problem.field]}”. Without it no request can be booked: choose one.`;
      case 'field.repeated':
        return `${list.format(problem.columns)} are all “${FIELD_WORDS[problem.field]}”. Keep one and leave out the others.`;
      case 'column.unknown':
        return `The file has no column “${problem.column}”. Reload the page.`;
    }
    return problem satisfies never;
  });
}
