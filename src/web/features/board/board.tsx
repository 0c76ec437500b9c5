import { Link } from '@tanstack/react-router';
import { Suspense, useMemo, useRef } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import type { Day, Instant } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import type { VisitCommands } from '../../parts/appointment-drawer/use-visit-commands.tsx';
import { useValueWording } from '../../parts/use-value-wording.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { useShortcut } from '../../ui/shortcut.ts';
import { SplitPane } from '../../ui/split-pane.tsx';
import { BoardLanes } from './board-lanes.tsx';
import { type BoardSearch, NO_FILTERS } from './board-search.ts';
import { useBoardSettings } from './board-settings.ts';
import { BoardSide } from './board-side.tsx';
import { barIdOf } from './day/bars.ts';
import { useShown } from './day/use-shown.ts';
import type { GridHandle } from './grid-host.tsx';
import { MoveToDialog, SpanDialog, usePreloadedParts } from './opened-parts.ts';
import { Toolbar } from './toolbar/toolbar.tsx';
import { useBoardHands } from './use-board-hands.ts';
import { useMoverMarks } from './use-mover-marks.ts';

export type BoardProps = {
  day: Day;
  timeZone: string;
  search: BoardSearch;
  now: Instant;
  commands: VisitCommands;
  onSearchChange: (changes: Partial<BoardSearch>) => void;
};

/** One day in one zone: toolbar, lanes, tray or drawer. */
export function Board({ day, timeZone, search, now, commands, onSearchChange }: BoardProps) {
  const wording = useValueWording(timeZone);
  const [settings, setSettings] = useBoardSettings();
  const handle = useRef<GridHandle>(null);
  const page = useRef<HTMLDivElement>(null);
  const shown = useShown(day, timeZone, search, now);
  const hands = useBoardHands(shown, commands, wording, handle, onSearchChange);
  usePreloadedParts();
  useMoverMarks(handle, useCurrentUser().id);
  const { index, lanes, units } = shown;
  const { setup } = index;

  const open = search.appointment === undefined ? undefined : index.visits.get(search.appointment);
  const selectedBarId = useSelectedBar(open, hands.clicked);
  useShortcut('B', () => handle.current?.grid.focus());
  useShortcut('U', () => {
    hands.openVisit(undefined);
    // The tray may only come back with this key.
    requestAnimationFrame(() =>
      page.current?.querySelector<HTMLElement>('[data-visit][tabindex="0"]')?.focus(),
    );
  });

  const moved = hands.moving ? index.visits.get(hands.moving.visitId) : undefined;
  const zones = new Set(
    setup.businessUnits.filter(({ id }) => units.includes(id)).map((unit) => unit.timeZone),
  );
  return (
    <div ref={page} className="flex h-full flex-col">
      <Toolbar
        setup={setup}
        filters={shown.filters}
        onSearchChange={onSearchChange}
        timeZone={timeZone}
        zones={[...zones]}
        counts={shown.counts}
        focused={shown.focused}
        onFocus={hands.focusException}
        settings={settings}
        onSettings={setSettings}
      />
      {/* The drawer needs more room than the narrowest tray. */}
      <div className={open ? 'min-h-0 flex-1 [&>div>aside]:min-w-95' : 'min-h-0 flex-1'}>
        <SplitPane
          label="Width of the tray"
          defaultWidth={settings.trayWidth}
          onWidthChange={(trayWidth) => setSettings({ trayWidth })}
          side={
            <BoardSide
              shown={shown}
              hands={hands}
              handle={handle}
              open={open}
              search={search}
              onSearchChange={onSearchChange}
              now={now}
              commands={commands}
            />
          }
        >
          {index.lanes.size === 0 ? (
            // Only in place of the lanes: the tray stays, since what was imported into a new company waits there
            // (e2e/import.spec.ts).
            <EmptyState
              text="There is no technician to dispatch yet. Jobs can be booked already; they wait in the tray."
              action={
                <Link to="/book" className={buttonClass('primary')}>
                  Book a job
                </Link>
              }
            />
          ) : lanes.length === 0 ? (
            <EmptyState
              text="No technician fits these filters."
              action={<Button onClick={() => onSearchChange(NO_FILTERS)}>Clear filters</Button>}
            />
          ) : (
            <BoardLanes
              shown={shown}
              hands={hands}
              handle={handle}
              day={day}
              now={now}
              settings={settings}
              wording={wording}
              selectedBarId={selectedBarId}
            />
          )}
        </SplitPane>
      </div>
      <Suspense>
        {hands.moving && moved && (
          <MoveToDialog
            key={moved.id}
            index={index}
            visit={moved}
            wording={wording}
            from={hands.moving.from}
            joining={hands.moving.joining}
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
        {hands.span && (
          <SpanDialog question={hands.span} on={day} zone={timeZone} onClose={() => hands.setSpan(null)} />
        )}
      </Suspense>
    </div>
  );
}

/** Of a crew's bars the one that was clicked; by a link, the first. */
function useSelectedBar(open: AppointmentView | undefined, clicked: string | null): string | null {
  return useMemo(() => {
    if (!open) return null;
    const bars = open.assignments.map(({ technicianId }) => barIdOf(open.id, technicianId));
    return bars.find((id) => id === clicked) ?? bars[0] ?? null;
  }, [open, clicked]);
}
