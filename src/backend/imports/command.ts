/** `npm run import -- KIND FILE …`: the same endpoints as the screen, with progress and a summary in words. */
import { createWriteStream } from 'node:fs';
import { access, constants } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ImportState } from '#contract/import.ts';
import { REASON_TITLES } from '#contract/import-sentences.ts';
import { ProblemError } from '#contract/problem.ts';
import { type ImportArguments, readArguments, USAGE, UsageError } from './command-arguments.ts';
import type { UnreadableWhy } from './file-shape.ts';
import type { ImportCall } from './import-call.ts';

export type ImportCommandDeps = {
  readonly imports: ImportCall;
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  /** Whether `out` is a terminal, where one line can be written over. */
  readonly isTerminal: boolean;
  readonly wait: (ms: number) => Promise<void>;
  /** Ctrl C: the import is canceled after its batch; run again, it goes on. */
  readonly signal: AbortSignal;
};

const POLL_MS = 250;

/** Answers the exit code: 0 done, 1 failed or canceled, 2 wrongly called. */
export async function runImportCommand(args: readonly string[], deps: ImportCommandDeps): Promise<number> {
  try {
    const given = await readArguments(args);
    await access(given.file, constants.R_OK).catch(() => {
      throw new UsageError(`The file ${given.file} cannot be read.`);
    });
    return await importFile(given, deps);
  } catch (error) {
    if (error instanceof UsageError) {
      deps.err(`${error.message}\n\n${USAGE}`);
      return 2;
    }
    if (!(error instanceof ProblemError)) throw error;
    deps.err(`${problemSentence(error)}\n`);
    return 1;
  }
}

async function importFile(given: ImportArguments, deps: ImportCommandDeps): Promise<number> {
  const { imports, out } = deps;
  const sent = { upload: given.file, query: { fileName: basename(given.file) } };
  const uploaded = await (given.kind === undefined || given.kind === 'service-requests'
    ? imports.call('imports.upload', sent)
    : imports.call('imports.uploadRecords', { ...sent, params: { what: given.kind } }));
  const { id } = uploaded;
  out(`${uploaded.rowsTotal} rows, read as ${uploaded.encoding}.\n`);
  const columns = mappingOf(uploaded, given);
  if (Object.values(columns).every((field) => field === 'ignore')) {
    out(
      `No column has a name that is known here. The file's columns are: ${Object.keys(columns).join(', ')}.\n` +
        'Say what they are with --map, or add the line of column names if the first line is none.\n',
    );
  }
  for (const [name, field] of Object.entries(columns))
    if (field !== 'ignore') out(`  ${field.padEnd(12)} ← ${name}\n`);
  const body = {
    timeZone: given.zone,
    columns,
    ...(given.asOf ? { asOf: given.asOf } : {}),
    ...(given.duplicates ? { duplicates: given.duplicates } : {}),
  };
  await imports.call('imports.check', { params: { id }, body });
  const checked = await follow(deps, id, 'Checking');
  if (checked.status !== 'Checked' || deps.signal.aborted) return ended(checked, deps);
  await imports.call('imports.run', { params: { id } });
  const done = await follow(deps, id, 'Importing');
  out(summary(done));
  const target = await resultPath(given.file);
  await pipeline(Readable.from(await imports.download(id)), createWriteStream(target, { mode: 0o600 }));
  out(`Every row with its reasons: ${target}\n`);
  return ended(done, deps);
}

/** The guesses, and over them what the mapping file says; a field it gives to a column is taken from the guessed one. */
function mappingOf(uploaded: ImportState, { columns: said }: ImportArguments): ImportArguments['columns'] {
  const taken = new Set(Object.values(said));
  const guessed = uploaded.columns.map(
    ({ name, guess }) => [name, taken.has(guess) ? 'ignore' : guess] as const,
  );
  return { ...Object.fromEntries(guessed), ...said };
}

function ended(state: ImportState, { err, signal }: ImportCommandDeps): number {
  if (state.status === 'Done') return 0;
  if (state.status === 'Canceled' || signal.aborted)
    err('Canceled. What was written stays; run the command again to go on.\n');
  if (state.problem) err(`${problemSentence(state.problem)}\n`);
  return 1;
}

/** Shows progress until the import stands still. */
async function follow(deps: ImportCommandDeps, id: number, word: string): Promise<ImportState> {
  const { imports, out, isTerminal, wait, signal } = deps;
  let shown = '';
  for (let canceled = false; ; ) {
    const state = await patiently(deps, () => imports.call('imports.get', { params: { id } }));
    const moving = state.status === 'Checking' || state.status === 'Running';
    const percent = Math.floor((100 * state.rowsDone) / Math.max(1, state.rowsTotal));
    // Not a terminal: a line for every tenth, so that a log stays readable.
    const text = `${word}: ${isTerminal ? percent : percent - (percent % 10)} %`;
    if (text !== shown) out(isTerminal ? `\r${text}` : `${text}\n`);
    shown = text;
    if (!moving) {
      if (isTerminal) out('\n');
      return state;
    }
    if (signal.aborted && !canceled) {
      canceled = true;
      await imports.call('imports.cancel', { params: { id } });
    } else {
      await wait(POLL_MS);
    }
  }
}

