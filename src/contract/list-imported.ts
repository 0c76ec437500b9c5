/** A file of vendors, SKUs or stock over the wire: first checked, then written as it was checked. */
import { z } from 'zod';
import { MOST_IMPORTED } from './import-limits.ts';
import { FILE_PROBLEMS, ROW_FATES, ROW_REASONS } from './list-import.ts';
import { id } from './scalars.ts';

/** A character is up to four bytes; the route counts those. */
const csv = z.string().max(MOST_IMPORTED.bytes);
export const checkImport = z.strictObject({ csv });
/** `seen`: of the check that was shown. What the rows would become by now has to be the same. */
export const writeImport = z.strictObject({ csv, seen: z.string().min(1).max(64) });

const count = z.int().min(0);
const counts = z.strictObject({ create: count, update: count, unchanged: count, reject: count });
const reason = z.strictObject({
  column: z.string().nullable(),
  code: z.enum(ROW_REASONS),
  text: z.string(),
  issue: z.strictObject({ field: z.string(), code: z.string(), message: z.string() }).optional(),
  refusal: z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) }).optional(),
});
const row = z.strictObject({
  line: z.int(),
  name: z.string(),
  fate: z.enum(ROW_FATES),
  changed: z.array(z.string()),
  reasons: z.array(reason),
});
/** `problem`: why the file is refused whole; then nothing else is told. `rows`: those to read, all are counted. */
export const importChecked = z.strictObject({
  problem: z
    .strictObject({ code: z.enum(FILE_PROBLEMS), line: z.int(), column: z.string().nullable() })
    .nullable(),
  seen: z.string(),
  counts,
  ignored: z.array(z.string()),
  rows: z.array(row),
});
/**
 * `isWritten` false: somebody changed what the file is about since it was checked, so nothing was written; `check` is
 * how it stands now. `operationId`: the step an undo takes back; null where nothing can be.
 */
export const listImported = z.strictObject({
  isWritten: z.boolean(),
  operationId: id.nullable(),
  check: importChecked,
});

export type ImportChecked = z.output<typeof importChecked>;
export type ListImported = z.output<typeof listImported>;
