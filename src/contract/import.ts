/** Service-request import: upload, mapping with guesses, preview of every row's fate, run, progress, result (issue: real input). */
import { z } from 'zod';
import { id, instant, timeZone } from './scalars.ts';

/** Fields a column can be mapped to. */
export const IMPORT_FIELDS = [
  'externalId',
  'openedOn',
  'dueOn',
  'closedOn',
  'summary',
  'category',
  'details',
  'address',
  'street',
  'city',
  'state',
  'zip',
  'latitude',
  'longitude',
  'source',
  'ignore',
] as const;
export const ROW_FATES = ['create', 'exists', 'duplicate', 'report', 'reject'] as const;

export const importMapping = z.strictObject({
  timeZone,
  /** Header name → field. */
  columns: z.record(z.string().max(200), z.enum(IMPORT_FIELDS)),
  asOf: instant.optional(),
});
export const importState = z.strictObject({
  id,
  fileName: z.string(),
  status: z.enum(['Uploaded', 'Checking', 'Checked', 'Running', 'Done', 'Canceled', 'Failed']),
  columns: z.array(
    z.strictObject({ name: z.string(), guess: z.enum(IMPORT_FIELDS), samples: z.array(z.string()) }),
  ),
  rowsTotal: z.int(),
  rowsDone: z.int(),
  /** How many rows meet each fate. */
  fates: z.record(z.enum(ROW_FATES), z.int()),
  /** Things made besides jobs: business unit, job types, campaign, custom fields, customers, locations. */
  made: z.array(z.strictObject({ what: z.string(), count: z.int() })),
  problem: z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) }).nullable(),
  createdOn: instant,
});
export const importRow = z.strictObject({
  line: z.int(),
  fate: z.enum(ROW_FATES),
  /** Codes with params of everything that was missing, ambiguous or decided for this row; told in words by the web. */
  reasons: z.array(z.strictObject({ code: z.string(), params: z.record(z.string(), z.unknown()) })),
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
