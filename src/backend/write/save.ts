/**
 * The one place that writes records: a command hands over what it changed, and in the same transaction the rows,
 * their history, the operation (for undo), the audit row and the change feed are written, each table in one
 * statement however many records there are (architecture, "Bulk").
 */
import { writeAudit } from '#db/audit.ts';
import type { Transaction } from '#db/database.ts';
import { json } from '#db/parameters.ts';
import { planOnce } from '#db/plan-once.ts';
import type { Channel } from '#domain/history.ts';
import type { Id } from '#domain/ids.ts';
import { ledgerFollows } from '../receivables/follow.ts';
import type { CommandContext } from './context.ts';
import { differences, type FieldChanges } from './differences.ts';
import { grouped } from './grouped.ts';
import { newIds } from './ids.ts';
import { columnName, quoted, RECORDS, type RecordKind, type StoredRecord } from './records.ts';

type Values = Readonly<Record<string, unknown>> & { readonly id: Id };

export type RecordChange = {
  readonly kind: RecordKind;
  /** null: a new record. */
  readonly before: StoredRecord | null;
  readonly after: Values;
  /** Shown in the undo menu: “Job 1042”. */
  readonly label: string;
  /** Fields kept outside the record's own table that belong to its history: an appointment's `technicians`. */
  readonly related?: FieldChanges;
};

export type SavedChange = RecordChange & {
  readonly version: number;
  readonly fields: FieldChanges;
};

export type Operation = {
  /** The audit verb and the event's name, in the trade's words: `appointment.rescheduled`. */
  readonly verb: string;
  readonly undoable: boolean;
  readonly undoOf?: Id;
  /** A redo: messages go out as at the step's own verb, and a window that it overbooked with a reason may be full. */
  readonly again?: { readonly verb: string; readonly overbooks: boolean };
  readonly reason?: string;
  /** Soft guards of the schedule that were shown and not heeded (domain-rules §4), by code. */
  readonly accepted?: readonly string[];
  /** Loading in bulk before anybody looks: no change feed, no messages. */
  readonly silent?: boolean;
};

export type Saved = { readonly operationId: Id; readonly changes: readonly SavedChange[] };

/** Changes that change nothing are left out; an operation without any still gets its row and its audit. */
export async function saveRecords(
  tx: Transaction,
  context: CommandContext,
  operation: Operation,
  changes: readonly RecordChange[],
): Promise<Saved> {
  const [operationId] = (await newIds(tx, 1)) as [Id];
  const saved: SavedChange[] = [];
  for (const change of changes) {
    const { columns, internal } = RECORDS[change.kind] as {
      columns: readonly string[];
      internal: readonly string[];
    };
    const own = differences(change.before, change.after, columns);
    const seen = Object.fromEntries(Object.entries(own).filter(([field]) => !internal.includes(field)));
    const fields = { ...seen, ...change.related };
    if (Object.keys(own).length === 0 && Object.keys(fields).length === 0) continue;
    saved.push({ ...change, version: (change.before?.version ?? 0) + 1, fields });
  }
  // Asked for one after the other without waiting: while the database writes one, the next is made ready.
  await Promise.all(
    [...grouped(saved, (change) => change.kind)].map(([kind, changes]) =>
      writeRows(tx, context, kind, changes),
    ),
  );
  await ledgerFollows(tx, context, operationId, saved);
  const history = writeHistory(tx, context, operation, operationId, saved);
  const kept = tx.query(
    planOnce(`insert into office.operations (tenant_id, id, user_id, verb, at, request_id, changes, undoable, undo_of, channel, reason)
     values ($1, $2, $3, $4, $5, $6, $7::jsonb, $8, $9, $10, $11)`),
    [
      tx.tenantId,
      operationId,
      context.actor.userId,
      operation.verb,
      context.now,
      context.requestId,
      json(
        operation.undoable
          ? saved.map(({ kind, after, label, fields, before }) => ({
              kind,
              id: after.id,
              label,
              created: before === null,
              fields,
            }))
          : [],
      ),
      operation.undoable && saved.length > 0,
      operation.undoOf ?? null,
      channelOf(context, operation),
      operation.reason ?? null,
    ],
  );
  const [first] = saved;
  const audited = writeAudit(tx, {
    at: context.now,
    tenantId: tx.tenantId,
    actor: context.actor,
    verb: operation.verb,
    result: 'done',
    requestId: context.requestId,
    address: context.address,
    object: first && { kind: first.kind, id: first.after.id },
    operationId,
    detail: {
      records: saved.length,
      ...(operation.reason ? { reason: operation.reason } : {}),
      ...(operation.accepted?.length ? { accepted: operation.accepted } : {}),
    },
  });
  await Promise.all([history, kept, audited]);
  return { operationId, changes: saved };
}

