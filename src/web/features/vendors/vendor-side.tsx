import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Vendor } from '#contract/vendor.ts';
import { fileQueries } from '../../data/files.ts';
import { noteQueries } from '../../data/notes.ts';
import { FileList } from '../../parts/file-list.tsx';
import { HistoryList } from '../../parts/history-list.tsx';
import { NoteList } from '../../parts/note-list.tsx';
import { Select } from '../../ui/select.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export type VendorSideProps = {
  vendor: Vendor;
  /** The zone times are read in. */
  zone: string;
};

/** Notes, files, and what happened to the vendor and the people there. */
export function VendorSide({ vendor, zone }: VendorSideProps) {
  const [tab, setTab] = useState<'notes' | 'files' | 'history'>('notes');
  const { id } = vendor;
  const notes = useInfiniteQuery(noteQueries.of('vendor', id));
  const files = useInfiniteQuery(fileQueries.of('vendor', id));
  return (
    <Tabs
      label="About the vendor"
      value={tab}
      onValueChange={setTab}
      className="h-full px-3.5"
      panelClassName="overflow-y-auto"
      items={[
        {
          id: 'notes',
          label: 'Notes',
          count: notes.data?.total,
          content: <NoteList ownerKind="vendor" ownerId={id} zone={zone} />,
        },
        {
          id: 'files',
          label: 'Files',
          count: files.data?.total,
          content: <FileList ownerKind="vendor" ownerId={id} zone={zone} />,
        },
        { id: 'history', label: 'History', content: <Histories vendor={vendor} zone={zone} /> },
      ]}
    />
  );
}

/** The vendor's own, or that of somebody there. */
function Histories({ vendor, zone }: VendorSideProps) {
  const [contactId, setContactId] = useState(0);
  return (
    <>
      {vendor.contacts.length > 0 && (
        <div className="pt-2">
          <Select
            aria-label="History of"
            size="dense"
            value={contactId}
            onValueChange={setContactId}
            options={[
              { value: 0, label: 'Vendor' },
              ...vendor.contacts.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </div>
      )}
      <HistoryList
        kind={contactId === 0 ? 'vendor' : 'vendorContact'}
        id={contactId === 0 ? vendor.id : contactId}
        zone={zone}
      />
    </>
  );
}
