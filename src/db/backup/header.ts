/** The first line of a backup, in plain text (`head -1 FILE`): what it is, when it was made, what it holds. */
import { z } from 'zod';

/** Raised when a program that knows only the former could misread the file. */
export const FORMAT = 2;

const table = z.object({
  /** `schema.table` */
  name: z.string().regex(/^[a-z_]+\.[a-z0-9_]+$/),
  columns: z.array(z.string().min(1)),
  rows: z.int().nonnegative(),
});
/** Attached files: contents that rows refer to, each once per company. Format 1 had none of them. */
const files = z.object({ count: z.int().nonnegative(), bytes: z.int().nonnegative() });
const headerSchema = z.object({
  'truckroll backup': z.int().min(1).max(FORMAT),
  /** Canonical instant. */
  made: z.string(),
  engine: z.enum(['pglite', 'postgres']),
  companies: z.int().nonnegative(),
  rows: z.int().nonnegative(),
  files: files.default({ count: 0, bytes: 0 }),
  /** What had been applied to the database, in order. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
  tables: z.array(table),
});

export type Header = z.output<typeof headerSchema>;
export type TableHeader = z.output<typeof table>;

/** A file that cannot be restored; the message is a sentence for the operator. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** @throws BackupError when the line is not a backup's first line, or that of a newer format */
export function parseHeader(line: string): Header {
  let given: unknown;
  try {
    given = JSON.parse(line);
  } catch {
    given = null;
  }
  const format = z.object({ 'truckroll backup': z.int() }).safeParse(given);
  if (!format.success) throw new BackupError('The file is not a backup of Truckroll.');
  const version = format.data['truckroll backup'];
  if (version > FORMAT) {
    throw new BackupError(
      `The backup was made by a newer Truckroll (format ${version}, this one reads up to ${FORMAT}). Update it first.`,
    );
  }
  const header = headerSchema.safeParse(given);
  if (!header.success) throw new BackupError('The first line of the backup is damaged.');
  return header.data;
}

/** The last line: between `\nsha256 ` and the newline stand 64 hexadecimal digits over everything before. */
export const sealOf = (sha256: string): string => `\nsha256 ${sha256}\n`;
