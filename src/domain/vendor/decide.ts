/** A vendor after somebody has changed it, or why not (domain-rules §5). */
import { allow, type Decision, refuse } from '../decision.ts';
import type { Id } from '../ids.ts';
import { inactiveAmong, type NamedReference } from '../job/references.ts';
import { needsEmail } from './delivery.ts';
import type { Vendor, VendorChanges } from './vendor.ts';

export type VendorFacts = {
  /** What is newly chosen: payment term, tags, remittance vendor. */
  readonly chosen: readonly NamedReference[];
  /** The vendor that is newly chosen to be paid in this one's place. */
  readonly remittance: Pick<Vendor, 'id' | 'name' | 'remittanceVendorId'> | null;
  /** How many vendors this one is paid for. */
  readonly paidFor: number;
};

/**
 * The vendor with the changes. Only what is changed is looked at: one that was brought along may stand as it is.
 * Refuses `vendor.email_needed` where orders go out by e-mail and there is no address; `vendor.remits_to_itself`;
 * `vendor.remits_on` where money would go on from one vendor to the next; `vendor.inactive_reference`.
 */
export function decideVendor(
  before: Vendor,
  changes: VendorChanges,
  { chosen, remittance, paidFor }: VendorFacts,
): Decision<Vendor> {
  const after = { ...before, ...changes };
  const isAboutMail = changes.deliveryOption !== undefined || changes.email !== undefined;
  if (isAboutMail && needsEmail(after.deliveryOption) && after.email === '') {
    return refuse('vendor.email_needed', { deliveryOption: after.deliveryOption });
  }
  if (remittance) {
    const end = decideRemittance(after.id, remittance, paidFor);
    if (!end.ok) return end;
  }
  const inactive = inactiveAmong(chosen);
  return inactive.length === 0 ? allow(after) : refuse('vendor.inactive_reference', { inactive });
}

/**
 * One step, so that everybody sees where money goes and no two vendors are paid in each other's place: who is paid for
 * others is paid itself (ours).
 */
export function decideRemittance(
  vendorId: Id,
  { id, name, remittanceVendorId }: NonNullable<VendorFacts['remittance']>,
  paidFor: number,
): Decision<null> {
  if (id === vendorId) return refuse('vendor.remits_to_itself');
  if (remittanceVendorId !== null) return refuse('vendor.remits_on', { name });
  return paidFor > 0 ? refuse('vendor.remits_on', { count: paidFor }) : allow(null);
}
