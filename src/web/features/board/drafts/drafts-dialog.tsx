import { useMutation, useQuery } from '@tanstack/react-query';
import { Ellipsis, PencilRuler, Users } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { DraftHead } from '#contract/draft.ts';
import { LONGEST_OWN_NAME } from '#domain/lengths.ts';
import type { Day, Instant } from '#domain/time.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { draftMutations, draftQueries } from '../../../data/drafts.ts';
import { formatDay, formatRelative } from '../../../lib/format.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { visitsSaid } from '../arrange/arrange-words.ts';
import { copyLink, usePutAway } from './draft-acts.ts';
import { DraftNameDialog } from './draft-name-dialog.tsx';

export type DraftsDialogProps = {
  open: boolean;
  day: Day;
  timeZone: string;
  now: Instant;
  onOpenDraft: (draft: Pick<DraftHead, 'id' | 'day'>) => void;
  onClose: () => void;
};

/** "Draft of Sat 22 Nov", numbered from the second on. */
function freeName(day: Day, drafts: readonly DraftHead[]): string {
  const plain = `Draft of ${formatDay(day)}`;
  const taken = new Set(drafts.map(({ name }) => name));
  for (let n = 1; ; n++) {
    const name = n === 1 ? plain : `${plain}, ${n}`;
    if (!taken.has(name)) return name;
  }
}

/** Forks the day, and opens what was forked before. */
export function DraftsDialog({ open, day, timeZone, now, onOpenDraft, onClose }: DraftsDialogProps) {
  const user = useCurrentUser();
  const { data, error } = useQuery({ ...draftQueries.list(), enabled: open });
  const create = useMutation(draftMutations.create());
  const putAway = usePutAway();
  const [typed, setTyped] = useState<string | null>(null);
  const [named, setNamed] = useState<DraftHead | null>(null);
  const drafts = data ?? [];
  const name = typed ?? freeName(day, drafts);
  const fork = (event: FormEvent) => {
    event.preventDefault();
    if (name.trim() === '' || create.isPending) return;
    create.mutate(
      { name, day, timeZone },
      {
        onSuccess: (draft) => {
          setTyped(null);
          onOpenDraft(draft);
        },
      },
    );
  };
  return (
    <>
      <Dialog
        open={open}
        onOpenChange={(next) => !next && onClose()}
        title="Draft boards"
        description="A draft is this day to play with: nothing of it reaches the live board until you publish it."
      >
        <form onSubmit={fork} className="flex items-end gap-2 pb-3">
          <Field label="New draft" className="flex-1">
            <TextField
              maxLength={LONGEST_OWN_NAME}
              value={name}
              onChange={({ target }) => setTyped(target.value)}
              onFocus={({ target }) => target.select()}
            />
          </Field>
          <Button
            size="form"
            type="submit"
            variant="primary"
            busy={create.isPending}
            disabledReason={name.trim() === '' ? 'Give it a name.' : undefined}
            icon={<PencilRuler aria-hidden />}
          >
            Fork {formatDay(day)}
          </Button>
        </form>
        <ProblemNote error={create.error ?? error} />
        {drafts.length > 0 && (
          <ul aria-label="Drafts" className="divide-y divide-line border-t border-line">
            {drafts.map((draft) => (
              <li key={draft.id} className="flex items-center gap-2 py-1.5">
                <button
                  type="button"
                  className="min-w-0 flex-1 rounded-md px-2 py-1 text-left hover:bg-hover"
                  onClick={() => onOpenDraft(draft)}
                >
                  <span className="block truncate font-semibold">{draft.name}</span>
                  <span className="block text-xs text-muted">
                    {[
                      formatDay(draft.day),
                      `${visitsSaid(draft.visits)} moved`,
                      draft.ownerId === user.id ? null : draft.ownerName,
                      `changed ${formatRelative(draft.modifiedOn, now)}`,
                    ]
                      .filter(Boolean)
                      .join(' · ')}
                  </span>
                </button>
                {draft.shared && (
                  <span className="flex items-center gap-1 text-xs text-muted">
                    <Users aria-hidden className="size-3.5" /> shared
                  </span>
                )}
                <Menu
                  trigger={<IconButton label={`More of ${draft.name}`} icon={<Ellipsis aria-hidden />} />}
                  entries={[
                    { label: 'Open', onSelect: () => onOpenDraft(draft) },
                    { label: 'Copy the link', onSelect: () => void copyLink(draft) },
                    ...(draft.ownerId === user.id
                      ? [
                          { label: 'Rename or share…', onSelect: () => setNamed(draft) },
                          null,
                          { label: 'Delete', danger: true, onSelect: () => putAway(draft) },
                        ]
                      : []),
                  ]}
                />
              </li>
            ))}
          </ul>
        )}
      </Dialog>
      {named && <DraftNameDialog draft={named} onClose={() => setNamed(null)} />}
    </>
  );
}
