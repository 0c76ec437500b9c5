/** A SKU after somebody has changed it, or why not (issue 5, part 2). */
import { allow, type Decision, refuse } from '../decision.ts';
import { inactiveAmong, type NamedReference } from '../job/references.ts';
import type { Quantity } from '../money.ts';
import { isStocked, type Sku, type SkuChanges } from './sku.ts';

export type SkuFacts = {
  /** What is newly chosen: the GL account. */
  readonly chosen: readonly NamedReference[];
  /** Another SKU has the code already. */
  readonly isCodeTaken: boolean;
  /** Something of it has been counted, received or used at any time. */
  readonly hasMoved: boolean;
  /** What lies anywhere now. */
  readonly onHand: Quantity;
};

/**
 * The SKU with the changes. Refuses `sku.code_taken`, `sku.kind_fixed` once it has moved, `sku.serials_fixed` while
 * some lies somewhere (its units would have no numbers), `sku.service_serialized`, `sku.in_stock` for one that would go
 * out of use, `sku.inactive_reference`.
 */
export function decideSku(before: Sku, changes: SkuChanges, facts: SkuFacts): Decision<Sku> {
  const after = { ...before, ...changes };
  const { isCodeTaken, hasMoved, onHand, chosen } = facts;
  if (isCodeTaken) return refuse('sku.code_taken', { code: after.code });
  if (after.kind !== before.kind && hasMoved) return refuse('sku.kind_fixed', { kind: before.kind });
  if (after.serialized && !isStocked(after)) return refuse('sku.service_serialized');
  if (after.serialized !== before.serialized && onHand !== 0) return refuse('sku.serials_fixed', { onHand });
  if (before.active && !after.active && onHand !== 0) return refuse('sku.in_stock', { onHand });
  const inactive = inactiveAmong(chosen);
  return inactive.length === 0 ? allow(after) : refuse('sku.inactive_reference', { inactive });
}
