import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { JobView } from '#contract/job.ts';
import type { ProjectWritten } from '#contract/project.ts';
import { projectMutations, projectQueries } from '../../data/projects.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { ProblemNote } from '../problem-note.tsx';

export type AddToProjectDialogProps = {
  job: Pick<JobView, 'id' | 'version' | 'number' | 'locationId'>;
  onClose: () => void;
  onAdded: (written: ProjectWritten) => void;
  onNew: () => void;
};

/** One of the projects at the job's location; elsewhere there is none it could come into. */
export function AddToProjectDialog({ job, onClose, onAdded, onNew }: AddToProjectDialogProps) {
  const list = useInfiniteQuery(projectQueries.list({ locationId: job.locationId }));
  const attach = useMutation(projectMutations.attach());
  const [chosen, setChosen] = useState<number | null>(null);
  const projects = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const id = chosen ?? projects[0]?.id ?? null;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      width="narrow"
      title={`Add job ${job.number} to a project`}
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
            disabledReason={id === null ? 'There is no project at this location.' : undefined}
            onClick={() =>
              id !== null &&
              attach.mutate(
                { id, jobIds: [job.id], expected: [{ kind: 'job', id: job.id, version: job.version }] },
                { onSuccess: onAdded },
              )
            }
          >
            Add job
          </Button>
        </>
      }
    >
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={2} label="Loading the projects" />}
      {list.isSuccess && projects.length === 0 && (
        <EmptyState
          text="There is no project at this location yet."
          action={<Button onClick={onNew}>New project from this job…</Button>}
        />
      )}
      {projects.length > 0 && (
        <Field label="Project">
          <Select
            value={id}
            onValueChange={setChosen}
            options={projects.map((one) => ({ value: one.id, label: `${one.number} · ${one.name}` }))}
          />
        </Field>
      )}
      <ProblemNote error={attach.error} />
    </Dialog>
  );
}
