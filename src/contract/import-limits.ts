/** How much one file of vendors, SKUs or stock may hold: what is larger is parted, so that one step fits into its undo. */
/** A file travels inside JSON, where quotes and line breaks take two bytes. */
export const IMPORT_BODY = 10 * 1024 * 1024;
export const MOST_IMPORTED = { rows: 10_000, bytes: 4_000_000 } as const;
