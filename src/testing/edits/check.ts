/**
 * What must hold of any two edits of one record that started from one version (architecture, "Concurrency"): disjoint
 * ones both count and the second is told so, of overlapping ones the second is refused with who, when and what;
 * nothing is lost and nothing is there that nobody wrote.
 */
import { canonical } from '#backend/write/differences.ts';
import { RECORDS, type RecordKind, type RecordShape } from '#backend/write/records.ts';
import type { Id } from '#domain/ids.ts';
import type { HistoryRow } from '../histories/facts.ts';
import type { Pair, Side, Wanted } from './edit.ts';

type Check = (pair: Pair) => readonly string[];

const CHECKS: Readonly<Record<string, Check>> = {
  'every answer is one people can be given': ({ sides }) =>
    sides
      .filter(({ answer }) => answer.status >= 500 || answer.status === 428 || answer.status === 429)
      .map(({ answer }) => `${answer.status} ${answer.code}`),
  'an acknowledged edit is in the record': (pair) =>
    acknowledged(pair).flatMap(({ edit }) =>
      Object.entries(edit.sets)
        .filter(([field, wanted]) => !fits(wanted, pair.after[field]) && !isReplaced(pair, wanted, field))
        .map(([field]) => `${field} is ${canonical(pair.after[field])}`),
    ),
  'an acknowledged change is in the history': (pair) => {
    let now: Readonly<Record<string, unknown>> = pair.before;
    return inOrder(pair).flatMap((side) => {
      const row = rowOf(pair, side);
      const due = Object.keys(side.edit.sets).filter((field) => !fits(side.edit.sets[field], now[field]));
      now = { ...now, ...valuesAfter(row) };
      return due.filter((field) => !(field in (row?.changes ?? {}))).map((field) => `${field} is not`);
    });
  },
  'history holds acknowledged changes only': (pair) => {
    const told = new Set(acknowledged(pair).map(({ answer }) => answer.operationId));
    return pair.history.flatMap((row) => {
      const side = acknowledged(pair).find(({ answer }) => answer.operationId === row.operationId);
      const may = [...Object.keys(side?.edit.sets ?? {}), ...pair.follows];
      return [
        ...(told.has(row.operationId) ? [] : [`version ${row.version} is nobody’s`]),
        ...Object.keys(row.changes)
          .filter((field) => side && !may.includes(field))
          .map((field) => `version ${row.version} changed ${field}, which was not asked for`),
      ];
    });
  },
  'versions count up by one, and only for changes': ({ before, after, history }) => [
    ...history
      .filter(({ version }, at) => version !== before.version + at + 1)
      .map(({ version }) => `${version} after ${before.version}`),
    ...history
      .filter(({ changes }) => Object.keys(changes).length === 0)
      .map(({ version }) => `version ${version} changed nothing`),
    ...(after.version === before.version + history.length ? [] : [`${after.version} at the end`]),
  ],
  'the record is what was and what the history says': ({ kind, before, after, history }) => {
    const expected = { ...before };
    const wrong: string[] = [];
    for (const { version, changes } of history) {
      for (const [field, [was, is]] of Object.entries(changes)) {
        if (canonical(was) !== canonical(expected[field] ?? null)) wrong.push(`${field} before ${version}`);
        Object.assign(expected, { [field]: is });
      }
    }
    return [
      ...wrong,
      ...fieldsOf(kind)
        .filter((field) => canonical(after[field] ?? null) !== canonical(expected[field] ?? null))
        .map((field) => `${field} is ${canonical(after[field])}, not ${canonical(expected[field])}`),
    ];
  },
  'of overlapping edits the second is refused': (pair) => {
    const [first, second] = inOrder(pair);
    if (!first || !second) return [];
    const also = Object.keys(rowOf(pair, second)?.changes ?? {});
    return overlapOf(pair, first, [...Object.keys(second.edit.sets), ...also]).map(
      (field) => `${field} was written over unseen`,
    );
  },
  'disjoint edits both count': (pair) =>
    pair.sides.flatMap((side) => {
      if (side.answer.code !== 'request.stale') return [];
      const other = pair.sides.find((one) => one !== side)!;
      return overlapOf(pair, other, decidedBy(side)).length > 0 ? [] : ['refused without a field in dispute'];
    }),
  'who comes second is told of a merge': (pair) => {
    const order = inOrder(pair);
    return order.flatMap((side) => {
      const before = order.slice(0, order.indexOf(side)).some((one) => rowOf(pair, one));
      // One that changed nothing has no place in the order when both are sent at once.
      if (pair.atOnce && !rowOf(pair, side)) return [];
      return side.answer.merged === before ? [] : [`merged is ${side.answer.merged}`];
    });
  },
  'who is refused is told who, when, which fields and what they are now': (pair) =>
    pair.sides.flatMap((side) => {
      if (side.answer.code !== 'request.stale') return [];
      const other = pair.sides.find((one) => one !== side)!;
      const row = rowOf(pair, other);
      const { kind, id, version, fields, by, byName, at } = side.answer.params;
      const whole = { kind, id, version, by, byName, at };
      const { userId, userName } = other;
      const wanted = { kind: pair.kind, id: pair.id, version: row?.version, by: userId, byName: userName };
      const told = (fields as readonly { field: string }[]).map(({ field }) => field);
      const disputed = overlapOf(pair, other, told).map((field) => ({
        field,
        by: userId,
        byName: userName,
        at: row?.at,
        now: row?.changes[field]?.[1],
      }));
      const untold = overlapOf(pair, other, Object.keys(side.edit.sets)).filter(
        (field) => !told.includes(field),
      );
      return [
        ...(canonical(whole) === canonical({ ...wanted, at: row?.at }) ? [] : [canonical(whole)]),
        ...(canonical(inFieldOrder(fields)) === canonical(inFieldOrder(disputed))
          ? []
          : [`${canonical(fields)}, not ${canonical(disputed)}`]),
        ...untold.map((field) => `${field} was not named`),
      ];
    }),
  'the first of two is never refused for the other': (pair) => {
    const [first, second] = pair.sides.map(({ answer }) => answer.code === 'request.stale');
    return (first && second) || (first && !pair.atOnce) ? ['nobody came first'] : [];
  },
};

