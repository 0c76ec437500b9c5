/** What a file of records can hold, apart from its columns: a page's address names them. Service requests: `domain/import-requests`. */
export const RECORD_KINDS = ['customers', 'locations', 'contacts', 'jobs'] as const;
export type RecordImportKind = (typeof RECORD_KINDS)[number];
