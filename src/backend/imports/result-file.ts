/** The result of an import as CSV: every row with its fate, its job and its reasons in words. */

import type { ImportRow } from '#contract/import.ts';
import type { ImportKind } from '#contract/import-kinds.ts';
import { reasonSentence } from '#contract/import-sentences.ts';
import type { Database } from '#db/database.ts';
import { textCell } from '#domain/csv-text.ts';
import type { Id } from '#domain/ids.ts';
import { loadRows } from './store.ts';

/** Service requests have numbers, records of another program keys. */
const headerOf = (kind: ImportKind): string =>
  [
    'line',
    kind === 'service-requests' ? 'request' : 'key',
    'fate',
    kind === 'service-requests' || kind === 'jobs' ? 'job' : 'customer',
    'summary',
    'reasons',
  ].join(',');
const PAGE = 1000;

const line = (row: ImportRow, jobNumber: number | null): string =>
  [
    row.line,
    textCell(row.externalId),
    row.fate,
    jobNumber ?? row.customerId ?? '',
    textCell(row.summary),
    textCell(row.reasons.map(reasonSentence).join(' ')),
  ].join(',');

/** Chunks of about a thousand lines; each page is a short transaction, so that a slow reader blocks nobody. */
export async function* resultFile(
  database: Database,
  tenantId: Id,
  importId: Id,
  kind: ImportKind,
): AsyncGenerator<string> {
  yield `\uFEFF${headerOf(kind)}\r\n`;
  for (let after = 0; ; ) {
    const from = after;
    const page = await database.transaction({ tenantId, readOnly: true }, async (tx) => {
      const rows = await loadRows(tx, importId, from, PAGE, null);
      const jobs = await tx.query<{ id: Id; number: number }>(
        'select id, number from company.jobs where tenant_id = $1 and id = any($2::bigint[])',
        [tenantId, rows.flatMap((row) => row.jobId ?? [])],
      );
      return { rows, numberOf: new Map(jobs.map((job) => [job.id, job.number])) };
    });
    if (page.rows.length === 0) return;
    yield page.rows.map((row) => `${line(row, page.numberOf.get(row.jobId ?? 0) ?? null)}\r\n`).join('');
    after = page.rows.at(-1)!.line;
  }
}
