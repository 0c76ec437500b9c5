import { useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { FolderKanban } from 'lucide-react';
import { useState } from 'react';
import type { JobView } from '#contract/job.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { projectMutations, projectQueries } from '../../data/projects.ts';
import { noteText } from '../../lib/note-text.ts';
import { mayCall } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast-store.ts';
import { ProblemNote } from '../problem-note.tsx';
import { useUndo } from '../use-undo.ts';
import { AddToProjectDialog } from './add-to-project-dialog.tsx';
import { NewProjectDialog } from './new-project-dialog.tsx';

type JobOfProject = Pick<JobView, 'id' | 'version' | 'number' | 'summary' | 'locationId'>;

/** The project a job is in, or the two ways into one. Nothing for those who have nothing to do with projects. */
export function JobProject({ job }: { job: JobOfProject }) {
  const may = mayCall(useCurrentUser(), 'projects.ofJob');
  return may ? <Box job={job} /> : null;
}

function Box({ job }: { job: JobOfProject }) {
  const { data, error, refetch } = useQuery(projectQueries.ofJob(job.id));
  // The lists are needed as soon as a dialog opens.
  useQuery(projectQueries.setup());
  const detach = useMutation(projectMutations.detach());
  const undo = useUndo();
  const [asking, setAsking] = useState<'add' | 'new' | null>(null);
  const expected = [{ kind: 'job' as const, id: job.id, version: job.version }];
  const takeOut = (id: number) =>
    detach.mutate(
      { id, jobIds: [job.id], expected },
      {
        onSuccess: ({ operationId }) =>
          toast({
            title: `Job ${job.number} is out of the project`,
            tone: 'success',
            action: { label: 'Undo', act: () => undo.undo(operationId) },
          }),
      },
    );
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const { project } = data;
  return (
    <section
      aria-label="Project"
      className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg border border-line bg-surface px-3 py-2"
    >
      <FolderKanban aria-hidden className="size-4 text-icon" />
      {project ? (
        <>
          <Link to="/projects/$id" params={{ id: project.id }} className="min-w-0 truncate font-semibold">
            Project {project.number} · {project.name}
          </Link>
          <span className="ml-auto" data-print="hide">
            <Button variant="ghost" busy={detach.isPending} onClick={() => takeOut(project.id)}>
              Take out
            </Button>
          </span>
        </>
      ) : (
        <>
          <span className="text-muted">In no project</span>
          <span className="ml-auto" data-print="hide">
            <Menu
              trigger={<Button>Project…</Button>}
              entries={[
                { label: 'Add to project…', onSelect: () => setAsking('add') },
                { label: 'New project from this job…', onSelect: () => setAsking('new') },
              ]}
            />
          </span>
        </>
      )}
      {detach.error && <ProblemNote error={detach.error} />}
      {asking === 'new' && <NewProjectDialog job={job} onClose={() => setAsking(null)} />}
      {asking === 'add' && (
        <AddToProjectDialog
          job={job}
          onClose={() => setAsking(null)}
          onAdded={({ card, notes, operationId }) => {
            setAsking(null);
            toast({
              title: `Job ${job.number} is in project ${card.project.number}`,
              ...(notes.length > 0 ? { body: notes.map((note) => noteText(note)).join(' ') } : {}),
              tone: notes.length > 0 ? 'warning' : 'success',
              action: { label: 'Undo', act: () => undo.undo(operationId) },
            });
          }}
          onNew={() => setAsking('new')}
        />
      )}
    </section>
  );
}
