/**
 * What becomes of the rows of a batch, and what there is to write. Checking and running ask this same question, so that
 * the preview is what happens.
 */
import type { ImportRow } from '#contract/import.ts';
import type { RowFate } from '#contract/import-kinds.ts';
import type { Transaction } from '#db/database.ts';
import { addressKey, type PlaceAddress } from '#domain/address-key.ts';
import { contactKey } from '#domain/customer/words.ts';
import type { Id } from '#domain/ids.ts';
import type { DuplicateChoice } from '#domain/import-records/kinds.ts';
import { mergeRow } from '#domain/import-records/merge-row.ts';
import { type PartKind, type RecordPart, type RecordPlan, saysNoZone } from '#domain/import-records/plan.ts';
import { isRejected, type RecordReason } from '#domain/import-records/reasons.ts';
import type { StoredRecord } from '../../write/records.ts';
import { type Duplicate, duplicatesOf } from './duplicates.ts';
import { type Known, knownTo, type Said } from './known.ts';
import type { NewNames } from './new-names.ts';

/** One record to make (`before` null) or to change. */
export type RecordWrite = {
  readonly line: number;
  readonly kind: PartKind;
  readonly before: StoredRecord | null;
  /** Fields that change; of a new record all that are said. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly key: string;
  /** What the file says, for the next time; `saidBefore` for the undo. */
  readonly said: Said;
  readonly saidBefore: Said | null;
  /** null: of the customer this row makes. */
  readonly customerId: Id | null;
};
export type SettledRecords = { readonly rows: ImportRow[]; readonly writes: readonly RecordWrite[] };

type Deciding = {
  readonly plan: RecordPlan;
  readonly known: Known;
  readonly names: NewNames;
  readonly reasons: RecordReason[];
  readonly writes: RecordWrite[];
  /** Records of the batch that have got a key already: each takes one. */
  readonly taken: Set<Id>;
};

/** Writes nothing. */
export async function settleRecords(
  tx: Transaction,
  batch: readonly RecordPlan[],
  duplicates: DuplicateChoice,
  names: NewNames,
): Promise<SettledRecords> {
  const known = await knownTo(tx, batch);
  const isNew = ({ parts: [own] }: RecordPlan) =>
    own?.kind === 'customer' && !known.record('customer', own.key);
  const alike = await duplicatesOf(tx, batch.filter(isNew));
  const rows: ImportRow[] = [];
  const writes: RecordWrite[] = [];
  const taken = new Set<Id>();
  for (const plan of batch) {
    const deciding: Deciding = { plan, known, names, reasons: [...plan.reasons], writes: [], taken };
    const decided = isRejected(plan.reasons)
      ? { fate: 'reject' as const, customerId: null }
      : plan.customer
        ? decideOfCustomer(deciding)
        : decideCustomer(deciding, alike.get(plan.line), duplicates);
    if (decided.fate !== 'reject' && decided.fate !== 'duplicate') writes.push(...deciding.writes);
    rows.push({
      line: plan.line,
      fate: decided.fate,
      reasons: deciding.reasons as ImportRow['reasons'],
      externalId: plan.key,
      summary: plan.summary.slice(0, 300),
      jobId: null,
      customerId: decided.customerId,
    });
  }
  return { rows, writes };
}

type Decided = { readonly fate: RowFate; readonly customerId: Id | null };

function decideCustomer(deciding: Deciding, alike: Duplicate | undefined, choice: DuplicateChoice): Decided {
  const { plan, known, reasons, writes, taken } = deciding;
  const [own, ...rest] = inZone(deciding) as [RecordPart, ...RecordPart[]];
  const said = { ...own.values, ...tagsOf(deciding) };
  const existing = known.record('customer', own.key);
  if (existing) {
    const heir = known.heirOf(existing);
    if (!heir.active) {
      reasons.push({ code: 'record.inactive', params: { kind: 'customer' } });
      return { fate: 'exists', customerId: heir.id };
    }
    if (heir === existing) change(deciding, { ...own, values: said }, existing);
    else tellChangedSince(deciding, said, existing, heir);
    for (const part of rest) beside(deciding, part, heir.id);
    return { fate: writes.length > 0 ? 'update' : 'exists', customerId: heir.id };
  }
  if (alike && !(choice === 'link' && taken.has(alike.id))) {
    const params = { customer: alike.id, name: alike.name, because: alike.because };
    const code = {
      skip: 'customer.duplicate',
      link: 'customer.linked',
      create: 'customer.duplicate_made',
    } as const;
    reasons.push({ code: code[choice], params });
    if (choice === 'skip') return { fate: 'duplicate', customerId: alike.id };
    if (choice === 'link') {
      taken.add(alike.id);
      writes.push(created(plan.line, { ...own, values: {} }, alike.id));
      return { fate: 'update', customerId: alike.id };
    }
  }
  writes.push(created(plan.line, { ...own, values: said }, null));
  for (const part of rest) writes.push(created(plan.line, part, null));
  return { fate: reasons.length > 0 ? 'report' : 'create', customerId: null };
}

/**
 * Whose name and memo a merged customer has was decided by who merged; the other's own row would decide it back. What
 * the file has changed since is told, not written.
 */
