import { useInfiniteQuery } from '@tanstack/react-query';
import type { OwnerKind } from '#domain/notes.ts';
import { fileQueries } from '../data/files.ts';
import { EmptyState } from '../ui/empty-state.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { FileDrop } from './file-drop.tsx';
import { FileEntry } from './file-entry.tsx';
import { MoreRows } from './more-rows.tsx';
import { ProblemNote } from './problem-note.tsx';
import { UndoRefusedDialog } from './undo-refused-dialog.tsx';
import { useUndo } from './use-undo.ts';

export type FileListProps = {
  ownerKind: OwnerKind;
  ownerId: number;
  /** The zone the record's times are read in. */
  zone: string;
};

/** The files of any record, for a tab at its side: images are shown, all are downloaded by a click. */
export function FileList({ ownerKind, ownerId, zone }: FileListProps) {
  const list = useInfiniteQuery(fileQueries.of(ownerKind, ownerId));
  const { data, error, refetch } = list;
  const undo = useUndo();
  return (
    <div className="flex flex-col gap-2 py-2.5">
      <FileDrop ownerKind={ownerKind} ownerId={ownerId} onUndo={undo.undo} />
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={3} label="Loading the files" />}
      {data?.items.length === 0 && <EmptyState text="No files yet." />}
      <ul aria-label="Files" className="m-0 flex list-none flex-col p-0">
        {data?.items.map((file) => (
          <FileEntry key={file.id} file={file} zone={zone} onUndo={undo.undo} />
        ))}
      </ul>
      <MoreRows list={list} words="files" />
      <UndoRefusedDialog error={undo.refusal} onClose={undo.dismiss} />
    </div>
  );
}
