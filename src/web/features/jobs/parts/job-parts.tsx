import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JobCardView } from '#contract/job.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { jobPartsQueries } from '../../../data/job-parts.ts';
import { mayCall } from '../../../lib/session.ts';
import { NewOrderLink } from '../../../parts/new-order-link.tsx';
import { OrderRows } from '../../../parts/order-rows.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { rowClass, Section } from '../../../parts/section.tsx';
import { Button } from '../../../ui/button.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { MaterialRow } from './material-row.tsx';
import { UseMaterialForm } from './use-material-form.tsx';

/** What the job took from the shelves, and what is ordered for it. */
export function JobPartsSections({ card, viewerZone }: { card: JobCardView; viewerZone: string }) {
  const { job } = card;
  const user = useCurrentUser();
  const { data, error, refetch } = useQuery(jobPartsQueries.ofJob(job.id));
  const [isUsing, setUsing] = useState(false);
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={2} label="Reading materials and orders" />;
  const { materials, orders } = data;
  const mayUse = mayCall(user, 'jobs.useMaterial');
  const mayOrder = mayCall(user, 'purchaseOrders.create');
  const isCanceled = job.status === 'Canceled';
  return (
    <>
      <Section
        title="Materials"
        count={materials.length || undefined}
        action={
          mayUse && (
            <Button
              variant="ghost"
              disabledReason={isCanceled ? 'The job is canceled: nothing is used on it any more.' : undefined}
              onClick={() => setUsing(true)}
            >
              Use material…
            </Button>
          )
        }
      >
        {materials.length === 0 && (
          <p className={`${rowClass} text-muted`}>Nothing from stock was used yet.</p>
        )}
        {materials.map((material) => (
          <MaterialRow
            key={material.id}
            material={material}
            jobId={job.id}
            viewerZone={viewerZone}
            mayTakeBack={mayCall(user, 'jobs.takeBackMaterial')}
          />
        ))}
      </Section>
      {(orders.length > 0 || mayOrder) && (
        <Section
          title="Purchase orders"
          count={orders.length || undefined}
          action={mayOrder && <NewOrderLink search={{ job: job.id }}>New order for this job</NewOrderLink>}
        >
          {orders.length === 0 && (
            <p className={`${rowClass} text-muted`}>Nothing is ordered for this job.</p>
          )}
          <OrderRows orders={orders} />
        </Section>
      )}
      {isUsing && <UseMaterialForm job={job} onClose={() => setUsing(false)} />}
    </>
  );
}
