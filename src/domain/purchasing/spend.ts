/** What was spent (domain-rules §5: "by PO type, business unit, vendor, job, project, technician"). */
import type { OrderStatus } from './purchase-order.ts';

export const SPEND_BY = ['vendor', 'type', 'businessUnit', 'job', 'project', 'technician'] as const;
export type SpendBy = (typeof SPEND_BY)[number];

/** The vendor has had it: what is still being written and what was called off is no money spoken for. */
export const ORDERED_STATUSES: OrderStatus[] = ['Sent', 'PartiallyReceived', 'Received', 'Exported'];
