import { clsx } from 'clsx';
import { type RefObject, Suspense, useMemo, useRef } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import type { Day, Instant } from '#domain/time.ts';
import { useAtRest } from '../../lib/when-opened.tsx';
import type { VisitCommands } from '../../parts/appointment-drawer/use-visit-commands.tsx';
import { useValueWording } from '../../parts/use-value-wording.ts';
import { isParkedVisit } from '../../parts/visit-flags.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useShortcut } from '../../ui/shortcut.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { usePrinting } from '../../ui/use-printing.ts';
import { BoardLanes } from './board-lanes.tsx';
import type { PresenceHands } from './board-presence.tsx';
import { type BoardSearch, NO_FILTERS } from './board-search.ts';
import type { BoardSettings } from './board-settings.ts';
import { BoardSide } from './board-side.tsx';
import { barIdOf } from './day/bars.ts';
import type { Shown } from './day/use-shown.ts';
import type { GridHandle } from './grid-host.tsx';
import type { MapHandle } from './map/board-map.tsx';
import { BoardNotices } from './notices/board-notices.tsx';
import type { Unread } from './notices/unread-note.tsx';
import {
  BoardMap,
  BoardPresence,
  MovesDialog,
  MoveToDialog,
  NoTechnicians,
  PlanPart,
  PRINT_CODE,
  SpanDialog,
  usePreloadedParts,
} from './opened-parts.ts';
import { usePlanAsked } from './plan/plan-asked.ts';
import { TrayStrip } from './tray/tray-strip.tsx';
import { useBoardHands } from './use-board-hands.ts';
import { useRoom } from './use-room.ts';
import type { FirstTime } from './usual-start.ts';

export type BoardDayProps = {
  day: Day;
  timeZone: string;
  search: BoardSearch;
  now: Instant;
  today: Day;
  shown: Shown;
  /** The bar of the exception one has stepped to. */
  marked: string | null;
  held: RefObject<FirstTime | null>;
  onZoom: (steps: number, clientX?: number) => void;
  settings: BoardSettings;
  onSettings: (changes: Partial<BoardSettings>) => void;
  handle: RefObject<GridHandle | null>;
  unread: Unread | null;
  /** Another day is being read: the URL tells of that one. */
  isOnItsWay: boolean;
  /** The day is over, but a visit of it is open. */
  isHeldBack: boolean;
  onReadAgain: () => void;
  onGoTo: (day: Day, how?: { readonly keepVisit: boolean }) => void;
  commands: VisitCommands;
  onSearchChange: (changes: Partial<BoardSearch>) => void;
};

