import type { OrderCardView } from '#contract/purchase-order.ts';
import { FIELD_TABLE, type OrderField } from '#domain/purchasing/transitions.ts';
import { refusalText } from '../../lib/refusal-text.ts';

/** Why a field stands still, in words; undefined where it may be changed. */
export type WhyLocked = (field: OrderField) => string | undefined;

/** @param forbidden said of every field: the person's role changes no orders */
export const whyLockedFor =
  ({ order }: OrderCardView, forbidden: string | undefined): WhyLocked =>
  (field) => {
    if (forbidden !== undefined) return forbidden;
    if (order.sending) return refusalText('order.being_sent', { byName: order.sending.byName });
    if (!FIELD_TABLE[field].includes(order.status))
      return refusalText('order.field_locked', { field, status: order.status });
    return field === 'typeId' && order.isReplenishment
      ? refusalText('order.type_of_replenishment')
      : undefined;
  };
