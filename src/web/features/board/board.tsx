import { useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useCallback, useMemo, useRef, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { type Day, type Instant, minutesBetween, msOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { jobQueries } from '../../data/jobs.ts';
import { nameIn } from '../../data/setup.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import { AppointmentDrawer } from '../../parts/appointment-drawer/appointment-drawer.tsx';
import { cardOfVisit } from '../../parts/appointment-drawer/domain-card.ts';
import { offersFor } from '../../parts/appointment-drawer/offers.ts';
import type { VisitCommands } from '../../parts/appointment-drawer/use-visit-commands.tsx';
import type { Command } from '../../parts/appointment-drawer/visit-requests.ts';
import { useValueWording } from '../../parts/use-value-wording.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ContextMenu, type MenuEntry } from '../../ui/menu.tsx';
import { useShortcut } from '../../ui/shortcut.ts';
import { SplitPane } from '../../ui/split-pane.tsx';
import { laneEntries, visitEntries } from './board-menu.ts';
import type { BoardSearch } from './board-search.ts';
import { useBoardSettings } from './board-settings.ts';
import { cellAt } from './cell-at.ts';
import { barIdOf, lookOf, wordsOf } from './day/bars.ts';
import { clashCount, type ExceptionKind, exceptionsOf } from './day/exceptions.ts';
import { isInTray, lanesShown } from './day/filters.ts';
import { freeMinutes } from './day/free-hours.ts';
import { loadOf } from './day/lane-heads.ts';
import { useBoardDay, useGridLanes } from './day/use-board-day.ts';
import { BoardCorner, FreeHoursStrip } from './free-hours-strip.tsx';
import type { Drop, GridViewport } from './grid/types.ts';
import { type GridHandle, GridHost } from './grid-host.tsx';
import { consequencesOf, moveOf, placeOf, technicianOfBar } from './moves/drop-preview.ts';
import { MoveToDialog } from './moves/move-to-dialog.tsx';
import { useAddingKey } from './moves/use-adding-key.ts';
import { useBoardMoves } from './moves/use-board-moves.ts';
import { laneRefusal } from './preview/lane-refusal.ts';
import { SpanDialog, type SpanQuestion } from './spans/span-dialog.tsx';
import { Toolbar } from './toolbar/toolbar.tsx';
import { Tray } from './tray/tray.tsx';
import { TRAY_TABS } from './tray/tray-items.ts';
import { useExceptionFocus } from './use-exception-focus.ts';
import { useMoverMarks } from './use-mover-marks.ts';
import { usualStart } from './usual-start.ts';

export type BoardProps = {
  day: Day;
  timeZone: string;
  search: BoardSearch;
  now: Instant;
  commands: VisitCommands;
  onSearchChange: (changes: Partial<BoardSearch>) => void;
};

const LABEL_PX = 194;

/** One day in one zone: toolbar, lanes, tray or drawer. */
export function Board({ day, timeZone, search, now, commands, onSearchChange }: BoardProps) {
  const user = useCurrentUser();
  const client = useQueryClient();
  const navigate = useNavigate();
  const wording = useValueWording(timeZone);
  const index = useBoardDay(day, timeZone);
  const { setup } = index;
  const [settings, setSettings] = useBoardSettings();
  const handle = useRef<GridHandle>(null);
  const adding = useAddingKey();
  const [clicked, setClicked] = useState<string | null>(null);
  const [moving, setMoving] = useState<{ visitId: number; from: number | null; joining: boolean } | null>(
    null,
  );
  const [asked, setAsked] = useState<SpanQuestion | null>(null);
  const [menu, setMenu] = useState<readonly MenuEntry[]>([]);
  useMoverMarks(handle, user.id);

  const { bu, zone, skill, tag, q } = search;
  const filters = useMemo(() => ({ bu, zone, skill, tag, q }), [bu, zone, skill, tag, q]);
  const lanes = useMemo(() => lanesShown(index, filters), [index, filters]);
  /** What concerns the technicians shown: theirs, and what could be given to them. */
  const visits = useMemo(() => {
    const shown = new Set(lanes.map(({ technician }) => technician.id));
    return index.day.appointments.filter((visit) =>
      visit.assignments.length > 0
        ? visit.assignments.some(({ technicianId }) => shown.has(technicianId))
        : isInTray(visit, index, filters),
    );
  }, [index, lanes, filters]);
  const exceptions = useMemo(() => exceptionsOf(visits, lanes, now), [visits, lanes, now]);
  const counts = useMemo(
    () => ({
      late: exceptions.late.length,
      overlap: clashCount(lanes),
      unconfirmed: exceptions.unconfirmed.length,
      unassigned: exceptions.unassigned.length,
    }),
    [exceptions, lanes],
  );
  const { focused, setFocused, isDimmed } = useExceptionFocus(exceptions, tag);
  const gridLanes = useGridLanes(index, lanes, now, isDimmed);
  const view = useMemo<GridViewport>(
    () => ({
      start: msOf(index.day.start),
      end: msOf(index.day.end),
      pxPerHour: settings.pxPerHour,
      rowHeight: settings.rowHeight,
      labelWidth: LABEL_PX,
    }),
    [index.day.start, index.day.end, settings.pxPerHour, settings.rowHeight],
  );
  const free = useMemo(
    () => freeMinutes(lanes, index.day.start, index.day.end),
    [lanes, index.day.start, index.day.end],
  );

  const open = search.appointment === undefined ? undefined : index.visits.get(search.appointment);
  const selectedBarId = useMemo(() => {
    if (!open) return null;
    const bars = open.assignments.map(({ technicianId }) => barIdOf(open.id, technicianId));
    return bars.find((id) => id === clicked) ?? bars[0] ?? null;
  }, [open, clicked]);

  const openVisit = useCallback(
    (id: number | undefined) => onSearchChange({ appointment: id }),
    [onSearchChange],
  );
  const openJob = (id: number) => void navigate({ to: '/jobs/$id', params: { id } });
  const move = useBoardMoves(index, commands, wording, handle);
  const visitOf = (id: number | string) => index.visits.get(Number(id));
  const visitOfBar = (barId: string) => visitOf(barId.slice(0, barId.indexOf(':')));
  const unassign = (visit: AppointmentView, technicianId: number) =>
    move(visit, { kind: 'unassign', technicianIds: [technicianId] }, barIdOf(visit.id, technicianId));
  const moveTo = (visit: AppointmentView, from: number | null, joining = false) =>
    setMoving({ visitId: visit.id, from: from ?? visit.assignments[0]?.technicianId ?? null, joining });

  const focusException = (kind: ExceptionKind | null) => {
    setFocused(kind === 'unassigned' ? null : kind);
    if (kind === null) return;
    if (kind === 'unassigned') onSearchChange({ tray: 'unassigned', appointment: undefined });
    const first = exceptions[kind]
      .map((id) => index.visits.get(id))
      .find((visit) => visit && visit.assignments.length > 0);
    const technicianId = first?.assignments[0]?.technicianId;
    if (!first || technicianId === undefined || kind === 'unassigned') return;
    handle.current?.grid.scrollToTechnician(technicianId);
    handle.current?.grid.scrollToTime(msOf(first.start));
  };

  const atWork = useMemo(() => workingNow(index.day.appointments), [index.day.appointments]);
  const spansLocked = mayCall(user, 'timeOff.add') ? undefined : refusalText('session.forbidden');
  const entriesFor = (target: EventTarget | null): readonly MenuEntry[] => {
    const cell = handle.current && cellAt(handle.current.grid, gridLanes, target);
    const lane = cell && index.lanes.get(cell.technicianId);
    if (!cell || !lane) return [];
    const rest = laneEntries(lane, timeZone, spansLocked, setAsked);
    const visit = cell.bar && visitOf(cell.bar.appointmentId);
    if (!visit) return rest;
    const { technicianId } = cell;
    const elsewhere = atWork(visit.id);
    const offers = offersFor(cardOfVisit(visit), visit.id, user, wording, elsewhere);
    const hands = {
      onDetails: () => showDetails(visit, barIdOf(visit.id, technicianId)),
      onMoveTo: () => moveTo(visit, technicianId),
      onJoin: () => moveTo(visit, technicianId, true),
      onUnassign: () => unassign(visit, technicianId),
      onOpenJob: () => openJob(visit.jobId),
      onCommand: (command: Command, done: string) => void commands.send({ ...command, visit, done }),
    };
    return [...visitEntries(visit, technicianId, offers, hands), ...rest];
  };

  /** By key the drawer takes the focus, by click the lanes keep it. */
  const [takesFocus, setTakesFocus] = useState(false);
  const showDetails = (visit: AppointmentView, barId: string) => {
    setTakesFocus(true);
    setClicked(barId);
    openVisit(visit.id);
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
    const cell = handle.current && cellAt(handle.current.grid, gridLanes, event.target);
    const visit = cell?.bar ? visitOf(cell.bar.appointmentId) : undefined;
    if (!cell || !visit) return;
    const key = event.key.toLowerCase();
    if (key === 'i') showDetails(visit, barIdOf(visit.id, cell.technicianId));
    else if (key === 't') moveTo(visit, cell.technicianId);
    else if (key === 'delete' || key === 'backspace') unassign(visit, cell.technicianId);
    else if (key === 'escape' && search.appointment !== undefined) openVisit(undefined);
    else return;
    event.preventDefault();
  };
  const column = useRef<HTMLDivElement>(null);
  useShortcut('B', () => handle.current?.grid.focus());
  useShortcut('U', () => {
    openVisit(undefined);
    // The tray may only come back with this key.
    requestAnimationFrame(() =>
      column.current?.querySelector<HTMLElement>('[data-visit][tabindex="0"]')?.focus(),
    );
  });

  const drop = (dropped: Drop) => {
    const visit = visitOf(dropped.appointmentId);
    if (visit) move(visit, moveOf(visit, placeOf(dropped), adding.current), dropped.barId);
  };
  const dropOutside = ({ barId, clientX, clientY }: { barId: string; clientX: number; clientY: number }) => {
    const visit = visitOfBar(barId);
    const over = document.elementFromPoint(clientX, clientY)?.closest('[data-tray]');
    if (visit && over) unassign(visit, technicianOfBar(barId));
  };

  const tab = TRAY_TABS.find((one) => one === search.tray) ?? 'unassigned';
  const units = [...new Set(lanes.map(({ technician }) => technician.businessUnitId))];
  const zones = [
    ...new Set(setup.businessUnits.filter(({ id }) => units.includes(id)).map((unit) => unit.timeZone)),
  ];
  const loads = lanes.flatMap((lane) => loadOf(lane) ?? []);
  const booked = loads.length > 0 ? loads.reduce((sum, load) => sum + load, 0) / loads.length : null;
  const moved = moving && index.visits.get(moving.visitId);

  return (
    <div ref={column} className="flex h-full flex-col">
      <Toolbar
        setup={setup}
        filters={filters}
        onSearchChange={onSearchChange}
        timeZone={timeZone}
        zones={zones}
        counts={counts}
        focused={focused}
        onFocus={focusException}
        settings={settings}
        onSettings={setSettings}
      />
      <div className={open ? 'min-h-0 flex-1 [&>div>aside]:min-w-95' : 'min-h-0 flex-1'}>
        <SplitPane
          label="Width of the tray"
          defaultWidth={settings.trayWidth}
          onWidthChange={(trayWidth) => setSettings({ trayWidth })}
          side={
            open ? (
              <AppointmentDrawer
                key={open.id}
                docked
                visit={open}
                zone={timeZone}
                commands={commands}
                workingElsewhere={atWork(open.id)}
                onMoveTo={() => moveTo(open, null)}
                takeFocus={takesFocus}
                onClose={() => openVisit(undefined)}
              />
            ) : (
              <Tray
                index={index}
                visits={visits}
                lanes={lanes}
                now={now}
                tab={tab}
                onTabChange={(tray) => onSearchChange({ tray: tray === 'unassigned' ? undefined : tray })}
                openId={search.appointment ?? null}
                onOpen={(visit) => {
                  setTakesFocus(true);
                  openVisit(visit.id);
                }}
                onMoveTo={(visit) => moveTo(visit, null)}
                onDrag={(visit, event) =>
                  handle.current?.grid.beginExternalDrag(
                    {
                      appointmentId: visit.id,
                      durationMinutes: minutesBetween(visit.start, visit.end),
                      ...lookOf(visit, null, { now, isDimmed: () => false }),
                      text: wordsOf(visit, index),
                    },
                    event,
                  )
                }
              />
            )
          }
        >
          {index.lanes.size === 0 ? (
            // The tray stays: what was imported into a new company waits there.
            <EmptyState
              text="There is no technician to dispatch yet. An admin adds them; jobs can be booked already."
              action={
                <Link to="/book" className={buttonClass('primary')}>
                  Book a job
                </Link>
              }
            />
          ) : lanes.length === 0 ? (
            <EmptyState
              text="No technician fits these filters."
              action={
                <Button
                  onClick={() =>
                    onSearchChange({
                      bu: undefined,
                      zone: undefined,
                      skill: undefined,
                      tag: undefined,
                      q: undefined,
                    })
                  }
                >
                  Clear filters
                </Button>
              }
            />
          ) : (
            <ContextMenu entries={menu}>
              {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid inside has the roles; this hears the keys of its bars */}
              <div
                className="relative h-full"
                onKeyDown={onKeyDown}
                onContextMenuCapture={({ target }) => setMenu(entriesFor(target))}
              >
                <GridHost
                  ref={handle}
                  lanes={gridLanes}
                  view={view}
                  zone={timeZone}
                  now={now}
                  selectedBarId={selectedBarId}
                  firstHour={usualStart(lanes, day, index.day.start, now, timeZone)}
                  corner={
                    <BoardCorner
                      shown={lanes.length}
                      loadPercent={booked}
                      of={`Free hours, ${units.length === 1 ? nameIn(setup.businessUnits, units[0]!) : 'all shown'}`}
                    />
                  }
                  strip={<FreeHoursStrip minutes={free} pxPerHour={settings.pxPerHour} />}
                  preview={(candidate) => {
                    const visit = visitOf(candidate.appointmentId);
                    if (!visit) return { severity: 'ok', lines: [] };
                    return consequencesOf(index, visit, moveOf(visit, candidate, adding.current), wording);
                  }}
                  laneState={(technicianId, appointmentId) => {
                    const visit = visitOf(appointmentId);
                    if (!visit) return null;
                    // Each of a crew's own lanes takes the bar back.
                    const own = visit.assignments.some((one) => one.technicianId === technicianId);
                    return laneRefusal(
                      index,
                      visit,
                      Number(technicianId),
                      own ? Number(technicianId) : null,
                      now,
                    );
                  }}
                  onSelect={(barId) => {
                    setTakesFocus(false);
                    setClicked(barId);
                    const visit = barId === null ? undefined : visitOfBar(barId);
                    openVisit(visit?.id);
                    if (visit) void client.prefetchQuery(jobQueries.detail(visit.jobId));
                  }}
                  onOpen={(barId) => {
                    const visit = visitOfBar(barId);
                    if (visit) openJob(visit.jobId);
                  }}
                  onDrop={drop}
                  onDropOutside={dropOutside}
                />
                {visits.length === 0 && (
                  <p className="pointer-events-none absolute inset-x-0 bottom-8 mx-auto w-fit rounded-md border border-line bg-raised px-3 py-1.5 text-muted shadow-overlay">
                    Nothing is booked on this day.
                  </p>
                )}
              </div>
            </ContextMenu>
          )}
        </SplitPane>
      </div>
      {moving && moved && (
        <MoveToDialog
          key={moved.id}
          index={index}
          visit={moved}
          wording={wording}
          from={moving.from}
          joining={moving.joining}
          onClose={() => setMoving(null)}
          onMove={(meant) => {
            setMoving(null);
            move(
              moved,
              meant,
              meant.kind === 'move' && meant.from !== null ? barIdOf(moved.id, meant.from) : null,
            );
          }}
        />
      )}
      {asked && <SpanDialog question={asked} on={day} zone={timeZone} onClose={() => setAsked(null)} />}
    </div>
  );
}

/** For a visit: who is at work on another one, unpaused, and so cannot arrive here. */
function workingNow(appointments: readonly AppointmentView[]) {
  const at = appointments.flatMap(({ id, assignments }) =>
    assignments.flatMap((one) =>
      one.status === 'Working' && !one.paused ? [[one.technicianId, id] as const] : [],
    ),
  );
  return (visitId: number): ReadonlySet<number> =>
    new Set(at.flatMap(([technicianId, id]) => (id === visitId ? [] : technicianId)));
}