/** By which way a step came; told beside every move. */
function channelOf({ actor, channel }: CommandContext, { undoOf, again }: Operation): Channel {
  if (again) return 'redo';
  if (undoOf !== undefined) return 'undo';
  if (channel) return channel;
  if (actor.kind === 'system') return 'system';
  return actor.kind === 'apiClient' ? 'api' : 'browser';
}

/** From here on comparing each row with each is felt: 3,000 vendors took 25 s, the plan having been made for a few. */
const MANY_ROWS = 500;

/** The database knows no sizes of a table that was filled just now, and would go through it once for each row. */
const withoutNestedLoops = (tx: Transaction, work: () => Promise<unknown>): Promise<unknown>[] => [
  tx.query(`select set_config('enable_nestloop', 'off', true)`),
  work(),
  tx.query(`select set_config('enable_nestloop', 'on', true)`),
];

async function writeRows(
  tx: Transaction,
  context: CommandContext,
  kind: RecordKind,
  changes: readonly SavedChange[],
): Promise<void> {
  const { table, columns } = RECORDS[kind];
  const named = columns.map((field) => [field, columnName(field)] as const);
  const rowOf = (change: SavedChange) => {
    const row: Record<string, unknown> = {
      tenant_id: tx.tenantId,
      version: change.version,
      created_on: change.before?.createdOn ?? context.now,
      modified_on: context.now,
    };
    for (const [field, column] of named) row[column] = change.after[field] ?? null;
    return row;
  };
  const fresh = changes.filter((change) => change.before === null).map(rowOf);
  const changed = changes.filter((change) => change.before !== null).map(rowOf);
  const names = [...columns.map(quoted), '"version"', '"modified_on"'];
  const asked: Promise<unknown>[] = [];
  if (fresh.length > 0) {
    const all = ['tenant_id', 'created_on', ...names].join(', ');
    asked.push(
      tx.query(
        planOnce(
          `insert into ${table} (${all}) select ${all} from jsonb_populate_recordset(null::${table}, $1::jsonb)`,
        ),
        [json(fresh)],
      ),
    );
  }
  if (changed.length > 0) {
    const sets = names.filter((name) => name !== '"id"').map((name) => `${name} = r.${name}`);
    const update = `update ${table} t set ${sets.join(', ')} from jsonb_populate_recordset(null::${table}, $1::jsonb) r
       where t.tenant_id = r.tenant_id and t.id = r.id`;
    if (changed.length < MANY_ROWS) asked.push(tx.query(planOnce(update), [json(changed)]));
    else asked.push(...withoutNestedLoops(tx, () => tx.query(update, [json(changed)])));
  }
  await Promise.all(asked);
}

async function writeHistory(
  tx: Transaction,
  context: CommandContext,
  operation: Operation,
  operationId: Id,
  changes: readonly SavedChange[],
): Promise<void> {
  if (changes.length === 0) return;
  const rows = changes.map((change) => {
    const { personal, person } = RECORDS[change.kind] as {
      personal: readonly string[];
      person: string | null;
    };
    const entries = Object.entries(change.fields);
    const apart = entries.filter(([field]) => personal.includes(field));
    return {
      record_kind: change.kind,
      record_id: change.after.id,
      version: change.version,
      created: change.before === null,
      changes: Object.fromEntries(entries.filter(([field]) => !personal.includes(field))),
      person_id: person ? change.after[person] : null,
      personal: apart.length > 0 ? Object.fromEntries(apart) : null,
    };
  });
  await tx.query(
    planOnce(`insert into company.history (tenant_id, record_kind, record_id, version, at, actor_id, operation_id, request_id, verb, created, changes, person_id, personal)
     select $1, r.record_kind, r.record_id, r.version, $2, $3, $4, $5, $6, r.created, r.changes, r.person_id, r.personal
     from jsonb_to_recordset($7::jsonb) as r(record_kind text, record_id bigint, version int, created boolean, changes jsonb, person_id bigint, personal jsonb)`),
    [
      tx.tenantId,
      context.now,
      context.actor.userId,
      operationId,
      context.requestId,
      operation.verb,
      json(rows),
    ],
  );
}