/** What is under the toolbar, of one day in one zone: lanes, tray or drawer, and the dialogs. */
export function BoardDay(props: BoardDayProps) {
  const { day, timeZone, search, now, shown, settings, handle, commands, onSearchChange } = props;
  const wording = useValueWording(timeZone);
  const page = useRef<HTMLDivElement>(null);
  const room = useRoom();
  const map = useRef<MapHandle>(null);
  const hands = useBoardHands(shown, commands, wording, handle, onSearchChange, search.at !== undefined);
  usePreloadedParts();
  const plan = usePlanAsked();
  const { index, lanes } = shown;
  const presence = useRef<PresenceHands | null>(null);
  // Who looks at a past minute or plays in a draft moves nothing.
  const tellsColleagues = useAtRest(1_000) && search.at === undefined && search.draft === undefined;
  const { setup } = index;

  const open = search.appointment === undefined ? undefined : index.visits.get(search.appointment);
  const selectedBarId = useSelectedBar(open, hands.clicked) ?? props.marked;
  useShortcut('B', () => (map.current ?? handle.current?.grid)?.focus());
  useShortcut('U', () => {
    hands.openVisit(undefined);
    room.openTray(true);
    // The tray may only come back with this key.
    requestAnimationFrame(() =>
      page.current?.querySelector<HTMLElement>('[data-visit][tabindex="0"]')?.focus(),
    );
  });

  const isPrinting = usePrinting();
  // Not read yet, what is on screen is printed.
  const print = PRINT_CODE.now();
  const moved = hands.moving ? index.visits.get(hands.moving.visitId) : undefined;
  return (
    <div ref={page} className="flex min-h-0 flex-1 flex-col print:block">
      <BoardNotices
        day={day}
        today={props.today}
        zone={timeZone}
        locked={search.at ? undefined : hands.locked}
        unread={props.unread}
        missingId={open || search.at || props.isOnItsWay ? undefined : search.appointment}
        isHeldBack={props.isHeldBack}
        onRetry={props.onReadAgain}
        onGoTo={props.onGoTo}
        onClose={() => hands.openVisit(undefined)}
      />
      <div
        data-print="hide"
        className={clsx(
          'relative min-h-0 flex-1',
          // The drawer needs more room than the narrowest tray.
          open && 'md:[&>div>aside]:min-w-95',
          room.isSlim &&
            '[&>div>aside]:absolute [&>div>aside]:inset-y-0 [&>div>aside]:right-0 [&>div>aside]:z-20 [&>div>aside]:w-full! [&>div>aside]:max-w-100 [&>div>aside]:border-l [&>div>aside]:border-line [&>div>aside]:shadow-overlay',
          // What is carried out of the tray needs the lanes under it.
          room.isSlim &&
            '[&:has(.is-dragging)>div>aside]:pointer-events-none [&:has(.is-dragging)>div>aside]:opacity-0',
        )}
      >
        <SplitPane
          strip={
            !open && !room.isTrayOpen ? (
              <TrayStrip
                unassigned={shown.counts.unassigned}
                onOpen={() => {
                  room.openTray(true);
                  requestAnimationFrame(() =>
                    page.current
                      ?.querySelector<HTMLElement>('[data-tray] [role="tab"][aria-selected="true"]')
                      ?.focus(),
                  );
                }}
              />
            ) : undefined
          }
          label="Width of the tray"
          defaultWidth={settings.trayWidth}
          onWidthChange={(trayWidth) => props.onSettings({ trayWidth })}
          side={
            <BoardSide
              shown={shown}
              hands={hands}
              handle={handle}
              map={map}
              open={open}
              search={search}
              onSearchChange={onSearchChange}
              now={now}
              commands={commands}
              onCloseTray={room.isNarrow ? () => room.openTray(false) : undefined}
            />
          }
        >
          {index.lanes.size === 0 ? (
            <Suspense>
              <NoTechnicians setup={setup} />
            </Suspense>
          ) : lanes.length === 0 ? (
            <EmptyState
              text="No technician fits these filters."
              action={<Button onClick={() => onSearchChange(NO_FILTERS)}>Clear filters</Button>}
            />
          ) : search.view === 'map' ? (
            <Suspense fallback={<SkeletonRows rows={8} label="Opening the map" />}>
              <BoardMap
                shown={shown}
                hands={hands}
                now={now}
                wording={wording}
                openId={open?.id ?? null}
                marked={props.marked}
                isSlim={room.isSlim}
                presence={presence}
                handle={map}
              />
            </Suspense>
          ) : (
            <BoardLanes
              shown={shown}
              hands={hands}
              handle={handle}
              day={day}
              isWeek={search.view === 'week'}
              held={props.held}
              onZoom={props.onZoom}
              onGroup={(key, asked) => onSearchChange({ shut: shutAfter(search.shut ?? [], key, asked) })}
              now={now}
              settings={settings}
              isSlim={room.isSlim}
              wording={wording}
              selectedBarId={selectedBarId}
              onGoTo={props.onGoTo}
              onSkill={(skillId) => onSearchChange({ skill: [skillId] })}
              presence={presence}
            />
          )}
        </SplitPane>
      </div>
      {isPrinting && print && (
        <print.BoardPrint
          day={day}
          now={now}
          index={index}
          lanes={shown.gridLanes}
          unassigned={shown.exceptions.unassigned.flatMap((id) => index.visits.get(id) ?? [])}
        />
      )}
      {tellsColleagues && (
        <Suspense>
          <BoardPresence day={day} handle={handle} lanes={shown.gridLanes} onHands={presence} />
        </Suspense>
      )}
      <Suspense>
        {hands.moving && moved && (
          <MoveToDialog
            key={moved.id}
            index={index}
            visit={moved}
            wording={wording}
            from={hands.moving.from}
            how={hands.moving.how}
            onClose={() => hands.setMoving(null)}
            onMove={(move) => {
              hands.setMoving(null);
              hands.followBar(moved.id, move);
              hands.move(
                moved,
                move,
                move.kind === 'move' && move.from !== null ? barIdOf(moved.id, move.from) : null,
              );
            }}
          />
        )}
        {hands.asked && (
          <MovesDialog question={hands.asked} zone={timeZone} onClose={() => hands.setAsked(null)} />
        )}
        {hands.span && (
          <SpanDialog question={hands.span} on={day} zone={timeZone} onClose={() => hands.setSpan(null)} />
        )}
        {plan && <PlanPart asked={plan} shown={shown} now={now} wording={wording} />}
      </Suspense>
    </div>
  );
}

/** @param asked open or closed; null: the other way round */
function shutAfter(shut: readonly string[], key: string, asked: boolean | null): string[] | undefined {
  const opens = asked ?? shut.includes(key);
  const after = opens ? shut.filter((one) => one !== key) : [...new Set([...shut, key])];
  return after.length > 0 ? after : undefined;
}

/** Of a crew's bars the one that was clicked; by a link, the first. */
function useSelectedBar(open: AppointmentView | undefined, clicked: string | null): string | null {
  return useMemo(() => {
    if (!open) return null;
    const lanes = isParkedVisit(open)
      ? [open.holdingLaneId!]
      : open.assignments.map(({ technicianId }) => technicianId);
    const bars = lanes.map((laneId) => barIdOf(open.id, laneId));
    return bars.find((id) => id === clicked) ?? bars[0] ?? null;
  }, [open, clicked]);
}
