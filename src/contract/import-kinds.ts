/** Kinds of imports and fates of their rows, apart from the schemas, so that a page's address can name them without zod. */
import { RECORD_KINDS } from '#domain/import-records/record-kinds.ts';
import { ROW_FATES as REQUEST_FATES } from '#domain/import-requests/row-fates.ts';

/** What a file can hold: requests of a city's service line, or the records of the program an office moves out of. */
export const IMPORT_KINDS = ['service-requests', ...RECORD_KINDS] as const;
/** Those of service requests, and of records: `update` changed, `undone` taken back, `stays` could not be. */
export const ROW_FATES = [...REQUEST_FATES, 'update', 'undone', 'stays'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];
export type RowFate = (typeof ROW_FATES)[number];
