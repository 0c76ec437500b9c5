import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProjectView } from '#contract/project.ts';
import type { Setup } from '#contract/setup.ts';
import { dayOf } from '#domain/time.ts';
import { projectMutations, projectQueries } from '../../data/projects.ts';
import { nameIn } from '../../data/setup.ts';
import { formatDay } from '../../lib/format.ts';
import { noteText } from '../../lib/note-text.ts';
import { JOB_STATUS_WORDS } from '../../lib/trade-words.ts';
import { MoreRows } from '../../parts/more-rows.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast-store.ts';

export type AttachDialogProps = {
  project: ProjectView;
  setup: Setup;
  onClose: () => void;
  onUndo: (operationId: number) => void;
};

/** The other jobs at its location, to be ticked; those of another project say so and stay there. */
export function AttachDialog({ project, setup, onClose, onUndo }: AttachDialogProps) {
  const list = useInfiniteQuery(projectQueries.attachable(project.id));
  const { data, error, refetch } = list;
  const attach = useMutation(projectMutations.attach());
  // Ids: what is ticked stays ticked when the list is read again, and goes out with the versions then on screen.
  const [ticked, setTicked] = useState<ReadonlySet<number>>(new Set());
  const chosen = data?.items.filter(({ id, projectId }) => ticked.has(id) && projectId === null) ?? [];
  const tick = (id: number, isOn: boolean) =>
    setTicked((before) => new Set(isOn ? [...before, id] : [...before].filter((one) => one !== id)));
  const send = () =>
    attach.mutate(
      {
        id: project.id,
        jobIds: chosen.map(({ id }) => id),
        expected: chosen.map(({ id, version }) => ({ kind: 'job', id, version })),
      },
      {
        onSuccess: ({ operationId, notes }) => {
          toast({
            title:
              chosen.length === 1
                ? `Job ${chosen[0]!.number} is in the project`
                : `${chosen.length} jobs are in the project`,
            ...(notes.length > 0 ? { body: notes.map((note) => noteText(note)).join(' ') } : {}),
            tone: notes.length > 0 ? 'warning' : 'success',
            action: { label: 'Undo', act: () => onUndo(operationId) },
          });
          onClose();
        },
      },
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Add jobs to project ${project.number}`}
      description={`Jobs at ${project.address}. Others need a project of their own.`}
      footer={
        <>
          <Button size="form" onClick={onClose}>
            Cancel
          </Button>
          <Button
            size="form"
            variant="primary"
            type="submit"
            busy={attach.isPending}
            disabledReason={chosen.length === 0 ? 'Tick the jobs first.' : undefined}
            onClick={send}
          >
            {chosen.length > 1 ? `Add ${chosen.length} jobs` : 'Add job'}
          </Button>
        </>
      }
    >
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={3} label="Loading the jobs" />}
      {data?.items.length === 0 && <EmptyState text="There is no other job at this location." />}
      <ul aria-label="Jobs at this location" className="m-0 flex list-none flex-col gap-0.5 p-0">
        {data?.items.map((job) => {
          const elsewhere = job.projectId !== null;
          const day = job.start && formatDay(dayOf(job.start, project.timeZone), { year: true });
          const parts = [nameIn(setup.jobTypes, job.jobTypeId), day, JOB_STATUS_WORDS[job.status]];
          return (
            <li key={job.id} className="border-b border-line py-1 last:border-b-0">
              <Checkbox
                label={`Job ${job.number} · ${parts.filter(Boolean).join(' · ')}`}
                disabled={elsewhere || attach.isPending}
                checked={ticked.has(job.id)}
                onChange={({ target }) => tick(job.id, target.checked)}
              />
              <p className="truncate pl-6 text-xs text-muted">{job.summary}</p>
              {elsewhere && (
                <p className="pl-6 text-xs text-muted">
                  In project {job.projectNumber} already; a job is in one project.
                </p>
              )}
              {!elsewhere && job.billToCustomerId !== project.billToCustomerId && (
                <p className="pl-6 text-xs text-warning">
                  Billed to {job.billToName}, the project to {project.billToName}.
                </p>
              )}
            </li>
          );
        })}
      </ul>
      <MoreRows list={list} words="jobs" />
      <ProblemNote error={attach.error} />
    </Dialog>
  );
}
