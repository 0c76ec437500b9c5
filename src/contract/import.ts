/** Service-request import: upload, mapping with guesses, preview of every row's fate, run, progress, result (issue: real input). */
import { z } from 'zod';
import { IMPORT_FIELDS, ROW_FATES, ROW_REASONS } from '#domain/import-requests/fields.ts';
import { id, instant, timeZone } from './scalars.ts';

export { IMPORT_FIELDS, ROW_FATES, ROW_REASONS };

export const importMapping = z.strictObject({
  timeZone,
  /** Header → field, named as `importState.columns` names them; columns left out are ignored. */
  columns: z.record(z.string().max(200), z.enum(IMPORT_FIELDS)),
  /** What was closed before it is completed, the rest open. Left out: the moment of the check. */
  asOf: instant.optional(),
});
export const importState = z.strictObject({
  id,
  fileName: z.string(),
  /** How the file was read; anything but `utf-8` is worth telling. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  /** The mapping of the last check; null before it. */
  mapping: importMapping.nullable(),
  status: z.enum(['Uploaded', 'Checking', 'Checked', 'Running', 'Done', 'Canceled', 'Failed']),
  columns: z.array(
    z.strictObject({ name: z.string(), guess: z.enum(IMPORT_FIELDS), samples: z.array(z.string()) }),
  ),
  rowsTotal: z.int(),
  rowsDone: z.int(),
  /** How many rows meet each fate; a fate without rows is 0. */
  fates: z.record(z.enum(ROW_FATES), z.int()),
  /** How many rows were told each reason; only reasons that occurred. */
  reasons: z.array(z.strictObject({ code: z.enum(ROW_REASONS), count: z.int() })),
  /** Things made besides jobs: business unit, job types, campaign, custom fields, customers, locations. */
  made: z.array(z.strictObject({ what: z.string(), count: z.int() })),
  problem: z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  createdOn: instant,
});
/** Codes with params of everything that was missing, ambiguous or decided for a row; told in words by import-sentences.ts. */
export const rowReason = z.strictObject({
  code: z.enum(ROW_REASONS),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
});
export const importRow = z.strictObject({
  line: z.int(),
  fate: z.enum(ROW_FATES),
  reasons: z.array(rowReason),
  /** The request's own number, '' when the row has none. */
  externalId: z.string(),
  summary: z.string(),
  jobId: id.nullable(),
});
export const importRows = z.strictObject({
  items: z.array(importRow),
  next: z.string().nullable(),
  total: z.int().nullable(),
});
export const imports = z.strictObject({ items: z.array(importState) });
export type ImportState = z.output<typeof importState>;
export type ImportRow = z.output<typeof importRow>;
export type ImportMapping = z.output<typeof importMapping>;
