import { useMutation, useQuery } from '@tanstack/react-query';
import { Bookmark, ChevronDown, ListTree } from 'lucide-react';
import { useState } from 'react';
import type { SavedView } from '#contract/saved-view.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { viewMutations, viewQueries } from '../../../data/saved-views.ts';
import { errorText } from '../../../lib/refusal-text.ts';
import { parseSearch, stringifySearch } from '../../../lib/search-params.ts';
import { SaveViewDialog } from '../../../parts/save-view-dialog.tsx';
import { textOf } from '../../../parts/saved-views.tsx';
import { chipClass } from '../../../ui/chip.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { toast } from '../../../ui/toast-store.ts';
import {
  type BoardSearch,
  GROUPINGS,
  NO_VIEW,
  ORDERS,
  readBoardSearch,
  VIEW_PAGE,
  viewIn,
} from '../board-search.ts';

const GROUP_WORDS: Readonly<Record<(typeof GROUPINGS)[number], string>> = {
  unit: 'Business unit',
  zone: 'Dispatch zone',
  team: 'Team',
};
const ORDER_WORDS: Readonly<Record<(typeof ORDERS)[number], string>> = {
  name: 'Name',
  load: 'Least booked first',
  free: 'First free',
};

export type ViewControlsProps = {
  search: BoardSearch;
  /** Keys of the groups there are. */
  groups: readonly string[];
  /** How high the rows are to be. */
  heights: readonly MenuEntry[];
  onSearchChange: (changes: Partial<BoardSearch>) => void;
};

/** How the technicians stand, and the views of the board that were saved. */
export function ViewControls(props: ViewControlsProps) {
  return (
    <>
      <RowsMenu {...props} />
      <ViewsMenu {...props} />
    </>
  );
}

const ticked = (isOn: boolean, label: string) => `${isOn ? '✓ ' : ''}${label}`;

function RowsMenu({ search, groups, heights, onSearchChange }: ViewControlsProps) {
  const { group, order, shut } = search;
  const said = [group && `by ${GROUP_WORDS[group].toLowerCase()}`, order && ORDER_WORDS[order].toLowerCase()];
  const entries: readonly MenuEntry[] = [
    'Group technicians by',
    {
      label: ticked(!group, 'Nothing'),
      onSelect: () => onSearchChange({ group: undefined, shut: undefined }),
    },
    ...GROUPINGS.map((one) => ({
      label: ticked(group === one, GROUP_WORDS[one]),
      onSelect: () => onSearchChange({ group: one, shut: undefined }),
    })),
    ...(group
      ? [
          null,
          { label: 'Close all groups', onSelect: () => onSearchChange({ shut: [...groups] }) },
          {
            label: 'Open all groups',
            disabledReason: shut ? undefined : 'All are open.',
            onSelect: () => onSearchChange({ shut: undefined }),
          },
        ]
      : []),
    'Order them by',
    {
      label: ticked(!order, 'Business unit, then name'),
      onSelect: () => onSearchChange({ order: undefined }),
    },
    ...ORDERS.map((one) => ({
      label: ticked(order === one, ORDER_WORDS[one]),
      onSelect: () => onSearchChange({ order: one }),
    })),
    null,
    ...heights,
  ];
  return (
    <Menu
      trigger={
        <IconButton
          label={`Rows: ${said.filter(Boolean).join(', ') || 'as they are listed'}`}
          icon={<ListTree aria-hidden className={group || order ? 'text-accent' : undefined} />}
        />
      }
      entries={entries}
    />
  );
}

/** Filters, day or week, groups, order and the tray's tab under a name; one's own, and those colleagues share. */
function ViewsMenu({ search, onSearchChange }: ViewControlsProps) {
  const user = useCurrentUser();
  const { data } = useQuery(viewQueries.of(VIEW_PAGE));
  const change = useMutation(viewMutations.change());
  const remove = useMutation(viewMutations.remove());
  const [asked, setAsked] = useState<SavedView | 'new' | null>(null);
  const [chosenId, setChosenId] = useState<number | null>(null);
  const views = data?.items ?? [];
  const toSave = parseSearch(stringifySearch(viewIn(search)));
  const now = textOf(toSave);
  const shown = views.find((view) => textOf(viewIn(readBoardSearch(view.search))) === now);
  // Chosen, and changed since.
  const changed = shown ? undefined : views.find(({ id, ownerId }) => id === chosenId && ownerId === user.id);
  const say = {
    onError: (error: Error) => toast({ title: 'Not changed', body: errorText(error), tone: 'error' }),
  };
  const apply = (view: SavedView) => {
    setChosenId(view.id);
    onSearchChange({ ...NO_VIEW, ...viewIn(readBoardSearch(view.search)) });
  };
  const mine = shown?.ownerId === user.id ? shown : undefined;
  const entries: readonly MenuEntry[] = [
    views.length > 0 ? 'Views of the board' : 'No views saved yet',
    ...views.map((view) => ({
      label: ticked(
        view === shown,
        [
          view.name,
          view.ownerId === user.id ? (view.shared ? 'shared' : '') : `by ${view.ownerName}`,
          view.isDefault ? 'the board opens with it' : '',
        ]
          .filter(Boolean)
          .join(' · '),
      ),
      onSelect: () => apply(view),
    })),
    null,
    {
      label: 'Save what is shown as a view…',
      disabledReason: shown
        ? `This is the view “${shown.name}”.`
        : now === ''
          ? 'Filter, group or choose the week first: this is the board as it always opens.'
          : undefined,
      onSelect: () => setAsked('new'),
    },
    ...(changed
      ? [
          {
            label: `Show in “${changed.name}” what is shown now`,
            onSelect: () =>
              change.mutate({ id: changed.id, version: changed.version, changes: { search: toSave } }, say),
          },
        ]
      : []),
    ...(shown
      ? [
          {
            label: shown.isDefault ? 'Do not open the board with it' : 'Open the board with it',
            onSelect: () =>
              change.mutate(
                { id: shown.id, version: shown.version, changes: { isDefault: !shown.isDefault } },
                say,
              ),
          },
        ]
      : []),
    ...(mine
      ? [
          { label: 'Rename or share…', onSelect: () => setAsked(mine) },
          { label: 'Delete the view', danger: true, onSelect: () => remove.mutate({ id: mine.id }, say) },
        ]
      : []),
  ];
  return (
    <>
      <Menu
        trigger={
          <button type="button" className={`${chipClass(shown ? 'on' : 'plain')} hover:bg-hover`}>
            {shown?.isDefault && <Bookmark aria-label="Opens with it" />}
            View{shown && <b className="max-w-32 truncate font-semibold">{shown.name}</b>}
            <ChevronDown aria-hidden />
          </button>
        }
        entries={entries}
      />
      {asked && (
        <SaveViewDialog
          page={VIEW_PAGE}
          search={toSave}
          view={asked === 'new' ? null : asked}
          keeps="Filters, day or week, groups, order and the tray’s tab"
          onSaved={(view) => {
            setAsked(null);
            setChosenId(view.id);
          }}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
