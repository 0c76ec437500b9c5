/**
 * What must hold after any history, however its commands met (spike 1; security-and-faults, "Histories"). Each check
 * answers with what is wrong, in words; nothing means that it holds.
 */
import { techniciansOf } from '#backend/jobs/store.ts';
import { RECORDS } from '#backend/write/records.ts';
import type { ChangeEvent } from '#contract/history.ts';
import { isBehind } from '#contract/upstream.ts';
import type { Id } from '#domain/ids.ts';
import { assignmentsOf, isParked } from '#domain/job/card.ts';
import { deriveStatuses } from '#domain/job/derive.ts';
import { isSameValue } from '#domain/same-value.ts';
import { occupanciesOf } from '#domain/schedule/occupancies.ts';
import type { Occupancy } from '#domain/schedule/occupancy.ts';
import { overlaps } from '#domain/schedule/overlaps.ts';
import type { Facts, HistoryRow } from './facts.ts';
import type { Entry } from './log.ts';

export type Evidence = {
  facts: Facts;
  log: readonly Entry[];
  feed: readonly ChangeEvent[];
  /** Operations that were there before the first command of the log. */
  earlier: ReadonlySet<Id>;
};
type Check = (evidence: Evidence) => readonly string[];

const CHECKS: Readonly<Record<string, Check>> = {
  'no faults': ({ log }) => [
    ...log
      .filter(({ outcome }) => outcome === 'fault')
      .map(({ move, code }) => `${move.name} answered ${code}`),
    // The exclusion constraint had to step in: two commands slipped past the technicians' locks.
    ...log
      .filter(({ code, params }) => code === 'schedule.conflict' && (params.conflicts as []).length === 0)
      .map(({ move }) => `${move.name} reached the second wall`),
  ],
  'nobody is booked twice': ({ facts }) => {
    const taken = facts.occupancy.filter(({ overridden }) => !overridden);
    return taken.flatMap((one, at) =>
      taken
        .slice(at + 1)
        .filter((other) => other.technicianId === one.technicianId && overlaps(one, other))
        .map((other) => `technician ${one.technicianId}: ${keyOf(one)} and ${keyOf(other)}`),
    );
  },
  'time taken is what the cards say': ({ facts }) => {
    const wanted = facts.cards.flatMap((card) => occupanciesOf(card));
    const off = facts.timeOff.filter(({ active }) => active);
    return sameSet(
      facts.occupancy.map((one) => (one.kind === 'timeOff' ? spanText(one) : textOf(one))),
      [...wanted.map(textOf), ...off.map((one) => spanText({ ...one, kind: 'timeOff', sourceId: one.id }))],
    );
  },
  'statuses follow from the rest': ({ facts }) =>
    facts.cards
      .filter((card) => !isSameValue(deriveStatuses(card), card))
      .map((card) => `job ${card.job.id}: ${card.job.status}`),
  'what is parked is nobody’s': ({ facts }) =>
    facts.cards.flatMap((card) =>
      card.appointments
        .filter((one) => isParked(one) && assignmentsOf(card, one.id).length > 0)
        .map(({ id }) => `appointment ${id} is in a lane and somebody’s`),
    ),
  'a technician works at one place at a time': ({ facts }) => {
    const working = facts.cards
      .flatMap(({ assignments }) => assignments)
      .filter((one) => one.active && one.status === 'Working' && !one.paused)
      .map((one) => one.technicianId);
    return working.filter((id, at) => working.indexOf(id) !== at).map((id) => `technician ${id} works twice`);
  },
  'only those who may override did': ({ facts, log }) => {
    const may = new Set(log.filter(({ mayOverride }) => mayOverride).map(({ userId }) => userId));
    return facts.cards
      .flatMap(({ assignments }) => assignments)
      .filter(({ override }) => override && !may.has(override.by))
      .map(({ id, override }) => `assignment ${id} was overridden by ${override?.by}`);
  },
  'versions count up by one': ({ facts }) =>
    [...byRecord(facts.history)].flatMap(([record, rows]) =>
      rows.every(({ version }, at) => version === at + 1) &&
      currentOf(facts).get(record)?.version === rows.length
        ? []
        : [`${record}: ${rows.map(({ version }) => version)}, now ${currentOf(facts).get(record)?.version}`],
    ),
  'history replays to the record': replays,
  'every acknowledged write is there': ({ facts, log }) => {
    const operations = new Map(facts.operations.map((one) => [one.id, one]));
    const written = new Set(facts.history.map(({ kind, id, version }) => `${kind} ${id} ${version}`));
    return oks(log).flatMap(({ move, userId, operationId, cards }) => {
      const seen = cards.flatMap(({ job, appointments }) => [
        `job ${job.id} ${job.version}`,
        ...appointments.map(({ id, version }) => `appointment ${id} ${version}`),
      ]);
      return [
        ...(operations.get(operationId!)?.userId === userId ? [] : [`${move.name}: no operation`]),
        ...seen
          .filter((one) => !written.has(one))
          .map((one) => `${move.name} answered ${one}, never written`),
      ];
    });
  },
  'one operation and one audit row per write': ({ facts, log, earlier }) => [
    ...sameSet(
      facts.operations.map(({ id }) => `${id}`),
      [...[...earlier].map((id) => `${id}`), ...oks(log).map(({ operationId }) => `${operationId}`)],
    ),
    ...sameSet(
      facts.audit.map(({ operationId, result }) => `${operationId} ${result}`),
      facts.operations.map(({ id }) => `${id} done`),
    ),
  ],
  'no edit is lost': noLostEdit,
  'versions are in the order of real time': ({ facts, log }) => {
    const entryOf = new Map(oks(log).map((entry) => [entry.operationId, entry]));
    return [...byRecord(facts.history)].flatMap(([record, rows]) => {
      const entries = rows.flatMap(({ operationId }) => entryOf.get(operationId) ?? []);
      return entries.flatMap((one, at) =>
        entries.slice(at + 1).some((later) => later.ended < one.invoked)
          ? [`${record} at ${one.operationId}`]
          : [],
      );
    });
  },
  'the change feed tells every change once, in order': feedIsWhole,
};

