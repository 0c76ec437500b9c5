/** What changed between two states of a record, field by field. */

export type FieldChanges = Record<string, [before: unknown, after: unknown]>;

/** JSON with sorted keys: two values are the same when these texts are. */
export function canonical(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      inner !== null && typeof inner === 'object' && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ) ?? 'null'
  );
}

/** Texts, numbers and truths are compared as they are: most fields of most records are such, and JSON costs more. */
const differ = (was: unknown, is: unknown): boolean =>
  was !== is && !(isObject(was) && isObject(is) && canonical(was) === canonical(is));

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;

/** Fields of `fields` that differ; a new record (before null) differs in everything it has. */
export function differences(
  before: Readonly<Record<string, unknown>> | null,
  after: Readonly<Record<string, unknown>>,
  fields: readonly string[],
): FieldChanges {
  const changes: FieldChanges = {};
  for (const field of fields) {
    const was = before ? (before[field] ?? null) : null;
    const is = after[field] ?? null;
    if (differ(was, is)) changes[field] = [was, is];
  }
  return changes;
}
