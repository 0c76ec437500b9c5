import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { HistoryKind } from '#contract/history-kinds.ts';
import type { JobCardView } from '#contract/job.ts';
import { dayOf, type Instant } from '#domain/time.ts';
import { fileQueries } from '../../data/files.ts';
import { noteQueries } from '../../data/notes.ts';
import { FileList } from '../../parts/file-list.tsx';
import { HistoryList } from '../../parts/history-list.tsx';
import { MovesPanel } from '../../parts/moves-panel.tsx';
import { NoteList } from '../../parts/note-list.tsx';
import { Select } from '../../ui/select.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AsItStood } from './as-it-stood.tsx';

export type JobSideProps = {
  card: JobCardView;
  at: Instant | undefined;
  now: Instant;
  onAt: (at: Instant | undefined) => void;
};

/** Notes, files, history with before and after, and the job at a past minute. */
export function JobSide(props: JobSideProps) {
  const [tab, setTab] = useState<'notes' | 'files' | 'history' | 'past'>(props.at ? 'past' : 'notes');
  const { job } = props.card;
  const notes = useInfiniteQuery(noteQueries.of('job', job.id));
  const files = useInfiniteQuery(fileQueries.of('job', job.id));
  return (
    <Tabs
      label="About the job"
      value={tab}
      onValueChange={setTab}
      className="h-full px-3.5"
      panelClassName="overflow-y-auto"
      items={[
        {
          id: 'notes',
          label: 'Notes',
          count: notes.data?.total,
          content: <NoteList ownerKind="job" ownerId={job.id} zone={job.timeZone} />,
        },
        {
          id: 'files',
          label: 'Files',
          count: files.data?.total,
          content: <FileList ownerKind="job" ownerId={job.id} zone={job.timeZone} />,
        },
        { id: 'history', label: 'History', content: <Histories card={props.card} now={props.now} /> },
        { id: 'past', label: 'As it stood', content: <AsItStood {...props} /> },
      ]}
    />
  );
}

function Histories({ card, now }: { card: JobCardView; now: Instant }) {
  const { job, appointments, invoice } = card;
  const [part, setPart] = useState(`job ${job.id}`);
  const [kind, id] = part.split(' ') as [HistoryKind | 'moves', string];
  return (
    <>
      <div className="pt-2">
        <Select
          aria-label="History of"
          size="dense"
          value={part}
          onValueChange={setPart}
          options={[
            { value: `job ${job.id}`, label: 'Job' },
            { value: `moves ${job.id}`, label: 'Who moved the visits' },
            ...appointments.map((one) => ({ value: `appointment ${one.id}`, label: `Visit ${one.number}` })),
            { value: `invoice ${invoice.id}`, label: `Invoice ${invoice.number}` },
          ]}
        />
      </div>
      {kind === 'moves' ? (
        <MovesPanel scope={{ jobId: job.id }} zone={job.timeZone} today={dayOf(now, job.timeZone)} />
      ) : (
        <HistoryList kind={kind} id={Number(id)} zone={job.timeZone} />
      )}
    </>
  );
}
