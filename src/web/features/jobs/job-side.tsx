import { useState } from 'react';
import type { HistoryKind } from '#contract/history-kinds.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { HistoryList } from '../../parts/history-list.tsx';
import { Select } from '../../ui/select.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { AsItStood } from './as-it-stood.tsx';

export type JobSideProps = {
  card: JobCardView;
  at: Instant | undefined;
  now: Instant;
  onAt: (at: Instant | undefined) => void;
};

/** History with before and after, and the job at a past minute. */
export function JobSide(props: JobSideProps) {
  const [tab, setTab] = useState<'history' | 'past'>(props.at ? 'past' : 'history');
  return (
    <Tabs
      label="About the job"
      value={tab}
      onValueChange={setTab}
      className="h-full px-3.5"
      panelClassName="overflow-y-auto"
      items={[
        { id: 'history', label: 'History', content: <Histories card={props.card} /> },
        { id: 'past', label: 'As it stood', content: <AsItStood {...props} /> },
      ]}
    />
  );
}

function Histories({ card }: { card: JobCardView }) {
  const { job, appointments, invoice } = card;
  const [part, setPart] = useState(`job ${job.id}`);
  const [kind, id] = part.split(' ') as [HistoryKind, string];
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
            ...appointments.map((one) => ({ value: `appointment ${one.id}`, label: `Visit ${one.number}` })),
            { value: `invoice ${invoice.id}`, label: `Invoice ${invoice.number}` },
          ]}
        />
      </div>
      <HistoryList kind={kind} id={Number(id)} zone={job.timeZone} />
    </>
  );
}
