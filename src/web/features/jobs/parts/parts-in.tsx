import { useMutation, useQuery } from '@tanstack/react-query';
import { useCurrentUser } from '../../../data/current-user.ts';
import { jobPartsMutations, jobPartsQueries } from '../../../data/job-parts.ts';
import { formatDayTime } from '../../../lib/format.ts';
import { errorText } from '../../../lib/refusal-text.ts';
import { mayCall } from '../../../lib/session.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemBanner } from '../../../ui/problem-banner.tsx';
import { toast } from '../../../ui/toast-store.ts';

export type PartsInProps = {
  jobId: number;
  viewerZone: string;
  whyNot: string | undefined;
  /** Opens what books a visit more. */
  onSchedule: () => void;
};

/** All that was ordered for the job is here: the return visit is one click away, or somebody says that they know. */
export function PartsIn({ jobId, viewerZone, whyNot, onSchedule }: PartsInProps) {
  const user = useCurrentUser();
  const { data } = useQuery(jobPartsQueries.ofJob(jobId));
  const { mutate, isPending } = useMutation(jobPartsMutations.see());
  if (!data?.partsInSince) return null;
  const dismiss = () =>
    mutate(
      { jobId },
      { onError: (error) => toast({ title: 'Not dismissed', body: errorText(error), tone: 'error' }) },
    );
  return (
    <div className="mt-2" data-print="hide">
      <ProblemBanner
        tone="info"
        title="Parts in."
        messages={[
          `All that was ordered for this job is here since ${formatDayTime(data.partsInSince, viewerZone)}.`,
        ]}
        actions={
          mayCall(user, 'jobs.seePartsIn') && (
            <>
              <Button variant="primary" disabledReason={whyNot} onClick={onSchedule}>
                Schedule the return visit…
              </Button>
              <Button variant="ghost" busy={isPending} onClick={dismiss}>
                Dismiss
              </Button>
            </>
          )
        }
      />
    </div>
  );
}
