/** Shifts and events that repeat reach some weeks ahead; as days pass, the next ones are made. */
import type { Database, Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { DAYS_AHEAD } from '#domain/setup/shift-pattern.ts';
import { addDays, type Day, dayOf, type Instant } from '#domain/time.ts';
import type { CommandContext } from '../write/context.ts';
import { loadRecords } from '../write/load.ts';
import { RECORDS } from '../write/records.ts';
import { saveRecords } from '../write/save.ts';
import { type PatternKind, patternSpans, SPAN_OF, settleSpans } from './pattern-spans.ts';
import { labelOf, lockSetup } from './records.ts';

/** No person ever gets this id; histories call who is not among the users “Truckroll”. */
const ITSELF = Number.MAX_SAFE_INTEGER;
/** A week's worth at a time, so that not every day writes a step. */
const SLACK_DAYS = 7;
const VERBS: Readonly<Record<PatternKind, string>> = {
  shiftPattern: 'setup.shifts-made',
  eventPattern: 'setup.events-made',
};

/** Makes the shifts and events that are due, company by company; again does nothing more. */
export async function keepAhead(database: Database, now: Instant): Promise<void> {
  for (const kind of Object.keys(SPAN_OF) as PatternKind[]) {
    for (const { tenantId, ids } of await duePatterns(database, kind, dayOf(now, 'UTC'))) {
      await database.transaction({ tenantId }, (tx) => extend(tx, contextOf(tenantId, now), kind, ids));
    }
  }
}

const duePatterns = (database: Database, kind: PatternKind, today: Day) =>
  database.transaction({ tenantId: 'system', readOnly: true }, (tx) =>
    tx.query<{ tenantId: Id; ids: Id[] }>(
      `select p.tenant_id as "tenantId", array_agg(p.id order by p.id) as ids from ${RECORDS[kind].table} p
       where p.active and (p.valid_until is null or p.valid_until >= $2::date)
         and coalesce((select max(s.pattern_day) from ${RECORDS[SPAN_OF[kind]].table} s
           where s.tenant_id = p.tenant_id and s.pattern_id = p.id), '-infinity') < least(p.valid_until, $1::date)
       group by p.tenant_id`,
      [addDays(today, DAYS_AHEAD - SLACK_DAYS), today],
    ),
  );

async function extend(
  tx: Transaction,
  context: CommandContext,
  kind: PatternKind,
  ids: readonly Id[],
): Promise<void> {
  await lockSetup(tx);
  const stored = await loadRecords(tx, kind, ids, { lock: true });
  const patterns = stored.map((one) => ({ kind, before: one, after: one, label: labelOf(kind, one) }));
  const spans = await patternSpans(tx, context.now, kind, patterns);
  if (spans.changes.length === 0) return;
  const saved = await saveRecords(tx, context, { verb: VERBS[kind], undoable: false }, spans.changes);
  await spans.link();
  await settleSpans(tx, context, kind, saved);
}

const contextOf = (tenantId: Id, now: Instant): CommandContext => ({
  actor: {
    tenantId,
    userId: ITSELF,
    kind: 'system',
    name: 'Truckroll',
    roles: [],
    rights: [],
    businessUnitIds: null,
  },
  now,
  requestId: 'work-ahead',
  address: '',
});
