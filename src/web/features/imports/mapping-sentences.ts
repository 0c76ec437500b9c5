import type { ImportKind } from '#contract/import-kinds.ts';
import { recordMappingProblems } from '#domain/import-records/mapping.ts';
import { type ColumnMapping, mappingProblems } from '#domain/import-requests/mapping.ts';
import { FIELD_WORDS, KIND_WORDS } from '../../lib/import-reason-text.ts';

const list = new Intl.ListFormat('en-US');
const OTHERWISE: Readonly<Record<string, string>> = {
  address: 'No column is the address. Choose one for “Full address”, or one for “Street”.',
  name: 'No column is the name. Choose one for “Name”, or for “Last name” or “Company”.',
  customerKey: 'No column says whose it is. Choose one for “Customer’s key”, or for “Customer’s name”.',
  phone: 'No column says how to reach anybody. Choose one for “Phone”, “Mobile” or “E-mail”.',
};

/** What keeps a mapping from being checked, each with what to do about it. */
export function mappingSentences(
  kind: ImportKind,
  headers: readonly string[],
  mapping: ColumnMapping,
): string[] {
  const problems =
    kind === 'service-requests'
      ? mappingProblems(headers, mapping)
      : recordMappingProblems(kind, headers, mapping);
  return problems.map((problem) => {
    switch (problem.code) {
      case 'field.missing':
        return (
          OTHERWISE[problem.field] ??
          `No column is “${FIELD_WORDS[problem.field]}”. Without it no ${KIND_WORDS[kind].one} can be ${kind === 'service-requests' ? 'booked' : 'made'}: choose one.`
        );
      case 'field.repeated':
        return `${list.format(problem.columns)} are all “${FIELD_WORDS[problem.field]}”. Keep one and leave out the others.`;
      case 'column.unknown':
      case 'field.unknown':
        return `The file has no column “${problem.column}”. Reload the page.`;
    }
    return problem satisfies never;
  });
}
