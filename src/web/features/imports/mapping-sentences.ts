import type { ImportFieldName } from '#contract/import.ts';
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

const ALTERNATIVES: Readonly<Partial<Record<ImportFieldName, readonly ImportFieldName[]>>> = {
  address: ['street'],
  name: ['lastName', 'company'],
  customerKey: ['customerName'],
  phone: ['mobile', 'email'],
};
const oneOf = new Intl.ListFormat('en-US', { type: 'disjunction' });

/** "Name, Last name, or Company": what a field is called that no file of the kind can do without. */
export const neededWords = (field: ImportFieldName): string =>
  oneOf.format([field, ...(ALTERNATIVES[field] ?? [])].map((one) => FIELD_WORDS[one]));

function problemsOf(kind: ImportKind, headers: readonly string[], mapping: ColumnMapping) {
  return kind === 'service-requests'
    ? mappingProblems(headers, mapping)
    : recordMappingProblems(kind, headers, mapping);
}

/** Needed fields no column is mapped to; of an empty mapping: all that are needed. */
export const missingFields = (kind: ImportKind, mapping: ColumnMapping): ImportFieldName[] =>
  problemsOf(kind, Object.keys(mapping), mapping).flatMap((problem) =>
    problem.code === 'field.missing' ? [problem.field] : [],
  );

/** What keeps a mapping from being checked, each with what to do about it. */
export function mappingSentences(
  kind: ImportKind,
  headers: readonly string[],
  mapping: ColumnMapping,
): string[] {
  return problemsOf(kind, headers, mapping).map((problem) => {
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
