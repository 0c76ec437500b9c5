import { useMutation, useQuery } from '@tanstack/react-query';
import { Bookmark, ChevronDown, Plus } from 'lucide-react';
import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { SavedView } from '#contract/saved-view.ts';
import { useCurrentUser } from '../data/current-user.ts';
import { viewMutations, viewQueries } from '../data/saved-views.ts';
import { errorText } from '../lib/refusal-text.ts';
import { parseSearch, type RawSearch, stringifySearch } from '../lib/search-params.ts';
import { Button } from '../ui/button.tsx';
import { Chip } from '../ui/chip.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../ui/menu.tsx';
import { toast } from '../ui/toast-store.ts';
import { SaveViewDialog } from './save-view-dialog.tsx';

export type SavedViewsProps = {
  /** The list, as its views are kept: "jobs". */
  page: string;
  /** The list's address as it is. */
  search: RawSearch;
  /** Columns hidden now: kept in a view that is saved. */
  hidden: readonly string[];
  /** Shows the list so; the values are as they stand in an address. */
  onApply: (search: Record<string, string>) => void;
};

/** A view's search and an address are the same when they read the same. */
export const textOf = (search: RawSearch): string =>
  stringifySearch(Object.fromEntries(Object.entries(search).sort(([a], [b]) => (a < b ? -1 : 1))));

/** With its columns: an empty choice must be said too, or each person's own would take its place. */
const searchToSave = (search: RawSearch, hidden: readonly string[]) =>
  parseSearch(stringifySearch({ ...search, hide: hidden.length > 0 ? hidden : ['none'] }));

/** The views saved of a list as chips: one click shows it so; the one shown is pressed. A list may open with one. */
export function SavedViews({ page, search, hidden, onApply }: SavedViewsProps) {
  const user = useCurrentUser();
  const { data } = useQuery(viewQueries.of(page));
  const change = useMutation(viewMutations.change());
  const remove = useMutation(viewMutations.remove());
  const [renamed, setRenamed] = useState<SavedView | null>(null);
  const now = textOf(search);
  const views = data?.items ?? [];
  const shown = views.find((view) => textOf(view.search) === now);
  useOpensWith(views, now, onApply);
  const toSave = () => searchToSave(search, hidden);
  const say = {
    onError: (error: Error) => toast({ title: 'Not changed', body: errorText(error), tone: 'error' }),
  };
  const entriesOf = (view: SavedView): MenuEntry[] => [
    view.shared && view.ownerId !== user.id ? `Shared by ${view.ownerName}` : view.name,
    {
      label: view.isDefault ? 'Do not open the list with it' : 'Open the list with it',
      onSelect: () =>
        change.mutate({ id: view.id, version: view.version, changes: { isDefault: !view.isDefault } }, say),
    },
    ...(view.ownerId === user.id
      ? [
          {
            label: 'Show in it what is shown now',
            onSelect: () =>
              change.mutate(
                {
                  id: view.id,
                  version: view.version,
                  changes: { search: toSave() },
                },
                say,
              ),
          },
          { label: 'Rename or share…', onSelect: () => setRenamed(view) },
          null,
          {
            label: 'Delete the view',
            danger: true,
            onSelect: () => remove.mutate({ id: view.id }, say),
          },
        ]
      : []),
  ];
  return (
    <>
      {views.map((view) => (
        <span key={view.id} className="inline-flex">
          <Chip
            pressed={view === shown}
            icon={view.isDefault ? <Bookmark aria-label="Opens with it" /> : undefined}
            onClick={() => onApply(view.search)}
          >
            {view.name}
          </Chip>
          <Menu
            align="start"
            trigger={
              <IconButton
                label={`View ${view.name}`}
                tooltip={false}
                icon={<ChevronDown aria-hidden />}
                className="h-6! w-6!"
              />
            }
            entries={entriesOf(view)}
          />
        </span>
      ))}
      {renamed && (
        <SaveViewDialog
          page={page}
          search={toSave()}
          view={renamed}
          onSaved={({ search: saved }) => {
            setRenamed(null);
            onApply(saved);
          }}
          onClose={() => setRenamed(null)}
        />
      )}
    </>
  );
}

/** Always at its place, so that the filters stay at theirs; says why there is nothing to save. */
export function SaveView({ page, search, hidden, onApply }: SavedViewsProps) {
  const { data } = useQuery(viewQueries.of(page));
  const [isAsking, setIsAsking] = useState(false);
  const now = textOf(search);
  const shown = data?.items.find((view) => textOf(view.search) === now);
  return (
    <>
      <Button
        variant="ghost"
        icon={<Plus aria-hidden />}
        disabledReason={
          shown
            ? `This is the view “${shown.name}”.`
            : now === ''
              ? 'Narrow or sort the list first: this is all of it.'
              : undefined
        }
        onClick={() => setIsAsking(true)}
      >
        Save view
      </Button>
      {isAsking && (
        <SaveViewDialog
          page={page}
          search={searchToSave(search, hidden)}
          view={null}
          onSaved={({ search: saved }) => {
            setIsAsking(false);
            onApply(saved);
          }}
          onClose={() => setIsAsking(false)}
        />
      )}
    </>
  );
}

/** Opened without any filter, the list shows the person's own choice; cleared later it stays cleared. */
function useOpensWith(
  views: readonly SavedView[],
  now: string,
  onApply: (search: Record<string, string>) => void,
): void {
  const isDone = useRef(now !== '');
  const opening = views.find(({ isDefault }) => isDefault);
  const apply = useEffectEvent(onApply);
  useEffect(() => {
    if (isDone.current || views.length === 0) return;
    isDone.current = true;
    if (opening) apply(opening.search);
  }, [views, opening]);
}
