import { Link } from '@tanstack/react-router';
import type { Delivery } from '#contract/spend.ts';
import { formatQuantity, quantity } from '#domain/money.ts';
import type { Day } from '#domain/time.ts';
import { formatDay } from '../../../lib/format.ts';
import { rowClass } from '../../../parts/section.tsx';

/** More than a row is read for; the order's page has them all. */
const MOST_LINES = 4;

/** One order's goods of one day: who brings them, what, for which job, where to. */
export function DeliveryRow({ delivery, today }: { delivery: Delivery; today: Day }) {
  const { orderId, orderNumber, vendorName, lines, jobId, jobNumber, place, isOverdue, isPromised } =
    delivery;
  const more = lines.length - MOST_LINES;
  return (
    <li className={`${rowClass} flex-wrap items-baseline max-md:gap-y-0`}>
      {isOverdue && (
        <span className="w-22 shrink-0 font-semibold text-danger tabular-nums">
          {formatDay(delivery.day, { today })}
        </span>
      )}
      <span className="w-56 min-w-0 shrink-0 truncate">
        <Link to="/purchase-orders/$id" params={{ id: orderId }} className="font-medium tabular-nums">
          PO {orderNumber}
        </Link>{' '}
        <bdi>{vendorName}</bdi>
      </span>
      <span className="min-w-48 flex-1">
        <bdi>
          {lines
            .slice(0, MOST_LINES)
            .map((line) => `${formatQuantity(quantity(line.quantity))} × ${line.description}`)
            .join(', ')}
        </bdi>
        {more > 0 && <span className="text-muted"> and {more} more</span>}
      </span>
      <span className="text-muted">
        {jobId !== null && (
          <>
            <Link to="/jobs/$id" params={{ id: jobId }} className="tabular-nums">
              Job {jobNumber}
            </Link>
            {' · '}
          </>
        )}
        <bdi>{place}</bdi>
        {!isPromised && ' · day asked for, none named'}
      </span>
    </li>
  );
}
