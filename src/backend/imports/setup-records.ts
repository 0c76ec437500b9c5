/**
 * What every import needs besides jobs, found by name or made, and said: its business unit, campaign, tag and custom
 * fields, and in an empty system a reason to hold and one to cancel. Running again finds what was made.
 */
import { lockForCompany } from '#db/company-lock.ts';
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
const TAX_ZONE = 'Untaxed (import)';
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

export type Draft = {
  readonly kind: RecordKind;
  readonly label: string;
  readonly values: Readonly<Record<string, unknown>>;
};
const NAMED: readonly Draft[] = [
  { kind: 'campaign', label: CAMPAIGN, values: { name: CAMPAIGN } },
  { kind: 'tag', label: DUPLICATE_TAG, values: { name: DUPLICATE_TAG, color: 'warning' } },
];

/** Saves new records in one operation and tells the screens that the lists changed. */
export async function make(
  tx: Transaction,
  context: CommandContext,
  drafts: readonly Draft[],
): Promise<Id[]> {
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

export const madeOf = (drafts: readonly Draft[]): Made => {
  const made: Record<string, number> = {};
  for (const { kind } of drafts) made[kind] = (made[kind] ?? 0) + 1;
  return made;
};

/** Two imports at once make each record once: the second waits here and then finds what the first has made. */
const lockSetup = (tx: Transaction) => lockForCompany(tx, 'import.setup');

type Named = StoredRecord & { readonly name: string; readonly timeZone?: string };
const isUnitOf = (zone: string) => (unit: Named) =>
  unit.timeZone === zone && (unit.name === UNIT || unit.name === `${UNIT} (${zone})`);

/** What the lists lack for an import in that zone, in the order in which it has to be made. Writes nothing. */
async function missingSetup(tx: Transaction, zone: string): Promise<Draft[]> {
  const drafts: Draft[] = [];
  const units = await active<Named>(tx, 'businessUnit');
  if (!units.some(isUnitOf(zone))) {
    const known = await active<Named>(tx, 'taxZone');
    if (!known.some(({ name }) => name === TAX_ZONE))
      drafts.push({ kind: 'taxZone', label: TAX_ZONE, values: { name: TAX_ZONE } });
    const name = units.some((one) => one.name === UNIT) ? `${UNIT} (${zone})` : UNIT;
    const values = { name, timeZone: zone, currency: 'USD', paymentTermId: null };
    drafts.push({ kind: 'businessUnit', label: name, values });
  }
  for (const draft of NAMED) {
    const known = await active<Named>(tx, draft.kind);
    if (!known.some(({ name }) => name === draft.label)) drafts.push(draft);
  }
  return [...drafts, ...(await missingLists(tx))];
}

/** How many records a run in that zone would add to the lists, besides job types. */
export const foreseeSetup = async (tx: Transaction, zone: string): Promise<Made> =>
  madeOf(await missingSetup(tx, zone));

/** Finds or makes what an import in that zone needs. The unit of another zone is left to the imports of that zone. */
export async function ensureSetup(
  tx: Transaction,
  context: CommandContext,
  zone: string,
): Promise<{ readonly setup: ImportSetup; readonly made: Made }> {
  await lockSetup(tx);
  const missing = await missingSetup(tx, zone);
  const isFirst = ({ kind }: Draft) => kind === 'taxZone';
  await make(tx, context, missing.filter(isFirst));
  const taxZoneId = await idOf(tx, 'taxZone', ({ name }) => name === TAX_ZONE);
  const rest = missing
    .filter((draft) => !isFirst(draft))
    .map((draft) =>
      draft.kind === 'businessUnit' ? { ...draft, values: { ...draft.values, taxZoneId } } : draft,
    );
  await make(tx, context, rest);
  const setup = {
    businessUnitId: (await idOf(tx, 'businessUnit', isUnitOf(zone)))!,
    campaignId: (await idOf(tx, 'campaign', ({ name }) => name === CAMPAIGN))!,
    duplicateTagId: (await idOf(tx, 'tag', ({ name }) => name === DUPLICATE_TAG))!,
  };
  return { setup, made: madeOf(missing) };
}

/** The campaign of what comes from a file that names none. */
export async function ensureCampaign(
  tx: Transaction,
  context: CommandContext,
): Promise<{ readonly id: Id; readonly drafts: readonly Draft[] }> {
  const isIt = ({ name }: Named) => name === CAMPAIGN;
  const known = await idOf(tx, 'campaign', isIt);
  if (known !== undefined) return { id: known, drafts: [] };
  await lockSetup(tx);
  const drafts = (await idOf(tx, 'campaign', isIt)) === undefined ? [NAMED[0]!] : [];
  await make(tx, context, drafts);
  return { id: (await idOf(tx, 'campaign', isIt))!, drafts };
}

const idOf = async (
  tx: Transaction,
  kind: RecordKind,
  isIt: (one: Named) => boolean,
): Promise<Id | undefined> => (await active<Named>(tx, kind)).find(isIt)?.id;

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
        values: { ...field, owner: 'job', requiredAtBooking: false, choices: '', position: 0 },
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
  const { types, missing } = await knownJobTypes(tx, businessUnitId, categories);
  const values = {
    businessUnitIds: [businessUnitId],
    skillIds: [],
    durationMinutes: JOB_MINUTES,
    keywords: '',
  };
  const drafts = [...missing.values()].map(
    (name): Draft => ({ kind: 'jobType', label: name, values: { ...values, name, priority: 'Normal' } }),
  );
  const ids = await make(tx, context, drafts);
  for (const [index, [key, name]] of [...missing].entries()) {
    types.set(key, { id: ids[index]!, name, ...values });
  }
  return { types, made: madeOf(drafts) };
}

/** The types a unit may use, by lower-case name, and which of the categories have none, by the same. */
async function knownJobTypes(tx: Transaction, businessUnitId: Id | null, categories: readonly string[]) {
  const types = new Map<string, StoredJobType>();
  for (const type of await active<StoredJobType>(tx, 'jobType')) {
    const usable =
      type.businessUnitIds.length === 0 ||
      (businessUnitId !== null && type.businessUnitIds.includes(businessUnitId));
    const key = type.name.toLowerCase();
    if (usable && !types.has(key)) types.set(key, type);
  }
  const missing = new Map<string, string>();
  for (const name of categories) {
    const key = name.toLowerCase();
    if (!types.has(key) && !missing.has(key)) missing.set(key, name);
  }
  return { types, missing };
}

/** The categories for which a run in that zone would make a job type, by lower-case name. */
export async function foreseeJobTypes(
  tx: Transaction,
  zone: string,
  categories: readonly string[],
): Promise<readonly string[]> {
  const unitId = await idOf(tx, 'businessUnit', isUnitOf(zone));
  return [...(await knownJobTypes(tx, unitId ?? null, categories)).missing.keys()];
}

export type StoredJobType = {
  readonly id: Id;
  readonly name: string;
  readonly businessUnitIds: readonly Id[];
  readonly durationMinutes: number;
};
