import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FolderMinus, FolderPlus } from 'lucide-react';
import { useState } from 'react';
import type { ProjectJob, ProjectView } from '#contract/project.ts';
import type { Setup } from '#contract/setup.ts';
import { dayOf } from '#domain/time.ts';
import { projectMutations, projectQueries } from '../../data/projects.ts';
import { nameIn } from '../../data/setup.ts';
import { formatDay } from '../../lib/format.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { MoreRows } from '../../parts/more-rows.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { JobStatusBadge } from '../../parts/status-badges.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Tag } from '../../ui/tag.tsx';
import { toast } from '../../ui/toast-store.ts';
import { AttachDialog } from './attach-dialog.tsx';
import { cellClass, headClass, tableClass } from './grid.ts';

/** A laptop's width has no room for all of them. */
const WIDE = 'hidden print:table-cell xl:table-cell';
const HEADS: readonly (readonly [head: string, when?: string])[] = [
  ['Job'],
  ['Status'],
  ['Type', WIDE],
  ['Summary'],
  ['Visit'],
  ['Technicians', WIDE],
  ['Bill to'],
];

export type ProjectJobsProps = {
  project: ProjectView;
  setup: Setup;
  lockedBecause: string | undefined;
  onUndo: (operationId: number) => void;
};

/** The jobs in the project; more at the same location are put in, and any is taken out. */
export function ProjectJobs({ project, setup, lockedBecause, onUndo }: ProjectJobsProps) {
  const list = useInfiniteQuery(projectQueries.jobs(project.id));
  const { data, error, refetch } = list;
  const detach = useMutation(projectMutations.detach());
  const [isAdding, setAdding] = useState(false);
  const takeOut = (job: ProjectJob) =>
    detach.mutate(
      {
        id: project.id,
        jobIds: [job.id],
        expected: [{ kind: 'job', id: job.id, version: job.version }],
      },
      {
        onSuccess: ({ operationId }) =>
          toast({
            title: `Job ${job.number} is out of the project`,
            tone: 'success',
            action: { label: 'Undo', act: () => onUndo(operationId) },
          }),
        onError: (problem) => toast({ title: 'Not taken out', body: errorText(problem), tone: 'error' }),
      },
    );
  const add = (
    <Button icon={<FolderPlus aria-hidden />} disabledReason={lockedBecause} onClick={() => setAdding(true)}>
      Add jobs…
    </Button>
  );
  return (
    <div className="flex flex-col gap-2 py-3">
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={3} label="Loading the jobs" />}
      {data?.items.length === 0 && <EmptyState text="No job is in this project yet." action={add} />}
      {data && data.items.length > 0 && (
        <>
          <div className="flex justify-end" data-print="hide">
            {add}
          </div>
          <div className="overflow-x-auto">
            <table className={tableClass} aria-label="Jobs of the project">
              <thead>
                <tr>
                  {HEADS.map(([head, when = '']) => (
                    <th key={head} scope="col" className={`${headClass} ${when}`}>
                      {head}
                    </th>
                  ))}
                  <th scope="col" className={headClass} data-print="hide">
                    <span className="sr-only">Take out</span>
                  </th>
                </tr>
              </thead>
              <tbody>
                {data.items.map((job) => (
                  <JobLine
                    key={job.id}
                    job={job}
                    project={project}
                    setup={setup}
                    lockedBecause={lockedBecause}
                    busy={detach.isPending}
                    onTakeOut={() => takeOut(job)}
                  />
                ))}
              </tbody>
            </table>
          </div>
          <MoreRows list={list} words="jobs" />
        </>
      )}
      {isAdding && (
        <AttachDialog project={project} setup={setup} onClose={() => setAdding(false)} onUndo={onUndo} />
      )}
    </div>
  );
}

type JobLineProps = {
  job: ProjectJob;
  project: ProjectView;
  setup: Setup;
  lockedBecause: string | undefined;
  busy: boolean;
  onTakeOut: () => void;
};

function JobLine({ job, project, setup, lockedBecause, busy, onTakeOut }: JobLineProps) {
  return (
    <tr className="group">
      <td className={cellClass}>
        <Link to="/jobs/$id" params={{ id: job.id }} className="font-medium tabular-nums">
          {job.number}
        </Link>
      </td>
      <td className={cellClass}>
        <JobStatusBadge status={job.status} />
      </td>
      <td className={`${cellClass} ${WIDE}`}>{nameIn(setup.jobTypes, job.jobTypeId)}</td>
      <td className={`${cellClass} max-w-72`}>
        <span className="line-clamp-2 break-words">{job.summary}</span>
      </td>
      <td className={`${cellClass} whitespace-nowrap tabular-nums`}>
        {job.start && formatDay(dayOf(job.start, project.timeZone), { year: true })}
      </td>
      <td className={`${cellClass} ${WIDE}`}>
        {job.technicianNames.join(', ') || <span className="text-faint">nobody</span>}
      </td>
      <td className={cellClass}>
        {job.billToName}{' '}
        {job.billToCustomerId !== project.billToCustomerId && <Tag tone="warning">other payer</Tag>}
      </td>
      <td className={cellClass} data-print="hide">
        <IconButton
          label={`Take job ${job.number} out of the project`}
          icon={<FolderMinus aria-hidden />}
          disabledReason={lockedBecause}
          busy={busy}
          onClick={onTakeOut}
        />
      </td>
    </tr>
  );
}
