import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Archive, ArchiveRestore, Phone } from 'lucide-react';
import type { ProjectView } from '#contract/project.ts';
import { decidePutAway } from '#domain/project/in-use.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { projectMutations } from '../../data/projects.ts';
import { errorText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { toast } from '../../ui/toast-store.ts';

export type ProjectActionsProps = {
  project: ProjectView;
  /** In it, as far as the person may see. */
  jobs: number;
  lockedBecause: string | undefined;
  onUndo: (operationId: number) => void;
};

/** Put away an empty project, bring one back, book the next job for its customer. */
export function ProjectActions({ project, jobs, lockedBecause, onUndo }: ProjectActionsProps) {
  const user = useCurrentUser();
  const { mutate, isPending } = useMutation(projectMutations.update());
  const { id, version, number, active } = project;
  const set = (next: boolean) =>
    mutate(
      { id, changes: { active: next }, expected: [{ kind: 'project', id, version }] },
      {
        onSuccess: ({ operationId }) =>
          toast({
            title: next ? `Project ${number} is back` : `Project ${number} is put away`,
            tone: 'success',
            action: { label: 'Undo', act: () => onUndo(operationId) },
          }),
        onError: (error) => toast({ title: 'Not done', body: errorText(error), tone: 'error' }),
      },
    );
  return (
    <>
      <Button
        size="form"
        icon={active ? <Archive aria-hidden /> : <ArchiveRestore aria-hidden />}
        busy={isPending}
        disabledReason={
          lockedBecause ?? (active && !decidePutAway(jobs).ok ? 'Take its jobs out first.' : undefined)
        }
        onClick={() => set(!active)}
      >
        {active ? 'Put away' : 'Bring back'}
      </Button>
      {mayCall(user, 'jobs.book') && active && (
        <Link
          to="/book"
          search={{ customer: project.customerId, location: project.locationId }}
          className={buttonClass('primary', 'form')}
        >
          <Phone aria-hidden /> Book a job
        </Link>
      )}
    </>
  );
}
