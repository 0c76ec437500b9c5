/** One fault per check, planted into sound pairs: a check that does not see its fault is no check. */
import type { Answer, Pair, Side } from './edit.ts';

type Plant = (pairs: readonly Pair[]) => Pair;

const isStale = ({ answer }: Side) => answer.code === 'request.stale';
const isMerged = ({ answer }: Side) => answer.merged;

/** The first pair whose second was answered so, sent one after the other and with both a form of a few fields. */
function pairWhere(pairs: readonly Pair[], is: (second: Side, pair: Pair) => boolean): Pair {
  const found = pairs.find((pair) => !pair.atOnce && pair.kind !== 'appointment' && is(pair.sides[1], pair));
  if (!found) throw new Error('No pair to plant this in');
  return structuredClone(found);
}
const merged = (pairs: readonly Pair[]) =>
  pairWhere(pairs, (side, { history }) => isMerged(side) && history.length === 2);
const stale = (pairs: readonly Pair[]) => pairWhere(pairs, isStale);

const withAnswer = ({ sides: [first, second], ...pair }: Pair, change: Partial<Answer>): Pair => ({
  ...pair,
  sides: [first, { ...second, answer: { ...second.answer, ...change } }],
});
/** A field the first of the two changed, and its row. */
function firstChange({ history }: Pair) {
  const [row] = history;
  const [field = ''] = Object.keys(row?.changes ?? {});
  return { row: row!, field };
}

export const PLANTS: Readonly<Record<string, Plant>> = {
  'every answer is one people can be given': (pairs) => withAnswer(merged(pairs), { status: 500 }),
  'an acknowledged edit is in the record': (pairs) => {
    const pair = merged(pairs);
    return { ...pair, after: { ...pair.after, [firstChange(pair).field]: 'lost' } };
  },
  'an acknowledged change is in the history': (pairs) => {
    const pair = merged(pairs);
    const { row, field } = firstChange(pair);
    const { [field]: _, ...changes } = row.changes;
    return { ...pair, history: [{ ...row, changes }, ...pair.history.slice(1)] };
  },
  'history holds acknowledged changes only': (pairs) => {
    const pair = merged(pairs);
    return { ...pair, history: [{ ...pair.history[0]!, operationId: -1 }, ...pair.history.slice(1)] };
  },
  'versions count up by one, and only for changes': (pairs) => {
    const pair = merged(pairs);
    return { ...pair, after: { ...pair.after, version: pair.after.version + 1 } };
  },
  'the record is what was and what the history says': (pairs) => {
    const pair = merged(pairs);
    return { ...pair, after: { ...pair.after, active: 'nobody wrote this' } };
  },
  // As if the second had been let through over what the first wrote.
  'of overlapping edits the second is refused': (pairs) => {
    const pair = stale(pairs);
    return withAnswer(pair, { status: 200, code: null, operationId: -1 });
  },
  'disjoint edits both count': (pairs) => {
    const pair = stale(pairs);
    const { row } = firstChange(pair);
    return { ...pair, history: [{ ...row, changes: { number: [1, 2] } }] };
  },
  'who comes second is told of a merge': (pairs) => withAnswer(merged(pairs), { merged: false }),
  'who is refused is told who, when, which fields and what they are now': (pairs) => {
    const pair = stale(pairs);
    const { params } = pair.sides[1].answer;
    const [first, ...others] = params.fields as readonly object[];
    return withAnswer(pair, {
      params: { ...params, fields: [{ ...first, now: 'something else' }, ...others] },
    });
  },
  'the first of two is never refused for the other': (pairs) => {
    const { sides, ...pair } = stale(pairs);
    return { ...pair, sides: [sides[1], sides[0]] };
  },
};
