import { useInfiniteQuery } from '@tanstack/react-query';
import { useCurrentUser } from '../../data/current-user.ts';
import { jobPartsQueries } from '../../data/job-parts.ts';
import { mayCall } from '../../lib/session.ts';
import { MoreRows } from '../../parts/more-rows.tsx';
import { NewOrderLink } from '../../parts/new-order-link.tsx';
import { OrderRows } from '../../parts/order-rows.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { rowClass } from '../../parts/section.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';

/** What was ordered for the project and for its jobs. */
export function ProjectOrders({ projectId }: { projectId: number }) {
  const user = useCurrentUser();
  const list = useInfiniteQuery(jobPartsQueries.ofProject(projectId));
  const { data, error, refetch } = list;
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={3} label="Reading the orders" />;
  return (
    <>
      {data.items.length === 0 && (
        <p className={`${rowClass} text-muted`}>Nothing is ordered for this project or its jobs.</p>
      )}
      <OrderRows orders={data.items} />
      <MoreRows list={list} words="orders" />
      {mayCall(user, 'purchaseOrders.create') && (
        <p className="py-1.5">
          <NewOrderLink search={{ project: projectId }}>New order for this project</NewOrderLink>
        </p>
      )}
    </>
  );
}