export const checkNames = Object.keys(CHECKS);

/** Everything that is wrong, as `check: what`; empty when the history is sound. */
export const violations = (evidence: Evidence): string[] =>
  Object.entries(CHECKS).flatMap(([name, check]) => check(evidence).map((what) => `${name}: ${what}`));

const oks = (log: readonly Entry[]) => log.filter(({ outcome }) => outcome === 'ok');
const keyOf = ({ kind, sourceId, start, end }: Occupancy) => `${kind} ${sourceId} ${start}–${end}`;
const textOf = (one: Occupancy) => `${keyOf(one)} ${one.technicianId} ${one.overridden}`;
/** Time off may or may not be marked as overridden: it depends on what was there when it was taken. */
const spanText = (one: Omit<Occupancy, 'overridden'>) => `${keyOf(one as Occupancy)} ${one.technicianId}`;

function sameSet(is: readonly string[], shouldBe: readonly string[]): string[] {
  const count = (all: readonly string[], text: string) => all.filter((one) => one === text).length;
  return [...new Set([...is, ...shouldBe])]
    .filter((text) => count(is, text) !== count(shouldBe, text))
    .map((text) => `${text}: ${count(is, text)} instead of ${count(shouldBe, text)}`);
}

function byRecord(history: readonly HistoryRow[]): Map<string, HistoryRow[]> {
  const records = new Map<string, HistoryRow[]>();
  for (const row of history) {
    const key = `${row.kind} ${row.id}`;
    records.set(key, [...(records.get(key) ?? []), row]);
  }
  for (const key of records.keys()) if (!/^(job|appointment|timeOff) /.test(key)) records.delete(key);
  return records;
}

type Current = { readonly version: number } & Readonly<Record<string, unknown>>;
const currents = new WeakMap<Facts, Map<string, Current>>();
function currentOf(facts: Facts): Map<string, Current> {
  const known = currents.get(facts);
  if (known) return known;
  const current = new Map<string, Current>();
  for (const card of facts.cards) {
    current.set(`job ${card.job.id}`, card.job);
    for (const one of card.appointments) {
      current.set(`appointment ${one.id}`, { ...one, technicians: techniciansOf(card, one.id) });
    }
  }
  for (const one of facts.timeOff) current.set(`timeOff ${one.id}`, one);
  currents.set(facts, current);
  return current;
}

