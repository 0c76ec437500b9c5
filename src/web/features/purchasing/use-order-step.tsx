import type { ReactNode } from 'react';
import type { BodyIn } from '#contract/endpoints.ts';
import type { OrderCardView, OrderWritten } from '#contract/purchase-order.ts';
import { type OrderStep, orderMutations } from '../../data/purchase-orders.ts';
import { type RecordAsk, useRecordSteps } from '../../parts/use-record-steps.tsx';

export type StepAsk<S extends OrderStep = OrderStep> = RecordAsk<S, OrderWritten> & {
  readonly body: Omit<BodyIn<`purchaseOrders.${S}`>, 'expected'>;
};

export type OrderSteps = {
  readonly send: <S extends OrderStep>(ask: StepAsk<S>) => Promise<boolean>;
  /** The step under way. */
  readonly sending: OrderStep | null;
  /** Render once. */
  readonly dialog: ReactNode;
};

/** Every step on an order, with what may follow. */
export function useOrderSteps({ order }: OrderCardView): OrderSteps {
  const steps = useRecordSteps<OrderStep, OrderWritten>({
    kind: 'purchaseOrder',
    id: order.id,
    word: 'order',
    mutation: (step) => orderMutations.step(step) as never,
  });
  return steps as OrderSteps;
}
