import type { OrderSummary } from '#contract/order-summary.ts';
import { type BulkStep, BulkSteps } from '../../../parts/bulk/bulk-steps.tsx';
import { SendMany } from './send-many.tsx';

const STEPS = {
  send: {
    button: 'Send…',
    title: 'Send orders',
    verbs: ['Send', 'sent'],
    call: 'purchaseOrders.send',
  },
} as const satisfies Readonly<Record<string, BulkStep>>;

export type OrdersBulkProps = { selected: readonly OrderSummary[]; onDone: () => void };

/** What can be done with the orders selected. */
export const OrdersBulk = ({ selected, onDone }: OrdersBulkProps) => (
  <BulkSteps steps={STEPS} words="orders" count={selected.length} onDone={onDone}>
    {(_step, then) => <SendMany selected={selected} {...then} />}
  </BulkSteps>
);
