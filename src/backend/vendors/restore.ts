/** Vendors under undo: who is paid for others is paid itself, also when an earlier choice comes back. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Id } from '#domain/ids.ts';
import type { Restoration } from '#domain/undo.ts';
import { decideRemittance } from '#domain/vendor/decide.ts';
import type { Vendor } from '#domain/vendor/vendor.ts';
import { loadRecords } from '../write/load.ts';

/**
 * Asked of all that comes back at once, as it will be: one statement, however many vendors a file has made.
 * @throws ProblemError undo.not_possible (409), `because` vendor.remits_on. Call with the records locked.
 */
export async function checkRemittances(tx: Transaction, restorations: readonly Restoration[]): Promise<void> {
  const paidBy = new Map(
    restorations.flatMap(({ kind, id, fields: { remittanceVendorId } }) =>
      kind === 'vendor' && remittanceVendorId !== undefined
        ? [[id, remittanceVendorId as Id | null] as const]
        : [],
    ),
  );
  const back = [...paidBy].flatMap(([id, to]) => (to === null ? [] : [{ id, to }]));
  if (back.length === 0) return;
  const remittances = new Map(
    (
      await loadRecords<Vendor>(
        tx,
        'vendor',
        back.map(({ to }) => to),
        { lock: true },
      )
    ).map((one) => [one.id, one]),
  );
  const others = await tx.query<{ id: Id; to: Id }>(
    `select id, remittance_vendor_id as "to" from company.vendors
     where tenant_id = $1 and remittance_vendor_id = any($2::bigint[])`,
    [tx.tenantId, back.map(({ id }) => id)],
  );
  const paidFor = new Map<Id, number>();
  for (const { to } of [...others.filter(({ id }) => !paidBy.has(id)), ...back]) {
    paidFor.set(to, (paidFor.get(to) ?? 0) + 1);
  }
  for (const { id, to } of back) {
    const remittance = remittances.get(to)!;
    const end = paidBy.get(to);
    const decided = decideRemittance(
      id,
      end === undefined ? remittance : { ...remittance, remittanceVendorId: end },
      paidFor.get(id) ?? 0,
    );
    if (decided.ok) continue;
    const { code, params } = decided.refusal;
    throw new ProblemError('undo.not_possible', { because: code, ...params });
  }
}
