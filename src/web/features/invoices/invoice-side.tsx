import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { fileQueries } from '../../data/files.ts';
import { noteQueries } from '../../data/notes.ts';
import { FileList } from '../../parts/file-list.tsx';
import { HistoryList } from '../../parts/history-list.tsx';
import { NoteList } from '../../parts/note-list.tsx';
import { Tabs } from '../../ui/tabs.tsx';

/** Notes, files, and what happened to the invoice and its items. */
export function InvoiceSide({ id, zone }: { id: number; zone: string }) {
  const [tab, setTab] = useState<'history' | 'notes' | 'files'>('history');
  const notes = useInfiniteQuery(noteQueries.of('invoice', id));
  const files = useInfiniteQuery(fileQueries.of('invoice', id));
  return (
    <Tabs
      label="About the invoice"
      value={tab}
      onValueChange={setTab}
      className="h-full px-3.5"
      panelClassName="overflow-y-auto"
      items={[
        { id: 'history', label: 'History', content: <HistoryList kind="invoice" id={id} zone={zone} /> },
        {
          id: 'notes',
          label: 'Notes',
          count: notes.data?.total,
          content: <NoteList ownerKind="invoice" ownerId={id} zone={zone} />,
        },
        {
          id: 'files',
          label: 'Files',
          count: files.data?.total,
          content: <FileList ownerKind="invoice" ownerId={id} zone={zone} />,
        },
      ]}
    />
  );
}
