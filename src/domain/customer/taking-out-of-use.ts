/** A customer or a place is taken out of use when no work is open there, and brought back any time. */
import { allow, type Decision, refuse } from '../decision.ts';
import { decideStanding, type MergeFacts } from './merge-customers.ts';

/** `numbers`: of the open jobs, those the person may see. */
export type OpenJobs = { readonly count: number; readonly numbers: readonly number[] };

/** Refuses with `customer.open_jobs`, or `customer.merged` for one that has become another and is to be brought back. */
export function decideCustomerActive(
  customer: Pick<MergeFacts, 'id' | 'name' | 'mergedInto'>,
  active: boolean,
  open: OpenJobs,
): Decision<boolean> {
  const standing = decideStanding(customer);
  if (active && !standing.ok) return standing;
  return !active && open.count > 0 ? refuse('customer.open_jobs', { ...open }) : allow(active);
}

/**
 * Refuses with `location.open_jobs`, or `customer.inactive`: a place is brought back with its customer, not without
 * (`isOfActiveCustomer`).
 */
export function decideLocationActive(
  isOfActiveCustomer: boolean,
  active: boolean,
  open: OpenJobs,
): Decision<boolean> {
  if (active && !isOfActiveCustomer) return refuse('customer.inactive', {});
  return !active && open.count > 0 ? refuse('location.open_jobs', { ...open }) : allow(active);
}