export const checkNames = Object.keys(CHECKS);

/** Everything that is wrong, as `check: what`. */
export const violations = (pair: Pair): string[] =>
  Object.entries(CHECKS).flatMap(([name, check]) => check(pair).map((what) => `${name}: ${what}`));

const fits = (wanted: Wanted, value: unknown): boolean =>
  typeof wanted === 'function' ? wanted(value) : canonical(wanted) === canonical(value ?? null);

const acknowledged = ({ sides }: Pair): Side[] => sides.filter(({ answer }) => answer.status === 200);

const rowOf = ({ history }: Pair, { answer }: Side): HistoryRow | undefined =>
  history.find(({ operationId }) => operationId === answer.operationId);

/** Acknowledged ones as they were written. Of two at once, who changed nothing comes first: after the other it would
 * have been refused, or nobody can tell. */
function inOrder(pair: Pair): Side[] {
  const place = (side: Side) => rowOf(pair, side)?.version ?? 0;
  const [first, second] = acknowledged(pair);
  if (!first || !second || !pair.atOnce) return acknowledged(pair);
  return place(first) <= place(second) ? [first, second] : [second, first];
}

const valuesAfter = (row: HistoryRow | undefined) =>
  Object.fromEntries(Object.entries(row?.changes ?? {}).map(([field, [, is]]) => [field, is]));

/** Those of the fields that the first really changed. */
const overlapOf = (pair: Pair, first: Side, fields: readonly string[]): string[] =>
  [...new Set(fields)].filter((field) => field in (rowOf(pair, first)?.changes ?? {}));

function fieldsOf(kind: string): string[] {
  const { columns, internal }: RecordShape = RECORDS[kind as RecordKind];
  return [
    ...columns.filter((one) => !internal.includes(one)),
    ...(kind === 'appointment' ? ['technicians'] : []),
  ];
}

const decidedBy = ({ edit }: Side): string[] => [...Object.keys(edit.sets), ...edit.also];

/** Saved as it was, and only then changed by the other: what the other wrote stands. */
const isReplaced = (pair: Pair, wanted: Wanted, field: string): boolean =>
  fits(wanted, pair.before[field]) && pair.history.some(({ changes }) => field in changes);

const inFieldOrder = (fields: unknown): unknown =>
  [...(fields as { field: string; by: Id }[])].sort((a, b) => (a.field < b.field ? -1 : 1));
