import type { JobView } from '#contract/job.ts';
import { formatDayTime } from '../../lib/format.ts';
import { reasonText } from '../../lib/reason-text.ts';
import { ProblemBanner } from '../../ui/problem-banner.tsx';

/** Why a job was canceled or is on hold, by whom and when, in one look at the top of its page. */
export function JobStopped({ job, viewerZone }: { job: JobView; viewerZone: string }) {
  const stopped = job.canceled ?? job.hold;
  if (!stopped) return null;
  const by = `${stopped.byName}, ${formatDayTime(stopped.at, job.timeZone, { viewerZone })}`;
  return (
    <div className="mt-2">
      <ProblemBanner
        tone="warning"
        title={`${job.canceled ? 'Canceled' : 'On hold'}: ${reasonText(stopped)}`}
        messages={[stopped.memo || by]}
        footnote={stopped.memo ? by : undefined}
      />
    </div>
  );
}
