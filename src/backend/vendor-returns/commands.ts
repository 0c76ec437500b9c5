/** Writing and changing returns to vendors (domain-rules §5). */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { ReturnWritten } from '#contract/vendor-return.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import { cents } from '#domain/money.ts';
import { decideOrderReferences } from '#domain/purchasing/references.ts';
import { checked, decideReturn, type VendorReturn } from '#domain/purchasing/vendor-return.ts';
import { dayOf } from '#domain/time.ts';
import { given } from '../handlers/ask.ts';
import { stockFor } from '../purchasing/asking.ts';
import { lockedOrder } from '../purchasing/run.ts';
import type { CommandContext } from '../write/context.ts';
import { newIds, takeNumbers } from '../write/ids.ts';
import { loadRecords } from '../write/load.ts';
import { must } from '../write/must.ts';
import type { RecordKind } from '../write/records.ts';
import { requireUnit } from '../write/require-unit.ts';
import { checkVersions } from '../write/stale.ts';
import { contextFor } from './asking.ts';
import { linesFrom } from './lines.ts';
import { keep, lockedReturn } from './run.ts';

type Body = BodyOf<'vendorReturns.create'>;
type Of = Pick<VendorReturn, 'vendorId' | 'businessUnitId'>;

/** Of an order's goods the return has the order's vendor and unit: in use or not, it is they who sold them. */
export async function createReturn(
  tx: Transaction,
  context: CommandContext,
  body: Body,
): Promise<ReturnWritten> {
  const { orderId, lines } = body;
  const order = orderId === null ? null : await lockedOrder(tx, context.actor, orderId);
  const { vendorId, businessUnitId } = order?.order ?? (await checkedVendor(tx, context, body as Of));
  const [unit] = await loadRecords<{ timeZone: string; currency: string }>(tx, 'businessUnit', [
    businessUnitId,
  ]);
  const [id] = (await newIds(tx, 1)) as [Id];
  const after: VendorReturn = {
    id,
    number: await takeNumbers(tx, 'vendorReturn', 1),
    vendorId,
    orderId,
    businessUnitId,
    ...(await typeOf(tx, body.typeId)),
    date: dayOf(context.now, unit!.timeZone),
    currency: order?.order.currency ?? unit!.currency,
    restockingFeeCents: cents(body.restockingFeeCents),
    reason: body.reason,
    memo: body.memo,
    lines: await linesFrom(tx, { vendorId, order }, lines),
    created: { by: context.actor.userId, at: context.now },
    returned: null,
    credited: null,
    canceled: null,
  };
  const asking = await contextFor(tx, context, after, order, await stockFor(tx, []));
  return keep(tx, context, 'vendor-return.created', { before: null, order }, must(checked(after, asking)));
}

/** Fields a change of the lines or of what the vendor keeps is decided on. */
const TOGETHER = ['lines', 'restockingFeeCents'] as const;

export async function updateReturn(
  tx: Transaction,
  context: CommandContext,
  id: Id,
  { expected, changes, lines }: BodyOf<'vendorReturns.update'>,
): Promise<ReturnWritten> {
  const { before, order } = await lockedReturn(tx, context.actor, id);
  const named = [...Object.keys(given(changes)), ...(lines ? ['lines'] : [])];
  const touches = named.some((field) => (TOGETHER as readonly string[]).includes(field))
    ? [...new Set([...named, ...TOGETHER])]
    : named;
  const merged = await checkVersions(tx, expected, [
    { kind: 'vendorReturn', id, version: before.version, touches },
  ]);
  const { typeId, restockingFeeCents, ...words } = changes;
  const asking = await contextFor(tx, context, before, order, await stockFor(tx, []));
  const known = before.lines.map(({ skuId }) => skuId);
  const after = must(
    decideReturn(
      before,
      {
        type: 'edit',
        changes: {
          ...given(words),
          ...(typeId === undefined || typeId === before.typeId ? {} : await typeOf(tx, typeId)),
          ...(restockingFeeCents === undefined ? {} : { restockingFeeCents: cents(restockingFeeCents) }),
          ...(lines
            ? { lines: await linesFrom(tx, { vendorId: before.vendorId, order }, lines, known) }
            : {}),
        },
      },
      asking,
    ),
  );
  return keep(tx, context, 'vendor-return.updated', { before, order }, after, merged);
}

async function typeOf(tx: Transaction, typeId: Id): Promise<Pick<VendorReturn, 'typeId' | 'takesFromStock'>> {
  const { takesFromStock } = await inUse<{ takesFromStock: boolean }>(tx, 'returnType', typeId);
  return { typeId, takesFromStock };
}

async function checkedVendor(
  tx: Transaction,
  { actor }: CommandContext,
  { vendorId, businessUnitId }: Of,
): Promise<Of> {
  // Locked: who takes it out of use waits, or is seen.
  await inUse(tx, 'vendor', vendorId, { lock: true });
  await inUse(tx, 'businessUnit', businessUnitId);
  requireUnit(actor, [businessUnitId], 'businessUnit');
  return { vendorId, businessUnitId };
}

/** @throws ProblemError record.not_found (404), order.inactive_reference (422) */
async function inUse<T>(
  tx: Transaction,
  kind: RecordKind,
  id: Id,
  options: { readonly lock?: boolean } = {},
): Promise<T> {
  const [record] = await loadRecords<T & { active: boolean }>(tx, kind, [id], options);
  if (!record) throw new ProblemError('record.not_found', { kind });
  must(decideOrderReferences([{ kind, id, active: record.active }]));
  return record;
}