/** Each write's `before` is what the write before it left: an edit made over an old state would show here. */
function replays({ facts }: Evidence): string[] {
  return [...byRecord(facts.history)].flatMap(([record, rows]) => {
    const state: Record<string, unknown> = {};
    const wrong: string[] = [];
    for (const { version, changes } of rows) {
      for (const [field, [was, is]] of Object.entries(changes)) {
        // Fields a table leaves empty and the assignments of a new visit are not in the row that made them.
        if (!isSameValue(state[field] ?? emptyOf(field), was ?? emptyOf(field))) {
          wrong.push(`${record} version ${version}: ${field} was not what version ${version - 1} left`);
        }
        state[field] = is;
      }
    }
    const now = currentOf(facts).get(record);
    const { columns } = RECORDS[rows[0]!.kind as 'job'] as { columns: readonly string[] };
    const fields = [...columns, ...(record.startsWith('appointment') ? ['technicians'] : [])];
    const off = fields.filter(
      (field) => field in (now ?? {}) && !isSameValue(state[field] ?? emptyOf(field), now?.[field]),
    );
    return [...wrong, ...off.map((field) => `${record}: ${field} is not what its history says`)];
  });
}
const emptyOf = (field: string) => (field === 'technicians' ? [] : null);

/**
 * A write decided on version E and written as V: nobody wrote one of its fields in between (else it had to be
 * refused), and what it set is what its version shows.
 */
function noLostEdit({ facts, log }: Evidence): string[] {
  const rows = byRecord(facts.history);
  return oks(log).flatMap(({ move, operationId, merged }) => {
    const wrong: string[] = [];
    let mergedAny = false;
    for (const { kind, id, version, fields } of move.decided) {
      const all = rows.get(`${kind} ${id}`) ?? [];
      // A command that found everything as wanted writes nothing and answers at the version it found.
      const own = all.find((row) => row.operationId === operationId)?.version ?? Number.POSITIVE_INFINITY;
      const between = all.filter((row) => row.version > version && row.version < own);
      if (own !== Number.POSITIVE_INFINITY && between.length > 0) mergedAny = true;
      const lost =
        own === Number.POSITIVE_INFINITY ? [] : fields.filter((f) => between.some((row) => f in row.changes));
      wrong.push(...lost.map((field) => `${move.name} on ${kind} ${id}: ${field} was overwritten unseen`));
    }
    if (mergedAny && !merged) wrong.push(`${move.name} kept others’ edits and did not say so`);
    const { set } = move;
    const row = set && rows.get(`${set.kind} ${set.id}`)?.find((one) => one.operationId === operationId);
    if (set && row?.changes[set.field]?.[1] !== set.value)
      wrong.push(`${move.name}: ${set.value} is not written`);
    return wrong;
  });
}

function feedIsWhole({ facts, feed, log }: Evidence): string[] {
  const wrong: string[] = [];
  const told = new Map<string, number>();
  const newest = new Map<string, readonly [number, number]>();
  feed.forEach((event, at) => {
    if (at > 0 && !isBehind(feed[at - 1]!.position, event.position))
      wrong.push(`${event.position} came twice`);
    const { id, version, jobVersion = 0 } = event.record as { id: Id; version?: number; jobVersion?: number };
    if (version === undefined) return;
    const key = `${event.kind} ${id}`;
    const [lastVersion, lastJob] = newest.get(key) ?? [0, 0];
    if (version < lastVersion || jobVersion < lastJob)
      wrong.push(`${key}: version ${version} after ${lastVersion}`);
    newest.set(key, [version, jobVersion]);
    if (event.fields.length === 0 && event.kind !== 'timeOff') return;
    const change = `${key} ${version} ${event.operationId}`;
    told.set(change, (told.get(change) ?? 0) + 1);
  });
  for (const rows of byRecord(facts.history).values()) {
    for (const { kind, id, version, operationId } of rows) {
      const count = told.get(`${kind} ${id} ${version} ${operationId}`) ?? 0;
      if (count !== 1) wrong.push(`${kind} ${id} version ${version} was told ${count} times`);
    }
  }
  return [...wrong, ...outOfRealTime(feed, log)];
}

/** A write that was answered before another was given comes first. */
function outOfRealTime(feed: readonly ChangeEvent[], log: readonly Entry[]): string[] {
  const entryOf = new Map(oks(log).map((entry) => [entry.operationId, entry]));
  const entries = feed.flatMap(({ operationId }) => entryOf.get(operationId) ?? []);
  const wrong: string[] = [];
  let latestInvoked = -1;
  for (const entry of entries) {
    if (entry.ended < latestInvoked) wrong.push(`operation ${entry.operationId} is told after a later one`);
    latestInvoked = Math.max(latestInvoked, entry.invoked);
  }
  return wrong;
}
