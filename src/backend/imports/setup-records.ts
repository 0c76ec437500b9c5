/**
 * What every import needs besides jobs, found by name or made, and said: its business unit, campaign, tag and custom
 * fields, and in an empty system a reason to hold and one to cancel. Running again finds what was made.
 */
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { emitChanges } from '../changes/emit.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds } from '../write/ids.ts';
import { selectList } from '../write/load.ts';
import type { RecordKind, StoredRecord } from '../write/records.ts';
import { RECORDS } from '../write/records.ts';
import { type RecordChange, saveRecords } from '../write/save.ts';

export type ImportSetup = {
  readonly businessUnitId: Id;
  readonly campaignId: Id;
  readonly duplicateTagId: Id;
};
/** Kind of record → how many were made. */
export type Made = Readonly<Record<string, number>>;

/** Planned length of a job whose type the import makes: half a window, so that two fit into one. */
const JOB_MINUTES = 120;
const UNIT = 'Service requests';
const CAMPAIGN = 'Import';
const DUPLICATE_TAG = 'Possible duplicate';
const CUSTOM_FIELDS = [
  { key: 'due', label: 'Due', kind: 'Instant' },
  { key: 'request', label: 'Request number', kind: 'Text' },
  { key: 'sameDayAs', label: 'Same day as request', kind: 'Text' },
] as const;

const active = <T = StoredRecord>(tx: Transaction, kind: RecordKind): Promise<T[]> =>
  tx.query<T>(
    `select ${selectList(kind, 'r')} from ${RECORDS[kind].table} r where r.tenant_id = $1 and r.active order by r.id`,
    [tx.tenantId],
  );

type Draft = { kind: RecordKind; label: string; values: Record<string, unknown> };

/** Saves new records in one operation and tells the screens that the lists changed. */
async function make(tx: Transaction, context: CommandContext, drafts: readonly Draft[]): Promise<Id[]> {
  if (drafts.length === 0) return [];
  const ids = await newIds(tx, drafts.length);
  const changes = drafts.map(
    ({ kind, label, values }, index): RecordChange => ({
      kind,
      before: null,
      label,
      after: { ...values, id: ids[index]!, active: true },
    }),
  );
  const { operationId } = await saveRecords(tx, context, { verb: 'import.setup', undoable: false }, changes);
  await emitChanges(tx, context, operationId, [
    {
      type: 'setup.changed',
      kind: 'setup',
      id: ids[0]!,
      version: 1,
      fields: [],
      businessUnitId: null,
      record: null,
    },
  ]);
  return ids;
}

const madeOf = (drafts: readonly Draft[]): Made => {
  const made: Record<string, number> = {};
  for (const { kind } of drafts) made[kind] = (made[kind] ?? 0) + 1;
  return made;
};

