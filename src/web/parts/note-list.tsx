import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { type FormEvent, useEffect, useState } from 'react';
import { LONGEST_NOTE } from '#domain/lengths.ts';
import { mayWriteOn, type OwnerKind } from '#domain/notes.ts';
import { useCurrentUser } from '../data/current-user.ts';
import { noteMutations, noteQueries } from '../data/notes.ts';
import { mayCall } from '../lib/session.ts';
import { Button } from '../ui/button.tsx';
import { Checkbox } from '../ui/checkbox.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Field } from '../ui/field.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { MoreRows } from './more-rows.tsx';
import { NoteEntry } from './note-entry.tsx';
import { ProblemNote } from './problem-note.tsx';
import { UndoRefusedDialog } from './undo-refused-dialog.tsx';
import { useUndo } from './use-undo.ts';

export type NoteListProps = {
  ownerKind: OwnerKind;
  ownerId: number;
  /** The zone the record's times are read in. */
  zone: string;
  /** Something is written and not sent yet, or no more: for what would put another record in its place. */
  onDirty?: ((isDirty: boolean) => void) | undefined;
};

/** The notes of any record, for a tab at its side: written on top, pinned ones first, then the newest. */
export function NoteList({ ownerKind, ownerId, zone, onDirty }: NoteListProps) {
  const list = useInfiniteQuery(noteQueries.of(ownerKind, ownerId));
  const { data, error, refetch } = list;
  const undo = useUndo();
  const user = useCurrentUser();
  const may = mayCall(user, 'notes.add') && mayWriteOn(user.roles, ownerKind);
  return (
    <div className="flex flex-col gap-2 py-2.5">
      {may && <NewNote ownerKind={ownerKind} ownerId={ownerId} onDirty={onDirty} />}
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {!data && !error && <SkeletonRows rows={3} label="Loading the notes" />}
      {data?.items.length === 0 && <EmptyState text="No notes yet." />}
      <ul aria-label="Notes" className="m-0 flex list-none flex-col p-0">
        {data?.items.map((note) => (
          <NoteEntry key={note.id} note={note} zone={zone} onUndo={undo.undo} />
        ))}
      </ul>
      <MoreRows list={list} words="notes" />
      <UndoRefusedDialog error={undo.refusal} onClose={undo.dismiss} />
    </div>
  );
}

function NewNote({ ownerKind, ownerId, onDirty }: Omit<NoteListProps, 'zone'>) {
  const [text, setText] = useState('');
  const isDirty = text.trim() !== '';
  useEffect(() => {
    onDirty?.(isDirty);
    return () => onDirty?.(false);
  }, [isDirty, onDirty]);
  const [pinned, setPinned] = useState(false);
  const add = useMutation(noteMutations.add());
  const send = (event?: FormEvent) => {
    event?.preventDefault();
    if (text.trim() === '' || add.isPending) return;
    add.mutate(
      { ownerKind, ownerId, text, pinned },
      {
        onSuccess: () => {
          setText('');
          setPinned(false);
        },
      },
    );
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-1.5">
      <Field label="New note" hideLabel>
        <TextArea
          rows={2}
          maxLength={LONGEST_NOTE}
          placeholder="Write a note"
          value={text}
          disabled={add.isPending}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send();
          }}
        />
      </Field>
      {text !== '' && (
        <div className="flex items-center justify-between gap-2">
          <Checkbox
            label="Pin on top"
            checked={pinned}
            onChange={({ target }) => setPinned(target.checked)}
          />
          <Button type="submit" variant="primary" busy={add.isPending} shortcut="Ctrl Enter">
            Add note
          </Button>
        </div>
      )}
      <ProblemNote error={add.error} />
      <LeaveGuard when={isDirty} />
    </form>
  );
}
