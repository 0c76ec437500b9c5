/** An order whose job was canceled is listed for a decision, never changed by itself (domain-rules §5). */
import type { Instant } from '../time.ts';
import type { OrderCommandType } from './commands.ts';
import type { OrderStatus } from './purchase-order.ts';
import { ORDER_TABLE } from './transitions.ts';

/** What ends it, where something does: canceled, or closed with what came. */
export const endingOf = (status: OrderStatus): Extract<OrderCommandType, 'cancel' | 'closeShort'> | null =>
  (['cancel', 'closeShort'] as const).find((command) => ORDER_TABLE[status].includes(command)) ?? null;

/** Not decided since the job was canceled: kept for a job that came back and was canceled again counts no more. */
export const waitsForDecision = (
  status: OrderStatus,
  jobCanceledOn: Instant | null,
  keptOn: Instant | null,
): boolean =>
  jobCanceledOn !== null && endingOf(status) !== null && (keptOn === null || keptOn < jobCanceledOn);
