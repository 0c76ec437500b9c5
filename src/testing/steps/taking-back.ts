/**
 * What an undo or a redo may and must do when others have changed something since (domain-rules §10), told from three states
 * of the company alone: refused because of a field exactly where others have changed a field of the step, all else as
 * they have left it, and the step's fields as they were before it.
 */
import type { CompanyState } from './company-state.ts';

type Cells = Map<string, string>;
type Answer = { readonly code: string | null; readonly params: Record<string, unknown> };

/** What follows from other fields (`undo/derived.ts`), or is written anew with whatever is written. */
const FOLLOWS: readonly RegExp[] = [
  /^jobs \d+ (status|hold)$/,
  /^appointments \d+ (status|unused)$/,
  /^(occupancy|window_counters|timesheet_stamps|outbox|messages) /,
  /^customers \d+ (search|terms)$/,
  /^locations \d+ address_key$/,
];
const follows = (cell: string) => FOLLOWS.some((one) => one.test(cell));

/** By table, row and column; who goes to a visit is one field of it. */
function cellsOf(state: CompanyState): Cells {
  const cells: Cells = new Map();
  const crews = new Map<string, string[]>();
  for (const [key, text] of state) {
    const row = Object.fromEntries(JSON.parse(text) as [string, unknown][]);
    const [table] = key.split(' ');
    if (table === 'assignments') {
      const field = `appointments ${row.appointment_id} technicians`;
      crews.set(field, [...(crews.get(field) ?? []), text]);
    } else
      for (const [column, value] of Object.entries(row)) cells.set(`${key} ${column}`, JSON.stringify(value));
  }
  for (const [field, crew] of crews) cells.set(field, crew.sort().join());
  return cells;
}

/** Who goes to a visit whose job is canceled or completed by this: closing a job ends what is on it, whoever put it there (§2). */
function endsWithItsJob(cell: string, now: Cells, result: Cells): boolean {
  const visit = /^(appointments \d+) technicians$/.exec(cell)?.[1];
  const job = visit && `jobs ${result.get(`${visit} job_id`)}`;
  const closes = (field: string) =>
    now.get(`${job} ${field}`) === 'null' && result.get(`${job} ${field}`) !== 'null';
  return job !== undefined && (closes('canceled') || closes('completed_on'));
}

const changedIn = (was: Cells, is: Cells): string[] =>
  [...new Set([...was.keys(), ...is.keys()])].filter(
    (cell) => was.get(cell) !== is.get(cell) && !follows(cell),
  );

const rowOf = (cell: string) => cell.slice(0, cell.lastIndexOf(' '));

/**
 * @param before the step; `after` it; `since` others have done something; `then`, when it was asked to be taken back
 * @returns what is wrong, in words, and whether others were in the way
 */
export function checkTakingBack(
  [before, after, since, then]: readonly [CompanyState, CompanyState, CompanyState, CompanyState],
  { code, params }: Answer,
): { readonly wrong: readonly string[]; readonly clash: boolean } {
  const [was, is, now, result] = [before, after, since, then].map(cellsOf) as [Cells, Cells, Cells, Cells];
  const mine = new Set(changedIn(was, is));
  const theirs = changedIn(is, now);
  // What it made is taken back only while nobody else has touched it.
  const rowsBefore = new Set([...was.keys()].map(rowOf));
  const made = new Set([...mine].map(rowOf).filter((row) => !rowsBefore.has(row)));
  const clashes = theirs.filter(
    (cell) => made.has(rowOf(cell)) || (mine.has(cell) && now.get(cell) !== was.get(cell)),
  );
  const clash = clashes.length > 0;
  if (code !== null) {
    const touched = changedIn(now, result).map((cell) => `${code}, and changed ${cell}`);
    const isOfFields = code.endsWith('.changed_since');
    const unfounded =
      isOfFields && !clash ? [`refused without a field in the way: ${JSON.stringify(params)}`] : [];
    const lonely =
      theirs.length === 0 ? [`${code} ${JSON.stringify(params)}, and nobody has done anything`] : [];
    return { wrong: [...touched, ...unfounded, ...lonely], clash };
  }
  const over = clashes.map((cell) => `written over: ${cell} was ${now.get(cell)}`);
  const others = changedIn(now, result)
    .filter((cell) => !mine.has(cell) && !endsWithItsJob(cell, now, result))
    .map((cell) => `not of the step: ${cell} was ${now.get(cell)} is ${result.get(cell)}`);
  const left = [...mine]
    .filter((cell) => result.get(cell) !== was.get(cell))
    .map((cell) => `not taken back: ${cell} is ${result.get(cell)} not ${was.get(cell)}`);
  return { wrong: [...over, ...others, ...left], clash };
}
