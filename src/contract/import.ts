/** Imports from CSV: upload, mapping with guesses, preview of every row's fate, run, progress, result, undo. */
import { z } from 'zod';
import { DUPLICATE_CHOICES, MAKEABLE_LISTS, RECORD_FIELDS } from '#domain/import-records/kinds.ts';
import { RECORD_REASONS } from '#domain/import-records/reasons.ts';
import { DATE_ORDERS } from '#domain/import-requests/date-order.ts';
import {
  IMPORT_FIELDS as REQUEST_FIELDS,
  ROW_REASONS as REQUEST_REASONS,
} from '#domain/import-requests/fields.ts';
import { IMPORT_STATUSES } from '#domain/import-steps.ts';
import { IMPORT_KINDS, type ImportKind, ROW_FATES } from './import-kinds.ts';
import { id, instant, timeZone } from './scalars.ts';

/** Fields of all kinds; each kind takes its own (`fieldsOf`). */
export const IMPORT_FIELDS = [
  ...new Set([...REQUEST_FIELDS, ...Object.values(RECORD_FIELDS).flat()]),
] as const;
export const ROW_REASONS = [...REQUEST_REASONS, ...RECORD_REASONS] as const;
export type ImportFieldName = (typeof IMPORT_FIELDS)[number];
export type RowReasonCode = (typeof ROW_REASONS)[number];

/** What a column of a file of that kind can be mapped to. */
export const fieldsOf = (kind: ImportKind): readonly ImportFieldName[] =>
  kind === 'service-requests' ? REQUEST_FIELDS : RECORD_FIELDS[kind];

export const importMapping = z.strictObject({
  timeZone,
  /** Header → field, named as `importState.columns` names them; columns left out are ignored. */
  columns: z.record(z.string().max(200), z.enum(IMPORT_FIELDS)),
  /** What was closed before it is completed, the rest open. Left out: the moment of the check. */
  asOf: instant.optional(),
  /** Customers of the file who look like one we have: leave them out, give ours their key, or make them all the same. */
  duplicates: z.enum(DUPLICATE_CHOICES).optional(),
  /** How days such as 03/04/2026 are read. Left out: as rows of the file prove it, else they are not read. */
  dates: z.enum(DATE_ORDERS).optional(),
  /** Lists to which names are added that the file brings and they lack. */
  make: z.array(z.enum(MAKEABLE_LISTS)).max(MAKEABLE_LISTS.length).optional(),
});
export const importState = z.strictObject({
  id,
  kind: z.enum(IMPORT_KINDS),
  fileName: z.string(),
  /** How the file was read; anything but `utf-8` is worth telling. */
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1252']),
  /** The mapping of the last check; null before it. */
  mapping: importMapping.nullable(),
  status: z.enum(IMPORT_STATUSES),
  /** Until when what it has written can be taken back; null: not, or nothing was written. */
  undoUntil: instant.nullable(),
  columns: z.array(
    z.strictObject({
      name: z.string(),
      guess: z.enum(IMPORT_FIELDS),
      samples: z.array(z.string()),
      /** How many cells are days in numbers, and which orders they allow; null: none, or not looked at. */
      dates: z
        .strictObject({ monthFirst: z.int(), dayFirst: z.int(), either: z.int(), example: z.string() })
        .nullable(),
    }),
  ),
  rowsTotal: z.int(),
  rowsDone: z.int(),
  /** How many rows meet each fate; a fate without rows is 0. */
  fates: z.record(z.enum(ROW_FATES), z.int()),
  /** How many rows were told each reason; only reasons that occurred. */
  reasons: z.array(z.strictObject({ code: z.enum(ROW_REASONS), count: z.int() })),
  /** Records made, by kind: jobs, customers, locations, contacts and what the lists lacked. */
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
  /** The row's own number or key, '' when it has none. */
  externalId: z.string(),
  summary: z.string(),
  jobId: id.nullable(),
  /** Whose record it is, for rows about customers, locations and contacts. */
  customerId: id.nullable(),
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
