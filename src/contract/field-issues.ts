/** A row of a file held against the schema a form has, field by field. */
import type { z } from 'zod';
import type { SetupValue, SetupValues } from '#domain/setup/fields.ts';
import type { KnownRecord, RowIssue } from './list-import.ts';

/**
 * Of a known record only what changes is looked at: what was brought along may stand as it is, in a file as in the form.
 * Fields the schema does not take stay as they are read.
 */
export function fieldIssues(
  shape: Readonly<Record<string, z.ZodType>>,
  whole: SetupValues,
  known: KnownRecord | undefined,
): { values: SetupValues; issues: RowIssue[] } {
  const values: Record<string, SetupValue> = { ...whole };
  const issues: RowIssue[] = [];
  for (const [field, schema] of Object.entries(shape)) {
    if (known && JSON.stringify(known.values[field]) === JSON.stringify(whole[field])) continue;
    const { success, data, error } = schema.safeParse(whole[field]);
    if (success) values[field] = data as SetupValue;
    else for (const { code, message } of error.issues) issues.push({ field, code, message });
  }
  return { values, issues };
}
