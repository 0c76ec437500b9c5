import { useInfiniteQuery } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { fileQueries } from '../../data/files.ts';
import { noteQueries } from '../../data/notes.ts';
import { FileList } from '../../parts/file-list.tsx';
import { HistoryList } from '../../parts/history-list.tsx';
import { LeaveQuestion } from '../../parts/leave-guard.tsx';
import { NoteList } from '../../parts/note-list.tsx';
import { Select } from '../../ui/select.tsx';
import { Tabs } from '../../ui/tabs.tsx';

type Part = `customer-${number}` | `location-${number}`;

export type CustomerSideProps = {
  id: number;
  locations: readonly { id: number; street: string }[];
  /** The zone times are read in. */
  zone: string;
};

/** Notes, files and what happened: of the customer, or of one of their locations. What is pinned stands beside every call. */
export function CustomerSide({ id, locations, zone }: CustomerSideProps) {
  const [tab, setTab] = useState<'notes' | 'files' | 'history'>('notes');
  const [part, setPart] = useState<Part>(`customer-${id}`);
  const [isWriting, setIsWriting] = useState(false);
  const [next, setNext] = useState<(() => void) | null>(null);
  /** Notes of another place, or another tab, take a half-written note away: not without a question. */
  const leave = (go: () => void) => (isWriting ? setNext(() => go) : go());
  const [kind, recordId] = part.split('-') as ['customer' | 'location', string];
  const ownerId = Number(recordId);
  const notes = useInfiniteQuery(noteQueries.of(kind, ownerId));
  const files = useInfiniteQuery(fileQueries.of(kind, ownerId));
  const of = (label: string, content: ReactNode) => (
    <>
      <div className="pt-2">
        <Select<Part>
          aria-label={`${label} of`}
          size="dense"
          value={part}
          onValueChange={(chosen) => leave(() => setPart(chosen))}
          options={[
            { value: `customer-${id}`, label: 'Customer' },
            ...locations.map((one) => ({ value: `location-${one.id}` as const, label: one.street })),
          ]}
        />
      </div>
      {content}
    </>
  );
  return (
    <>
      <Tabs
        label="About the customer"
        value={tab}
        onValueChange={(chosen) => leave(() => setTab(chosen))}
        className="h-full px-3.5"
        panelClassName="overflow-y-auto"
        items={[
          {
            id: 'notes',
            label: 'Notes',
            count: notes.data?.total,
            content: of(
              'Notes',
              <NoteList key={part} ownerKind={kind} ownerId={ownerId} zone={zone} onDirty={setIsWriting} />,
            ),
          },
          {
            id: 'files',
            label: 'Files',
            count: files.data?.total,
            content: of('Files', <FileList key={part} ownerKind={kind} ownerId={ownerId} zone={zone} />),
          },
          {
            id: 'history',
            label: 'History',
            content: of('History', <HistoryList kind={kind} id={ownerId} />),
          },
        ]}
      />
      <LeaveQuestion
        open={next !== null}
        onStay={() => setNext(null)}
        onLeave={() => {
          setNext(null);
          next?.();
        }}
      />
    </>
  );
}