/** A question that waited too long behind the import's own batches is asked again: the import goes on meanwhile. */
async function patiently<T>({ wait }: ImportCommandDeps, ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask();
    } catch (error) {
      const isBusy = error instanceof ProblemError && error.code === 'server.timeout';
      if (!isBusy) throw error;
      await wait(POLL_MS);
    }
  }
}

const REQUEST_FATES: Readonly<Partial<Record<keyof ImportState['fates'], string>>> = {
  create: 'booked without a remark',
  report: 'booked, with remarks',
  duplicate: 'booked, possible duplicates',
  exists: 'already there, left as they are',
  reject: 'not booked',
};
const RECORD_FATES: typeof REQUEST_FATES = {
  create: 'made without a remark',
  report: 'made, with remarks',
  update: 'changed',
  exists: 'unchanged',
  duplicate: 'look like one we have, left out',
  reject: 'left out',
};

function summary(state: ImportState): string {
  const line = (count: number, words: string) => `  ${String(count).padStart(7)}  ${words}\n`;
  const words = state.kind === 'service-requests' ? REQUEST_FATES : RECORD_FATES;
  const fates = Object.entries(words).map(([fate, words]) => line(state.fates[fate as 'create'], words));
  const reasons = state.reasons.map(({ code, count }) => line(count, REASON_TITLES[code]));
  const made = state.made.map(({ what, count }) => line(count, MADE_WORDS[what] ?? what));
  return [
    `Rows:\n`,
    ...fates,
    ...(reasons.length > 0 ? ['Remarks:\n', ...reasons] : []),
    ...(made.length > 0 ? ['Made:\n', ...made] : []),
  ].join('');
}

const MADE_WORDS: Readonly<Record<string, string>> = {
  job: 'jobs',
  customer: 'customers',
  location: 'locations',
  contact: 'contacts',
  jobType: 'job types',
  businessUnit: 'business unit',
  campaign: 'campaign',
  customField: 'custom fields',
  tag: 'tag',
  reason: 'reasons',
  taxZone: 'tax zone',
};

const UNREADABLE: Readonly<Record<UnreadableWhy, string>> = {
  empty: 'the file is empty',
  no_rows: 'the file has a header but no rows',
  binary: 'the file is not text',
  spreadsheet: 'the file is a spreadsheet; save it as CSV',
  quote_not_closed: 'a quotation mark is never closed, or stands in the header where none belongs',
  cell_too_long: 'a cell is longer than 256 kB, so the file is probably not a table',
  too_many_columns: 'the file has too many columns',
};

const MAPPING_WRONG: Readonly<Record<string, string>> = {
  'field.missing': 'no column is the',
  'field.repeated': 'more than one column is the',
  'column.unknown': 'the file has no column',
  'field.unknown': 'no field of this kind is meant for',
};

/** What went wrong, for someone at a terminal. */
function problemSentence(
  problem: Pick<ProblemError, 'code' | 'params'> | NonNullable<ImportState['problem']>,
): string {
  const fields = problem instanceof ProblemError ? problem.fields : [];
  const { line, why, requestId } = problem.params;
  switch (problem.code) {
    case 'import.unreadable':
      return `The file cannot be imported: ${UNREADABLE[why as UnreadableWhy] ?? why}${line ? ` (line ${line})` : ''}.`;
    case 'request.invalid': {
      const wrong = fields.map((one) => `${MAPPING_WRONG[one.code] ?? one.code} ${one.message}`);
      return `The mapping does not fit: ${wrong.join('; ')}. Give one with --map.`;
    }
    case 'request.too_large':
      return 'The file is larger than 300 MB.';
    case 'server.disk_full':
      return 'The disk is full. What was written stays; make room and run the command again.';
    case 'session.forbidden':
      return 'There is no admin yet: start the server once and set the company up.';
    default:
      return `The import failed: ${problem.code}${requestId ? ` (${requestId})` : ''}.`;
  }
}

/** Beside the file, or in the current folder when that one cannot be written. */
async function resultPath(file: string): Promise<string> {
  const name = `${basename(file, extname(file))}.result.csv`;
  const beside = await access(dirname(file), constants.W_OK).then(
    () => true,
    () => false,
  );
  return beside ? join(dirname(file), name) : name;
}
