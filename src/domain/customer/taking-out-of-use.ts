/** A customer or a place is taken out of use when no work is open there, and brought back any time. */
import { allow, type Decision, refuse } from '../decision.ts';
import { decideStanding, type MergeFacts } from './merge-customers.ts';

/** `numbers`: of the open jobs, those the person may see. */
export type OpenJobs = { readonly count: number; readonly numbers: readonly number[] };

export function decideCustomerActive(
  customer: Pick<MergeFacts, 'id' | 'name' | 'mergedInto'>,
  active: boolean,
  open: OpenJobs,
): Decision<boolean> {
  const standing = decideStanding(customer);
  if (active && !standing.ok) return standing;
  return !active && open.count > 0 ? refuse('customer.open_jobs', { ...open }) : allow(active);
}

/** `isOfActiveCustomer`: a place is brought back with its customer, not without. */
export function decideLocationActive(
  isOfActiveCustomer: boolean,
  active: boolean,
  open: OpenJobs,
): Decision<boolean> {
  if (active && !isOfActiveCustomer) return refuse('customer.inactive', {});
  return !active && open.count > 0 ? refuse('location.open_jobs', { ...open }) : allow(active);
}