/** Two imports at once make each record once: the tenant's row is locked first. */
async function lockSetup(tx: Transaction): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('import setup'), $1::int)`, [tx.tenantId]);
}

/** Finds or makes what an import in that zone needs. The unit of another zone is left to the imports of that zone. */
export async function ensureSetup(
  tx: Transaction,
  context: CommandContext,
  zone: string,
): Promise<{ readonly setup: ImportSetup; readonly made: Made }> {
  await lockSetup(tx);
  const drafts: Draft[] = [];
  const units = await active<StoredRecord & { name: string; timeZone: string }>(tx, 'businessUnit');
  const unit = units.find(
    (one) => one.timeZone === zone && (one.name === UNIT || one.name === `${UNIT} (${zone})`),
  );
  let businessUnitId = unit?.id;
  if (!businessUnitId) {
    const taxZone: Draft = {
      kind: 'taxZone',
      label: 'Untaxed (import)',
      values: { name: 'Untaxed (import)' },
    };
    const zones = await active<StoredRecord & { name: string }>(tx, 'taxZone');
    const known = zones.find((one) => one.name === taxZone.label);
    const [taxZoneId] = known ? [known.id] : await make(tx, context, [taxZone]);
    const name = units.some((one) => one.name === UNIT) ? `${UNIT} (${zone})` : UNIT;
    const draft: Draft = {
      kind: 'businessUnit',
      label: name,
      values: { name, timeZone: zone, currency: 'USD', taxZoneId, paymentTermId: null },
    };
    businessUnitId = (await make(tx, context, [draft]))[0]!;
    drafts.push(...(known ? [] : [taxZone]), draft);
  }
  const campaign = await named(tx, context, drafts, {
    kind: 'campaign',
    label: CAMPAIGN,
    values: { name: CAMPAIGN },
  });
  const tag = await named(tx, context, drafts, {
    kind: 'tag',
    label: DUPLICATE_TAG,
    values: { name: DUPLICATE_TAG, color: 'amber' },
  });
  const missing = await missingLists(tx);
  await make(tx, context, missing);
  return {
    setup: { businessUnitId, campaignId: campaign, duplicateTagId: tag },
    made: madeOf([...drafts, ...missing]),
  };
}

async function named(tx: Transaction, context: CommandContext, drafts: Draft[], draft: Draft): Promise<Id> {
  const found = (await active<StoredRecord & { name: string }>(tx, draft.kind)).find(
    (one) => one.name === draft.label,
  );
  if (found) return found.id;
  drafts.push(draft);
  return (await make(tx, context, [draft]))[0]!;
}

/** Custom fields by their key; reasons only where a kind has none at all, so that the board can hold and cancel. */
async function missingLists(tx: Transaction): Promise<Draft[]> {
  const fields = await tx.query<{ key: string }>(
    `select key from company.custom_fields where tenant_id = $1 and owner = 'job'`,
    [tx.tenantId],
  );
  const reasons = await active<StoredRecord & { kind: string }>(tx, 'reason');
  return [
    ...CUSTOM_FIELDS.filter(({ key }) => !fields.some((one) => one.key === key)).map(
      (field): Draft => ({
        kind: 'customField',
        label: field.label,
        values: { ...field, owner: 'job', requiredAtBooking: false },
      }),
    ),
    ...['Hold', 'Cancel']
      .filter((kind) => !reasons.some((one) => one.kind === kind))
      .map((kind): Draft => ({ kind: 'reason', label: 'Other', values: { name: 'Other', kind } })),
  ];
}

/**
 * The job type of each category, by name whatever its case, among those the unit may use; the others are made for
 * this unit alone, so that no rule of another unit's type is bent.
 */
export async function ensureJobTypes(
  tx: Transaction,
  context: CommandContext,
  businessUnitId: Id,
  categories: readonly string[],
): Promise<{ readonly types: ReadonlyMap<string, StoredJobType>; readonly made: Made }> {
  await lockSetup(tx);
  const types = new Map<string, StoredJobType>();
  for (const type of await active<StoredJobType>(tx, 'jobType')) {
    const usable = type.businessUnitIds.length === 0 || type.businessUnitIds.includes(businessUnitId);
    const key = type.name.toLowerCase();
    if (usable && !types.has(key)) types.set(key, type);
  }
  const missing = new Map<string, string>();
  for (const name of categories) {
    const key = name.toLowerCase();
    if (!types.has(key) && !missing.has(key)) missing.set(key, name);
  }
  const values = { businessUnitIds: [businessUnitId], skillIds: [], durationMinutes: JOB_MINUTES };
  const drafts = [...missing.values()].map(
    (name): Draft => ({ kind: 'jobType', label: name, values: { ...values, name, priority: 'Normal' } }),
  );
  const ids = await make(tx, context, drafts);
  for (const [index, [key, name]] of [...missing].entries()) {
    types.set(key, { id: ids[index]!, name, ...values });
  }
  return { types, made: madeOf(drafts) };
}

export type StoredJobType = {
  readonly id: Id;
  readonly name: string;
  readonly businessUnitIds: readonly Id[];
  readonly durationMinutes: number;
};
