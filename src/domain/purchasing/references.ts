/** What an order newly names has to be in use (domain-rules §5: "vendor, business unit and location must exist first"). */
import { allow, type Decision, refuse } from '../decision.ts';
import { inactiveAmong, type NamedReference } from '../job/references.ts';

/** Refuses `order.inactive_reference` naming all that is not. What an order names already may have gone out of use since. */
export function decideOrderReferences(references: readonly NamedReference[]): Decision<null> {
  const inactive = inactiveAmong(references);
  return inactive.length === 0 ? allow(null) : refuse('order.inactive_reference', { inactive });
}