function tellChangedSince(
  { known, reasons }: Deciding,
  said: Said,
  merged: StoredRecord,
  heir: StoredRecord,
): void {
  const { changes, conflicts } = mergeRow(said, known.said('customer', merged.id), heir);
  for (const field of [...Object.keys(changes), ...conflicts])
    reasons.push({ code: 'field.edited_here', params: { field } });
}

/** A location or contact of a customer who must be here. */
function decideOfCustomer(deciding: Deciding): Decided {
  const { plan, known, reasons, writes } = deciding;
  const out = (code: RecordReason['code'], params: RecordReason['params'], customerId: Id | null = null) => {
    reasons.push({ code, params });
    return { fate: 'reject' as const, customerId };
  };
  const ref = plan.customer!;
  const found = known.customers(ref);
  const [customer, ...more] = found;
  if (!customer) return out('customer.unknown', { ref: ref.key || ref.name });
  if (more.length > 0) return out('customer.ambiguous', { ref: ref.name, count: found.length });
  if (!customer.active) return out('record.inactive', { kind: 'customer' }, customer.id);
  const place = plan.locationKey === '' ? null : known.record('location', plan.locationKey);
  if (place === undefined || (place && place.customerId !== customer.id))
    return out('location.unknown', { ref: plan.locationKey }, customer.id);
  for (const part of inZone(deciding)) {
    const values = place && part.kind === 'contact' ? { ...part.values, locationId: place.id } : part.values;
    beside(deciding, { ...part, values }, customer.id);
  }
  const isAllNew = writes.length > 0 && writes.every(({ before }) => before === null);
  if (isAllNew) return { fate: reasons.length > 0 ? 'report' : 'create', customerId: customer.id };
  return { fate: writes.length > 0 ? 'update' : 'exists', customerId: customer.id };
}

/** The row's records, its place in the zone the file names; a zone we do not have is told and counts as not named. */
function inZone({ plan, known, reasons }: Deciding): readonly RecordPart[] {
  const { zone, parts } = plan;
  if (zone === '') return parts;
  const zoneId = saysNoZone(zone) ? null : known.zoneId(zone);
  if (zoneId === undefined) {
    reasons.push({ code: 'zone.unknown', params: { name: zone.slice(0, 60) } });
    return parts;
  }
  return parts.map((part) =>
    part.kind === 'location' ? { ...part, values: { ...part.values, zoneId } } : part,
  );
}

function tagsOf({ plan, known, names, reasons }: Deciding): { tagIds?: Id[] } {
  const ids = plan.tags.flatMap((name) => {
    const id = known.tagId(name) ?? names.idOf('tag', name);
    if (names.isFirst('tag', name)) reasons.push({ code: 'tag.made', params: { name } });
    if (id === undefined) reasons.push({ code: 'tag.unknown', params: { name: name.slice(0, 60) } });
    return id ?? [];
  });
  return ids.length > 0 ? { tagIds: ids } : {};
}

/** A location or contact of a customer we have: changed by its key, found again by what it is, or made. */
function beside(deciding: Deciding, part: RecordPart, customerId: Id): void {
  const { plan, known, reasons, writes, taken } = deciding;
  const existing = known.record(part.kind, part.key);
  const same =
    part.kind === 'location'
      ? known.locationsOf(customerId).find((one) => placeKey(one) === placeKey(part.values))
      : known.contactsOf(customerId).find((one) => reachKey(one) === reachKey(part.values));
  if (existing) {
    if (existing.active) change(deciding, part, existing);
    // A merge keeps the same place once: this one went out of use for the other.
    else if (!same) reasons.push({ code: 'record.inactive', params: { kind: part.kind } });
    return;
  }
  if (!same) {
    writes.push(created(plan.line, part, customerId));
    return;
  }
  // What came along with a customer's row takes the key of its own file; one that has a key of its own keeps it.
  const isFree = same.externalKey === null || String(same.externalKey).startsWith('customer:');
  if (!isFree || part.key.startsWith('customer:') || taken.has(same.id)) return;
  taken.add(same.id);
  if (part.kind === 'location') reasons.push({ code: 'location.adopted', params: {} });
  else reasons.push({ code: 'contact.adopted', params: { text: String(part.values.value).slice(0, 60) } });
  change(deciding, part, same);
}

const placeKey = (place: Readonly<Record<string, unknown>>): string =>
  addressKey({ street: '', unit: '', city: '', state: '', zip: '', ...place } as PlaceAddress);
const reachKey = ({ kind, value }: Readonly<Record<string, unknown>>): string =>
  contactKey({ kind: String(kind), value: String(value) });

const created = (line: number, part: RecordPart, customerId: Id | null): RecordWrite => ({
  line,
  kind: part.kind,
  before: null,
  values: part.values,
  key: part.key,
  said: part.values,
  saidBefore: null,
  customerId,
});

function change({ plan, known, reasons, writes }: Deciding, part: RecordPart, before: StoredRecord): void {
  const saidBefore = known.said(part.kind, before.id);
  const { changes, conflicts, base } = mergeRow(part.values, saidBefore, before);
  for (const field of conflicts) reasons.push({ code: 'field.edited_here', params: { field } });
  if (Object.keys(changes).length === 0 && before.externalKey === part.key) return;
  writes.push({
    line: plan.line,
    kind: part.kind,
    before,
    values: changes,
    key: part.key,
    said: base,
    saidBefore,
    customerId: part.kind === 'customer' ? before.id : (before.customerId as Id),
  });
}
