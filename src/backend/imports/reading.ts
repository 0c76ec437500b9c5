/** What screens read of imports while they work and after: rows by page, the result as a file, what went wrong. */
import type { ImportState } from '#contract/import.ts';
import { ProblemError } from '#contract/problem.ts';
import type { UpstreamRequest, UpstreamResponse } from '#contract/upstream.ts';
import type { Database, Transaction } from '#db/database.ts';
import { problemOfDatabase } from '#db/database-problem.ts';
import type { Id } from '#domain/ids.ts';
import { resultFile } from './result-file.ts';
import { loadRows, type StoredImport } from './store.ts';

const ROWS = 100;

/** A page of rows by line; `stored` is read in the same transaction. */
export async function rowsPage(
  tx: Transaction,
  request: UpstreamRequest,
  stored: StoredImport,
): Promise<UpstreamResponse['body']> {
  const query = request.query as { fate?: string; limit?: number; after?: string };
  const after = query.after ?? '0';
  if (!/^\d{1,9}$/.test(after))
    throw new ProblemError('request.invalid', {}, [{ path: 'after', code: 'cursor', message: '' }]);
  const limit = query.limit ?? ROWS;
  const items = await loadRows(tx, stored.id, Number(after), limit + 1, query.fate ?? null);
  const page = items.slice(0, limit);
  const total = query.fate ? (stored.fates[query.fate] ?? 0) : stored.rowsDone;
  return { items: page, next: items.length > limit ? String(page.at(-1)!.line) : null, total };
}

export const resultDownload = (
  database: Database,
  tenantId: Id,
  { id, fileName, kind }: ImportState,
): UpstreamResponse => ({
  status: 200,
  body: null,
  download: {
    fileName: `${fileName.replace(/\.[^.]*$/, '')}.result.csv`,
    mediaType: 'text/csv; charset=utf-8',
    chunks: resultFile(database, tenantId, id, kind),
  },
});

/** What a person can do something about keeps its code; all else is a fault with the request to look for in the log. */
export function problemOf(error: unknown, requestId: string): NonNullable<ImportState['problem']> {
  if (error instanceof ProblemError) return { code: error.code, params: error.params };
  const told = problemOfDatabase(error);
  if (told) return { code: told.code, params: {} };
  if ((error as NodeJS.ErrnoException | null)?.code === 'ENOENT')
    return { code: 'import.file_gone', params: {} };
  return { code: 'server.fault', params: { requestId } };
}
