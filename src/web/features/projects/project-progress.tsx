import type { ProjectCard } from '#contract/project.ts';
import { JOB_STATUSES } from '#domain/job/job-card.ts';
import { JOB_STATUS_WORDS } from '../../lib/trade-words.ts';
import { ProgressBar } from '../../ui/progress-bar.tsx';

/** "2 of 3 jobs done, 66 %", and how the others stand. */
export function ProjectProgress({ progress }: { progress: ProjectCard['progress'] }) {
  const { counts, jobs, donePercent } = progress;
  if (jobs === 0) return <p className="mt-2 text-muted">No jobs yet, so there is no progress to show.</p>;
  const parts = JOB_STATUSES.filter((status) => counts[status] > 0).map(
    (status) => `${counts[status]} ${JOB_STATUS_WORDS[status].toLowerCase()}`,
  );
  return (
    <section aria-label="Progress" className="mt-2 flex flex-wrap items-center gap-x-3">
      {donePercent !== null && (
        <>
          <ProgressBar
            label="Jobs done"
            value={donePercent}
            tone={donePercent === 100 ? 'success' : 'accent'}
            className="w-40 shrink-0"
          />
          <span className="font-semibold tabular-nums">
            {counts.Completed} of {jobs - counts.Canceled} jobs done, {donePercent} %
          </span>
        </>
      )}
      <span className="text-muted">{parts.join(' · ')}</span>
    </section>
  );
}
