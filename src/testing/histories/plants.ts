/** One fault per check, planted into sound evidence: a check that does not see its fault is no check. */
import type { Evidence } from './check.ts';
import type { Entry } from './log.ts';

type Mutable<T> = { -readonly [K in keyof T]: T[K] };
type Plant = (evidence: Omit<Evidence, 'log'> & { log: Mutable<Entry>[] }) => void;

const firstOk = (log: Mutable<Entry>[], is: (entry: Entry) => boolean = () => true) => {
  const found = log.find((entry) => entry.outcome === 'ok' && is(entry));
  if (!found) throw new Error('The history is too short to plant this');
  return found;
};

export const PLANTS: Readonly<Record<string, Plant>> = {
  'no faults': ({ log }) => {
    log[0]!.outcome = 'fault';
  },
  'nobody is booked twice': ({ facts }) => {
    const one = facts.occupancy.find(({ overridden }) => !overridden)!;
    facts.occupancy.push({ ...one, sourceId: -1 });
  },
  'time taken is what the cards say': ({ facts }) => {
    facts.occupancy.pop();
  },
  'statuses follow from the rest': ({ facts }) => {
    const card = facts.cards[0]!;
    const status = card.job.status === 'Hold' ? 'Dispatched' : 'Hold';
    facts.cards[0] = { ...card, job: { ...card.job, status } };
  },
  'what is parked is nobody’s': ({ facts }) => {
    const card = facts.cards.find(({ assignments }) => assignments.length > 0)!;
    const [one] = card.assignments as [(typeof card.assignments)[0]];
    facts.cards.push({
      ...card,
      appointments: card.appointments.map((visit) => ({ ...visit, holdingLaneId: 1 })),
      assignments: [{ ...one, active: true }],
    });
  },
  'a technician works at one place at a time': ({ facts }) => {
    const card = facts.cards.find(({ assignments }) => assignments.length > 0)!;
    const working = { ...card.assignments[0]!, active: true, status: 'Working' as const, paused: false };
    facts.cards.push({ ...card, assignments: [working, { ...working, id: -1 }] });
  },
  'only those who may override did': ({ facts }) => {
    const at = facts.cards.findIndex(({ assignments }) => assignments.length > 0);
    const card = facts.cards[at]!;
    const override = { reason: 'Next door', by: -1, at: card.job.bookedOn };
    facts.cards[at] = { ...card, assignments: card.assignments.map((one) => ({ ...one, override })) };
  },
  'versions count up by one': ({ facts }) => {
    const at = facts.history.findIndex(({ kind, version }) => kind === 'appointment' && version > 1);
    facts.history.splice(at, 1);
  },
  'history replays to the record': ({ facts }) => {
    const at = facts.history.findIndex(({ kind, version }) => kind === 'appointment' && version > 1);
    const row = facts.history[at]!;
    const [field = ''] = Object.keys(row.changes);
    facts.history[at] = { ...row, changes: { ...row.changes, [field]: ['never', row.changes[field]?.[1]] } };
  },
  'every acknowledged write is there': ({ facts, log }) => {
    const lost = firstOk(log, ({ cards }) => cards.length > 0);
    facts.operations = facts.operations.filter(({ id }) => id !== lost.operationId);
  },
  'one operation and one audit row per write': ({ facts }) => {
    facts.audit.pop();
  },
  'no edit is lost': ({ facts, log }) => {
    // As if the command that wrote version 2 or later had been decided on a version that did not know its field yet.
    for (const entry of log) {
      const [decided] = entry.move.decided;
      if (entry.outcome !== 'ok' || !decided) continue;
      const rows = facts.history.filter(({ kind, id }) => kind === decided.kind && id === decided.id);
      const own = rows.find(({ operationId }) => operationId === entry.operationId);
      const field = Object.keys(rows[0]?.changes ?? {})[0];
      if (!own || own.version < 2 || !field) continue;
      entry.move = { ...entry.move, decided: [{ ...decided, version: 0, fields: [field] }] };
      return;
    }
    throw new Error('The history is too short to plant this');
  },
  'versions are in the order of real time': ({ facts, log }) => {
    const rows = facts.history.filter(({ kind, version }) => kind === 'appointment' && version > 1);
    const later = rows.find(({ version }) => version > 2)!;
    const earlier = rows.find(({ id, version }) => id === later.id && version === later.version - 1)!;
    for (const entry of log) {
      if (entry.operationId === earlier.operationId) entry.invoked = 2e9;
      if (entry.operationId === later.operationId) entry.ended = 1e9;
    }
  },
  'the change feed tells every change once, in order': (evidence) => {
    const at = evidence.feed.findLastIndex(({ fields }) => fields.length > 0);
    evidence.feed = evidence.feed.filter((_, index) => index !== at);
  },
};
