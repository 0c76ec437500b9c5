/**
 * What a file may change on a record that is here already: three states of each field are compared, as in any merge of
 * two people's work: what the file said last time, what it says now, what stands here.
 */
import { isSameValue } from '../same-value.ts';

type Values = Readonly<Record<string, unknown>>;
export type Merged = {
  /** Fields to write. */
  readonly changes: Values;
  /** Fields that both the file and somebody here have changed since: what stands here stays, and it is told. */
  readonly conflicts: readonly string[];
  /** What the file has said, to compare with next time. */
  readonly base: Values;
};

const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0);

/**
 * `said`: the mapped cells of the row that are not blank (a blank cell never wipes); `last`: what the import before
 * said, null when none did, which counts as if everything here had been written by people.
 */
export function mergeRow(said: Values, last: Values | null, current: Values): Merged {
  const { changes, conflicts, base } = mergeFields(said, last, current);
  // Half an address from here and half from the file would be a third place.
  if (!conflicts.some((field) => ADDRESS.includes(field))) return { changes, conflicts, base };
  const rest = Object.entries(changes).filter(([field]) => !ADDRESS.includes(field));
  return { changes: Object.fromEntries(rest), conflicts, base };
}

const ADDRESS = ['street', 'unit', 'city', 'state', 'zip', 'latitude', 'longitude'];

function mergeFields(said: Values, last: Values | null, current: Values): Merged {
  const changes: Record<string, unknown> = {};
  const conflicts: string[] = [];
  for (const [field, value] of Object.entries(said)) {
    const now = current[field] ?? null;
    if (isSameValue(value, now)) continue;
    const before = last?.[field];
    const isSaidAgain = last !== null && field in last && isSameValue(value, before);
    if (isSaidAgain) continue;
    const isUntouched = last !== null && field in last ? isSameValue(now, before) : isBlank(now);
    if (isUntouched) changes[field] = value;
    else conflicts.push(field);
  }
  // What was not taken over is asked again next time, until somebody makes the two agree.
  const taken = Object.entries(said).filter(([field]) => !conflicts.includes(field));
  return { changes, conflicts, base: { ...last, ...Object.fromEntries(taken) } };
}
