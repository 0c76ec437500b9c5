import { useInfiniteQuery } from '@tanstack/react-query';
import { Pin } from 'lucide-react';
import type { OwnerKind } from '#domain/notes.ts';
import { noteQueries } from '../data/notes.ts';

/** What somebody pinned for the next person to see, on top of a page; nothing when nothing is. */
export function PinnedNotes({ ownerKind, ownerId }: { ownerKind: OwnerKind; ownerId: number }) {
  const { data } = useInfiniteQuery(noteQueries.of(ownerKind, ownerId));
  const pinned = data?.items.filter((note) => note.pinned) ?? [];
  if (pinned.length === 0) return null;
  return (
    <ul aria-label="Pinned notes" className="m-0 mt-2 flex list-none flex-col gap-1 p-0">
      {pinned.map(({ id, text, authorName }) => (
        <li key={id} className="flex items-start gap-2 rounded-md border border-line bg-surface px-3 py-1.5">
          <Pin aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
          <span className="line-clamp-3 min-w-0 flex-1 break-words whitespace-pre-line">{text}</span>
          <span className="max-w-1/3 shrink-0 truncate text-xs text-muted">{authorName}</span>
        </li>
      ))}
    </ul>
  );
}
