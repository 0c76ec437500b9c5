import { useQuery } from '@tanstack/react-query';
import { ArrowDownUp, PanelRightClose, Search } from 'lucide-react';
import { type KeyboardEvent, Suspense, useDeferredValue, useMemo, useRef, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { partsInQuery } from '../../../data/parts-in.ts';
import { nameIn } from '../../../data/setup.ts';
import { isLate, isParkedVisit, isUnassigned } from '../../../parts/visit-flags.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { ContextMenu, Menu, type MenuEntry } from '../../../ui/menu.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import type { DayIndex, Lane } from '../day/day-index.ts';
import { isOneDay } from '../day/one-day.ts';
import { EmptyTray } from '../opened-parts.ts';
import { TrayCard } from './tray-card.tsx';
import {
  searchTray,
  sortedBy,
  sortTray,
  TRAY_SORTS,
  TRAY_TABS,
  type TrayNames,
  type TraySort,
  type TrayTab,
  trayOf,
} from './tray-items.ts';
import { useTrayDrag } from './use-tray-drag.ts';
import { useTrayHints } from './use-tray-hints.ts';

const TAB_WORDS: Readonly<Record<TrayTab, string>> = {
  unassigned: 'Unassigned',
  holding: 'Holding',
  hold: 'Hold',
  late: 'Late',
  unconfirmed: 'Unconfirmed',
  canceled: 'Canceled',
};
const SORT_WORDS: Readonly<Record<TraySort, string>> = {
  time: 'Window, then priority',
  priority: 'Priority',
  customer: 'Customer',
  zone: 'Dispatch zone',
  duration: 'Longest first',
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
  /** Into a holding lane, by key: P on a card. */
  onPark: (visit: AppointmentView) => void;
  /** Out of it: Delete on a card that is parked. */
  onUnpark: (visit: AppointmentView) => void;
  /** Who could take it: S on a card nobody has. */
  onSuggest: (visit: AppointmentView) => void;
  onDrag: (visit: AppointmentView, event: PointerEvent) => void;
  /** Why nothing moves here: the board as it stood, or a person who may not give visits to technicians. */
  locked: string | undefined;
  /** Back to a strip; left out where the tray always stands. */
  onClose?: (() => void) | undefined;
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
  onPark,
  onUnpark,
  onSuggest,
  onDrag,
  locked,
  onClose,
}: TrayProps) {
  const { setup, day } = index;
  const [sort, setSort] = useState<TraySort>('time');
  const [typed, setTyped] = useState('');
  const [pages, setPages] = useState(1);
  const [menu, setMenu] = useState<readonly MenuEntry[]>([]);
  const query = useDeferredValue(typed);
  const names = useMemo<TrayNames>(
    () => ({
      jobType: ({ jobTypeId }) => nameIn(setup.jobTypes, jobTypeId),
      zone: ({ zoneId }) => (zoneId === null ? '' : nameIn(setup.zones, zoneId)),
    }),
    [setup],
  );
  const tabs = useMemo(() => trayOf(visits, now), [visits, now]);
  const counts = useMemo(
    () => Object.fromEntries(TRAY_TABS.map((id) => [id, tabs[id].length])) as Record<TrayTab, number>,
    [tabs],
  );
  const found = useMemo(
    () => sortTray(searchTray(tabs[tab], query, names), sortedBy(tab, sort), names),
    [tabs, tab, query, sort, names],
  );
  const shown = useMemo(() => found.slice(0, pages * PAGE), [found, pages]);
  const { data: parts } = useQuery({ ...partsInQuery(), enabled: locked === undefined });
  const partsIn = useMemo(() => new Set(parts?.items.map(({ jobId }) => jobId)), [parts]);
  // Who could take it is of use only where somebody can be given it: not on the board as it stood.
  const isHinted = tab === 'unassigned' && locked === undefined;
  const hints = useTrayHints(index, isHinted ? shown : NO_VISITS, lanes, now);
  const byId = (id: number) => index.visits.get(id);
  const section = useRef<HTMLElement>(null);
  const drag = (id: number, event: PointerEvent) => {
    const visit = byId(id);
    if (visit) onDrag(visit, event);
  };
  const { press, wasDragged } = useTrayDrag(section, locked === undefined ? drag : null);
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
    else if (event.key.toLowerCase() === 'p' && visit) onPark(visit);
    else if (event.key === 'Delete' && visit && isParkedVisit(visit)) onUnpark(visit);
    else if (event.key.toLowerCase() === 's' && visit && isUnassigned(visit)) onSuggest(visit);
    else return;
    event.preventDefault();
  };

  const entriesFor = (target: EventTarget): readonly MenuEntry[] => {
    const card = (target as HTMLElement).closest<HTMLElement>('[data-visit]');
    const visit = card && byId(Number(card.dataset.visit));
    return visit ? cardEntries(visit, locked, { onOpen, onMoveTo, onPark, onUnpark, onSuggest }) : [];
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
        {onClose && (
          <IconButton label="Hide the tray" icon={<PanelRightClose aria-hidden />} onClick={onClose} />
        )}
      </div>
      {found.length === 0 ? (
        <Suspense>
          <EmptyTray
            tab={tab}
            query={query.trim()}
            counts={counts}
            isEmptyDay={visits.length === 0}
            hasLanes={index.holding.size > 0}
            isLocked={locked !== undefined}
            onTabChange={onTabChange}
          />
        </Suspense>
      ) : (
        <ContextMenu entries={menu}>
          <ul
            ref={list}
            onKeyDown={onKeyDown}
            onContextMenuCapture={({ target }) => setMenu(entriesFor(target))}
            className="flex min-h-0 flex-1 flex-col gap-1.5 overflow-y-auto px-2 pt-0.5 pb-3"
          >
            {shown.map((visit) => (
              <li key={visit.id}>
                <TrayCard
                  visit={visit}
                  setup={setup}
                  zone={day.timeZone}
                  isOfWeek={!isOneDay(day)}
                  isLate={isLate(visit, now)}
                  isPartsIn={partsIn.has(visit.jobId)}
                  isOpen={visit.id === openId}
                  isHinted={isHinted}
                  hint={hints.get(visit.id)}
                  tabIndex={visit.id === current ? 0 : -1}
                  onOpen={() => !wasDragged() && onOpen(visit)}
                  isFixed={locked !== undefined}
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
        </ContextMenu>
      )}
    </div>
  );
  return (
    <section ref={section} aria-label="Tray" data-tray className="h-full bg-bg">
      <Tabs
        label="Tray"
        value={tab}
        onValueChange={onTabChange}
        // Six tabs with their counts are wider than the tray: two lines rather than a row that is cut.
        className="h-full px-0 [&_[role=tab]]:h-7 [&>[role=tablist]]:relative [&>[role=tablist]]:flex-wrap [&>[role=tablist]]:gap-y-0 [&>[role=tablist]]:bg-surface [&>[role=tablist]]:px-2.5"
        panelClassName="overflow-hidden"
        items={TRAY_TABS.map((id) => ({
          id,
          label: TAB_WORDS[id],
          count: counts[id],
          content: id === tab ? content : null,
        }))}
      />
    </section>
  );
}

const NO_VISITS: readonly AppointmentView[] = [];

/** What the keys of a card do, for who right-clicks. */
const cardEntries = (
  visit: AppointmentView,
  disabledReason: string | undefined,
  {
    onOpen,
    onMoveTo,
    onPark,
    onUnpark,
    onSuggest,
  }: Pick<TrayProps, 'onOpen' | 'onMoveTo' | 'onPark' | 'onUnpark' | 'onSuggest'>,
): readonly MenuEntry[] => [
  `#${visit.jobNumber} ${visit.customerName}`,
  { label: 'Details', shortcut: 'Enter', onSelect: () => onOpen(visit) },
  { label: 'Move to…', shortcut: 'T', disabledReason, onSelect: () => onMoveTo(visit) },
  { label: 'Park in…', shortcut: 'P', disabledReason, onSelect: () => onPark(visit) },
  ...(isParkedVisit(visit)
    ? [
        {
          label: 'Out of its holding lane',
          shortcut: 'Del',
          disabledReason,
          onSelect: () => onUnpark(visit),
        },
      ]
    : []),
  ...(isUnassigned(visit)
    ? [{ label: 'Suggest a technician…', shortcut: 'S', disabledReason, onSelect: () => onSuggest(visit) }]
    : []),
];
