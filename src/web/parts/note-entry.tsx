import { useMutation } from '@tanstack/react-query';
import { Pencil, Pin, PinOff, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { Note } from '#contract/note.ts';
import { LONGEST_NOTE } from '#domain/lengths.ts';
import { mayWriteOn } from '#domain/notes.ts';
import { useCurrentUser } from '../data/current-user.ts';
import { noteMutations } from '../data/notes.ts';
import { useNow } from '../lib/clock.ts';
import { errorText, refusalText } from '../lib/refusal-text.ts';
import { mayCall } from '../lib/session.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { TextArea } from '../ui/text-area.tsx';
import { TimeText } from '../ui/time-text.tsx';
import { toast } from '../ui/toast-store.ts';
import { ProblemNote } from './problem-note.tsx';
import { useDecidedSave } from './use-decided-save.tsx';

export type NoteEntryProps = { note: Note; zone: string; onUndo: (operationId: number) => void };
type Changes = { pinned?: boolean; active?: boolean };

/** One note: its words, who and when; pinned by anybody, reworded and deleted by its author. */
export function NoteEntry({ note, zone, onUndo }: NoteEntryProps) {
  const user = useCurrentUser();
  const now = useNow(60_000);
  const change = useMutation(noteMutations.change());
  // As it was when it was opened: the new words are decided on those.
  const [opened, setOpened] = useState<Note | null>(null);
  const [refused, setRefused] = useState<unknown>(null);
  const decided = useDecidedSave(opened ? [versionOf(opened)] : [], zone);
  const say =
    (title: string) =>
    ({ operationId }: { operationId: number }) =>
      toast({ title, tone: 'success', action: { label: 'Undo', act: () => onUndo(operationId) } });
  const save = (changes: Changes, done: string) =>
    change.mutate(
      { id: note.id, changes, expected: [versionOf(note)] },
      {
        onSuccess: say(done),
        onError: (error) => toast({ title: 'Not changed', body: errorText(error), tone: 'error' }),
      },
    );
  const reword = (text: string) => {
    setRefused(null);
    void decided.save(
      { text },
      (changes, expected) => change.mutateAsync({ id: note.id, changes, expected }).then(say('Note changed')),
      { onSaved: () => setOpened(null), onRefused: setRefused },
    );
  };
  const may = mayCall(user, 'notes.change') && mayWriteOn(user.roles, note.ownerKind);
  const whyNot = may ? undefined : refusalText('session.forbidden');
  const notMine = whyNot ?? (note.authorId === user.id ? undefined : refusalText('note.not_author'));
  return (
    <li className="group border-b border-line py-2">
      <div className="flex items-start justify-between gap-2">
        <p className="min-w-0 pt-1 text-xs wrap-anywhere text-muted">
          {note.pinned && <Pin aria-label="Pinned" className="mr-1 inline size-3.5 text-accent" />}
          <b className="font-semibold text-text">{note.authorName}</b>{' '}
          <TimeText at={note.createdOn} zone={zone} withDay now={now} />
        </p>
        <span data-print="hide" className="flex shrink-0">
          <IconButton
            label={note.pinned ? 'Unpin the note' : 'Pin the note'}
            icon={note.pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
            disabledReason={whyNot}
            onClick={() => save({ pinned: !note.pinned }, note.pinned ? 'Note unpinned' : 'Note pinned')}
          />
          <IconButton
            label="Change the note"
            icon={<Pencil aria-hidden />}
            disabledReason={notMine}
            onClick={() => setOpened(note)}
          />
          <IconButton
            label="Delete the note"
            icon={<Trash2 aria-hidden />}
            disabledReason={notMine}
            onClick={() => save({ active: false }, 'Note deleted')}
          />
        </span>
      </div>
      {opened ? (
        <Rewording
          note={opened}
          busy={change.isPending}
          error={refused}
          onSave={reword}
          onClose={() => setOpened(null)}
        />
      ) : (
        <p className="mt-0.5 break-words whitespace-pre-line">{note.text}</p>
      )}
      {decided.dialog}
    </li>
  );
}

const versionOf = ({ id, version }: Note) => ({ kind: 'note' as const, id, version });

type RewordingProps = {
  note: Note;
  busy: boolean;
  error: unknown;
  onSave: (text: string) => void;
  onClose: () => void;
};

function Rewording({ note, busy, error, onSave, onClose }: RewordingProps) {
  const [text, setText] = useState(note.text);
  return (
    <form
      className="mt-1 flex flex-col gap-1.5"
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() !== '') onSave(text);
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey) && text.trim() !== '') onSave(text);
      }}
    >
      <Field label="Note" hideLabel error={text.trim() === '' ? 'Write something, or delete it.' : undefined}>
        <TextArea
          autoFocus
          maxLength={LONGEST_NOTE}
          value={text}
          disabled={busy}
          onChange={({ target }) => setText(target.value)}
        />
      </Field>
      <ProblemNote error={error} />
      <div className="flex justify-end gap-1.5">
        <Button onClick={onClose}>Leave it as it was</Button>
        <Button type="submit" variant="primary" busy={busy}>
          Save note
        </Button>
      </div>
    </form>
  );
}
