import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { OrderOfCanceledJob } from '#contract/purchase-order.ts';
import { cents } from '#domain/money.ts';
import { endingOf } from '#domain/purchasing/of-canceled-job.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { orderMutations, orderQueries } from '../../data/purchase-orders.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import { OrderStatusBadge } from '../../parts/order-status-badge.tsx';
import { rowClass, Section } from '../../parts/section.tsx';
import { Button } from '../../ui/button.tsx';
import { MoneyText } from '../../ui/money-text.tsx';
import { toast } from '../../ui/toast-store.ts';

/** Open orders whose job was canceled: nothing happens to them by itself, somebody decides. */
export function CanceledJobOrders() {
  const may = mayCall(useCurrentUser(), 'purchaseOrders.ofCanceledJobs');
  const { data } = useQuery({ ...orderQueries.ofCanceledJobs(), enabled: may });
  if (!data || data.items.length === 0) return null;
  return (
    <Section title="Jobs canceled, orders still open" count={data.isCut ? undefined : data.items.length}>
      {data.items.map((order) => (
        <Decision key={order.id} order={order} />
      ))}
      {data.isCut && (
        <p className={`${rowClass} text-muted`}>
          The latest {data.items.length}. There are more: they come up here as these are decided.
        </p>
      )}
    </Section>
  );
}

function Decision({ order }: { order: OrderOfCanceledJob }) {
  const user = useCurrentUser();
  const cancel = useMutation(orderMutations.step('cancel'));
  const keep = useMutation(orderMutations.step('keep'));
  const { id, version, number, status } = order;
  const expected = [{ kind: 'purchaseOrder' as const, id, version }];
  const isBusy = cancel.isPending || keep.isPending;
  const told = (title: string) => ({
    onSuccess: () => toast({ title, tone: 'success' }),
    onError: (error: Error) =>
      toast({ title: `PO ${number} stays as it is`, body: errorText(error), tone: 'error' }),
  });
  return (
    <div className={`${rowClass} flex-wrap`}>
      <Link to="/purchase-orders/$id" params={{ id }} className="font-medium">
        PO {number}
      </Link>
      <OrderStatusBadge status={status} />
      <bdi className="min-w-0 truncate">{order.vendorName}</bdi>
      <span className="text-muted">
        for{' '}
        <Link
          to="/jobs/$id"
          params={{ id: order.jobId }}
          className="underline"
        >{`job ${order.jobNumber}`}</Link>
      </span>
      <span className="ml-auto flex items-center gap-2">
        <MoneyText amount={cents(order.totalCents)} currency={order.currency} />
        {mayCall(user, 'purchaseOrders.cancel') && (
          <>
            {endingOf(status) === 'cancel' ? (
              <Button
                size="dense"
                disabled={isBusy}
                onClick={() =>
                  cancel.mutate(
                    { id, reason: 'JobCanceled', expected },
                    told(`PO ${number} canceled: its job is`),
                  )
                }
              >
                Cancel order
              </Button>
            ) : (
              <Link to="/purchase-orders/$id" params={{ id }}>
                Something came: close it short
              </Link>
            )}
            <Button
              size="dense"
              disabled={isBusy}
              onClick={() => keep.mutate({ id, expected }, told(`PO ${number} is kept`))}
            >
              Keep
            </Button>
          </>
        )}
      </span>
    </div>
  );
}
