/** Vendors under undo: who is paid for others is paid itself, also when an earlier choice comes back. */
import { ProblemError } from '#contract/problem.ts';
import type { Transaction } from '#db/database.ts';
import type { Restoration } from '#domain/undo.ts';
import { decideRemittance } from '#domain/vendor/decide.ts';
import type { Vendor } from '#domain/vendor/vendor.ts';
import { loadRecords } from '../write/load.ts';
import { paidFor } from './facts.ts';

/** @throws ProblemError undo.not_possible (409), `because` vendor.remits_on. Call with the records locked. */
export async function checkRemittances(tx: Transaction, restorations: readonly Restoration[]): Promise<void> {
  for (const { kind, id, fields } of restorations) {
    if (kind !== 'vendor' || typeof fields.remittanceVendorId !== 'number') continue;
    const [remittance] = await loadRecords<Vendor>(tx, 'vendor', [fields.remittanceVendorId], { lock: true });
    const decided = decideRemittance(id, remittance!, await paidFor(tx, id));
    if (decided.ok) continue;
    const { code, params } = decided.refusal;
    throw new ProblemError('undo.not_possible', { because: code, ...params });
  }
}
