import { ArrowDownUp, Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { nameIn } from '../../../data/setup.ts';
import { isLate } from '../../../parts/visit-flags.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { DayIndex, Lane } from '../day/day-index.ts';
import { TrayCard } from './tray-card.tsx';
import {
  searchTray,
  sortTray,
  TRAY_SORTS,
  TRAY_TABS,
  type TrayNames,
  type TraySort,
  type TrayTab,
  trayOf,
} from './tray-items.ts';
import { useSuggestions } from './use-suggestions.ts';
import { useTrayDrag } from './use-tray-drag.ts';

const TAB_WORDS: Readonly<Record<TrayTab, string>> = {
  unassigned: 'Unassigned',
  hold: 'Hold',
  late: 'Late',
  unconfirmed: 'Unconfirmed',
  canceled: 'Canceled',
};
const SORT_WORDS: Readonly<Record<TraySort, string>> = {
  time: 'Window, then priority',
  priority: 'Priority',
  customer: 'Customer',
  zone: 'Zone',
  duration: 'Longest first',
};
const EMPTY: Readonly<Record<TrayTab, string>> = {
  unassigned: 'Everything on this day has a technician.',
  hold: 'Nothing is on hold.',
  late: 'Nobody is late.',
  unconfirmed: 'Every customer has confirmed.',
  canceled: 'Nothing was canceled on this day.',
};
/** Cards drawn at once; the rest is found by search or shown on demand. */
const PAGE = 60;

export type TrayProps = {
  index: DayIndex;
  /** Those the filters leave. */
  visits: readonly AppointmentView[];
  lanes: readonly Lane[];
  now: Instant;
  tab: TrayTab;
  onTabChange: (tab: TrayTab) => void;
  openId: number | null;
  onOpen: (visit: AppointmentView) => void;
  /** The keyboard's way to the board: T on a card. */
  onMoveTo: (visit: AppointmentView) => void;
  onDrag: (visit: AppointmentView, event: PointerEvent) => void;
};

/** What waits beside the board. Dragging a card out assigns it, dropping a bar in takes its technician off. */
export function Tray({
  index,
  visits,
  lanes,
  now,
  tab,
  onTabChange,
  openId,
  onOpen,
  onMoveTo,
  onDrag,
}: TrayProps) {
  const { setup, day } = index;
  const [sort, setSort] = useState<TraySort>('time');
  const [typed, setTyped] = useState('');
  const [pages, setPages] = useState(1);
  const query = useDeferredValue(typed);
  const names = useMemo<TrayNames>(
    () => ({
      jobType: ({ jobTypeId }) => nameIn(setup.jobTypes, jobTypeId),
      zone: ({ zoneId }) => (zoneId === null ? '' : nameIn(setup.zones, zoneId)),
    }),
    [setup],
  );
  const tabs = useMemo(() => trayOf(visits, now), [visits, now]);
  const found = useMemo(
    () => sortTray(searchTray(tabs[tab], query, names), sort, names),
    [tabs, tab, query, sort, names],
  );
  const shown = useMemo(() => found.slice(0, pages * PAGE), [found, pages]);
  const suggestions = useSuggestions(index, tab === 'unassigned' ? shown : NO_VISITS, lanes, now);
  const byId = (id: number) => index.visits.get(id);
  const { press, wasDragged } = useTrayDrag((id, event) => {
    const visit = byId(id);
    if (visit) onDrag(visit, event);
  });
  const list = useRef<HTMLUListElement>(null);
  // One tab stop for the list: the open card, else the first.
  const current = shown.some(({ id }) => id === openId) ? openId : shown[0]?.id;

  const onKeyDown = (event: KeyboardEvent) => {
    const card = (event.target as HTMLElement).closest<HTMLElement>('[data-visit]');
    if (!card || event.ctrlKey || event.metaKey || event.altKey) return;
    const cards = [...(list.current?.querySelectorAll<HTMLElement>('[data-visit]') ?? [])];
    const at = cards.indexOf(card);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: cards.length - 1 }[event.key];
    const visit = byId(Number(card.dataset.visit));
    if (to !== undefined) cards[Math.min(Math.max(to, 0), cards.length - 1)]?.focus();
    else if (event.key.toLowerCase() === 't' && visit) onMoveTo(visit);
    else return;
    event.preventDefault();
  };

  const content = (
    <div className="flex h-full min-h-0 flex-col">
      <div className="flex items-center gap-1.5 px-2 py-1.5">
        <TextField
          size="dense"
          aria-label="Search the tray"
          placeholder="Search"
          before={<Search aria-hidden />}
          value={typed}
          onChange={({ target }) => setTyped(target.value)}
          className="flex-1"
        />
        <Menu
          trigger={
            <IconButton
              label={`Sorted by: ${SORT_WORDS[sort]}`}
              variant="secondary"
              icon={<ArrowDownUp aria-hidden />}
            />
          }
          entries={[
            'Sort by',
            ...TRAY_SORTS.map((one) => ({
              label: `${one === sort ? '✓ ' : ''}${SORT_WORDS[one]}`,
              onSelect: () => setSort(one),
            })),
          ]}
        />
      </div>
      {found.length === 0 ? (
        <EmptyState text={query.trim() === '' ? EMPTY[tab] : `Nothing here for “${query.trim()}”.`} />
      ) : (
        <ul
          ref={list}
          onKeyDown={onKeyDown}
          className="flex min-h-0 flex-1 flex-col gap-1.5 overflow-y-auto px-2 pt-0.5 pb-3"
        >
          {shown.map((visit) => (
            <li key={visit.id}>
              <TrayCard
                visit={visit}
                setup={setup}
                zone={day.timeZone}
                isLate={isLate(visit, now)}
                isOpen={visit.id === openId}
                suggestion={suggestions.get(visit.id)}
                tabIndex={visit.id === current ? 0 : -1}
                onOpen={() => !wasDragged() && onOpen(visit)}
                onPress={(event) => press(visit.id, event)}
              />
            </li>
          ))}
          {found.length > shown.length && (
            <li>
              <button
                type="button"
                className="w-full rounded-md py-2 text-accent hover:bg-hover"
                onClick={() => setPages(pages + 1)}
              >
                Show {Math.min(PAGE, found.length - shown.length)} more of {found.length}
              </button>
            </li>
          )}
        </ul>
      )}
    </div>
  );
  return (
    <section aria-label="Tray" data-tray className="h-full bg-bg">
      <Tabs
        label="Tray"
        value={tab}
        onValueChange={onTabChange}
        className="h-full px-0 [&>[role=tablist]]:bg-surface [&>[role=tablist]]:relative [&>[role=tablist]]:px-2.5"
        panelClassName="overflow-hidden"
        items={TRAY_TABS.map((id) => ({
          id,
          label: TAB_WORDS[id],
          count: tabs[id].length,
          content: id === tab ? content : null,
        }))}
      />
    </section>
  );
}

const NO_VISITS: readonly AppointmentView[] = [];
