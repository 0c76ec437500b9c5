import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ProjectView } from '#contract/project.ts';
import { fileQueries } from '../../data/files.ts';
import { noteQueries } from '../../data/notes.ts';
import { projectQueries } from '../../data/projects.ts';
import { FileList } from '../../parts/file-list.tsx';
import { HistoryList } from '../../parts/history-list.tsx';
import { NoteList } from '../../parts/note-list.tsx';
import { Select } from '../../ui/select.tsx';
import { Tabs } from '../../ui/tabs.tsx';

/** Notes, files, and what happened to the project and its jobs. */
export function ProjectSide({ project }: { project: ProjectView }) {
  const [tab, setTab] = useState<'notes' | 'files' | 'history'>('notes');
  const notes = useInfiniteQuery(noteQueries.of('project', project.id));
  const files = useInfiniteQuery(fileQueries.of('project', project.id));
  return (
    <Tabs
      label="About the project"
      value={tab}
      onValueChange={setTab}
      className="h-full px-3.5"
      panelClassName="overflow-y-auto"
      items={[
        {
          id: 'notes',
          label: 'Notes',
          count: notes.data?.total,
          content: <NoteList ownerKind="project" ownerId={project.id} zone={project.timeZone} />,
        },
        {
          id: 'files',
          label: 'Files',
          count: files.data?.total,
          content: <FileList ownerKind="project" ownerId={project.id} zone={project.timeZone} />,
        },
        { id: 'history', label: 'History', content: <Histories project={project} /> },
      ]}
    />
  );
}

/** Which jobs came and went is written on the jobs, so theirs stand beside it. */
function Histories({ project }: { project: ProjectView }) {
  const { data } = useInfiniteQuery(projectQueries.jobs(project.id));
  const [jobId, setJobId] = useState(0);
  return (
    <>
      <div className="pt-2">
        <Select
          aria-label="History of"
          size="dense"
          value={jobId}
          onValueChange={setJobId}
          options={[
            { value: 0, label: 'Project' },
            ...(data?.items.map(({ id, number }) => ({ value: id, label: `Job ${number}` })) ?? []),
          ]}
        />
      </div>
      <HistoryList
        kind={jobId === 0 ? 'project' : 'job'}
        id={jobId === 0 ? project.id : jobId}
        zone={project.timeZone}
      />
    </>
  );
}
