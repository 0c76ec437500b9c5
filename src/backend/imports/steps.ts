/** The steps of an import that work on after the answer: what their beginning makes of the state, and who does them. */
import { fieldsOf, type ImportMapping } from '#contract/import.ts';
import type { ImportKind } from '#contract/import-kinds.ts';
import { ProblemError } from '#contract/problem.ts';
import { recordMappingProblems } from '#domain/import-records/mapping.ts';
import { evidenceOf, guessOrder } from '#domain/import-requests/date-order.ts';
import { mappingProblems } from '#domain/import-requests/mapping.ts';
import type { ImportStep } from '#domain/import-steps.ts';
import type { Instant } from '#domain/time.ts';
import type { ImportTask } from './progress.ts';
import { checkJobs, runJobs } from './records/run-jobs.ts';
import { checkRecords, runRecords } from './records/run-records.ts';
import { undoImport } from './records/undo-import.ts';
import { checkImport, runImport } from './run-import.ts';
import type { StoredImport, updateImport } from './store.ts';

type Begun = Parameters<typeof updateImport>[3];

type Work = { check(task: ImportTask): Promise<void>; run(task: ImportTask): Promise<void> };
const RECORDS: Work = { check: checkRecords, run: runRecords };
const WORK: Readonly<Record<ImportKind, Work>> = {
  'service-requests': { check: checkImport, run: runImport },
  customers: RECORDS,
  locations: RECORDS,
  contacts: RECORDS,
  jobs: { check: checkJobs, run: runJobs },
};

export function work(step: ImportStep, task: ImportTask): Promise<void> {
  if (step === 'undo') return undoImport(task);
  const { check, run } = WORK[task.stored.kind];
  return step === 'check' ? check(task) : run(task);
}

/** Throws ProblemError request.invalid with everything that is wrong with the mapping. */
export function beginCheck(stored: StoredImport, body: ImportMapping, now: Instant): Begun {
  const headers = stored.columns.map(({ name }) => name);
  const known: readonly string[] = fieldsOf(stored.kind);
  const found =
    stored.kind === 'service-requests'
      ? [
          ...Object.entries(body.columns)
            .filter(([, field]) => !known.includes(field))
            .map(([column]) => ({ code: 'field.unknown' as const, column })),
          ...mappingProblems(headers, body.columns),
        ]
      : recordMappingProblems(stored.kind, headers, body.columns);
  const wrong = found.map(({ code, ...params }) => ({
    path: 'column' in params ? `columns.${params.column}` : 'columns',
    code,
    message: Object.values(params).flat().join(', '),
  }));
  if (wrong.length > 0) throw new ProblemError('request.invalid', {}, wrong);
  const dates = body.dates ?? guessOrder(evidenceOf(stored.columns, body.columns)) ?? undefined;
  const mapping = { ...body, asOf: body.asOf ?? now, ...(dates ? { dates } : {}) };
  return { mapping, checked: false, rowsDone: 0, fates: {}, reasons: {}, made: {} };
}

/** What the check only foresaw makes room for what is made; what an earlier attempt made stays. */
export const beginRun = (stored: StoredImport): Begun => ({
  rowsDone: 0,
  ...(stored.status === 'Checked' ? { made: {} } : {}),
});

export const beginUndo = (): Begun => ({ rowsDone: 0 });
