import { type RefObject, Suspense, useMemo, useState } from 'react';
import { type Day, dayOf, type Instant, msOf } from '#domain/time.ts';
import { nameIn } from '../../data/setup.ts';
import type { Wording } from '../../lib/refusal-params.ts';
import { useAtRest } from '../../lib/when-opened.tsx';
import { ContextMenu, type MenuEntry } from '../../ui/menu.tsx';
import { useShortcut } from '../../ui/shortcut.ts';
import type { PresenceHands } from './board-presence.tsx';
import type { BoardSettings } from './board-settings.ts';
import { isFiltered } from './day/filters.ts';
import type { Shown } from './day/use-shown.ts';
import { BoardCorner, FreeHoursButton, FreeHoursStrip } from './free-hours-strip.tsx';
import { scaleOf } from './grid/geometry.ts';
import type { Candidate, Consequences, Drop, GridViewport } from './grid/types.ts';
import { type GridHandle, GridHost } from './grid-host.tsx';
import { consequencesOf, moveOf, placeOf, technicianOfBar } from './moves/drop-preview.ts';
import { useAddingKey } from './moves/use-adding-key.ts';
import { ArrangePart, CapacityDialog, EmptyDay, readMenus, WEEK_CODE, ZoomHands } from './opened-parts.ts';
import { holdingRefusal, laneRefusal } from './preview/lane-refusal.ts';
import { groupKeyOf } from './rows/group-key.ts';
import type { BoardHands } from './use-board-hands.ts';
import { useKeptPlace } from './use-kept-place.ts';
import { useLanesWidth } from './use-lanes-width.ts';
import { type FirstTime, usualStart } from './usual-start.ts';

/** Of the technician column; slim: without load and meter. */
const LABEL_PX = 194;
const SLIM_LABEL_PX = 118;
const NOTHING: Consequences = { severity: 'ok', lines: [] };

export type BoardLanesProps = {
  shown: Shown;
  hands: BoardHands;
  handle: RefObject<GridHandle | null>;
  day: Day;
  held: RefObject<FirstTime | null>;
  onZoom: (steps: number, clientX?: number) => void;
  /** @param open null: the other way round */
  onGroup: (key: string, open: boolean | null) => void;
  /** The day begins a week, which is shown. */
  isWeek: boolean;
  now: Instant;
  settings: BoardSettings;
  isSlim: boolean;
  wording: Wording;
  selectedBarId: string | null;
  onGoTo: (day: Day) => void;
  /** Shows only technicians with a skill. */
  onSkill: (skillId: number) => void;
  /** Null until somebody listens. */
  presence: RefObject<PresenceHands | null>;
};

/** The grid with its answers: what a drop would do, what a key, a click and a menu mean. */
export function BoardLanes({
  shown,
  hands,
  handle,
  day,
  isWeek,
  held,
  onZoom,
  onGroup,
  now,
  settings,
  isSlim,
  wording,
  selectedBarId,
  onGoTo,
  onSkill,
  presence,
}: BoardLanesProps) {
  const { index, lanes, visits, gridLanes, free, units, booked } = shown;
  const { start, end, timeZone } = index.day;
  const { holding } = index;
  const adding = useAddingKey();
  const [menu, setMenu] = useState<readonly MenuEntry[]>([]);
  const { rowHeight } = settings;
  const labelWidth = isSlim ? SLIM_LABEL_PX : LABEL_PX;
  const week = isWeek ? WEEK_CODE.get() : null;
  const width = useLanesWidth(handle, isWeek) - labelWidth;
  const { technicians } = index.day;
  const axis = useMemo(
    () =>
      week?.weekAxis(
        day,
        timeZone,
        technicians.flatMap(({ shifts }) => shifts),
        width,
        settings.weekPxPerHour,
      ),
    [week, day, timeZone, technicians, width, settings.weekPxPerHour],
  );
  const pxPerHour = axis?.pxPerHour ?? settings.pxPerHour;
  // From then on it stays: its questions outlive the selection.
  const [isArranging, setArranging] = useState(false);
  if (!isArranging && (hands.picked.length > 0 || hands.arranging)) setArranging(true);
  const view = useMemo<GridViewport>(
    () => ({
      start: msOf(start),
      end: msOf(end),
      pxPerHour,
      rowHeight,
      labelWidth,
      ...(axis && { days: axis.days }),
    }),
    [start, end, pxPerHour, rowHeight, labelWidth, axis],
  );
  const kept = useKeptPlace(handle, `${day} ${timeZone} ${isWeek ? 'week' : 'day'}`);
  const [isCapacityOpen, setCapacityOpen] = useState(false);
  useShortcut('F', () => setCapacityOpen(true));
  const isAtRest = useAtRest(1_000);
  const preview = (candidate: Candidate): Consequences => {
    const many = candidate.mode === 'move' ? hands.manyOf(candidate.barId) : null;
    if (many) return many.preview(candidate);
    const visit = hands.visitOf(candidate.appointmentId);
    if (!visit) return NOTHING;
    return consequencesOf(index, visit, moveOf(index, visit, candidate, adding.current), wording);
  };
  const laneState = (technicianId: number | string, appointmentId: number | string): string | null => {
    const visit = hands.visitOf(appointmentId);
    if (!visit) return null;
    const id = Number(technicianId);
    const parking = holding.get(id);
    if (parking) return holdingRefusal(visit, parking);
    // Each of a crew's own lanes takes the bar back.
    const own = visit.assignments.some((one) => one.technicianId === id);
    return laneRefusal(index, visit, id, own ? id : null, now);
  };
  const drop = (dropped: Drop) => {
    const many = dropped.mode === 'move' ? hands.manyOf(dropped.barId) : null;
    if (many) {
      many.drop(dropped);
      return;
    }
    const visit = hands.visitOf(dropped.appointmentId);
    if (visit) hands.move(visit, moveOf(index, visit, placeOf(dropped), adding.current), dropped.barId);
  };
  const dropOutside = ({ barId, clientX, clientY }: { barId: string; clientX: number; clientY: number }) => {
    const visit = hands.visitOfBar(barId);
    const overTray = document.elementFromPoint(clientX, clientY)?.closest('[data-tray]');
    const many = overTray && hands.manyOf(barId);
    if (many) many.takeOff();
    else if (visit && overTray) hands.unassign(visit, technicianOfBar(barId));
  };
  const showMenu = (target: EventTarget) => {
    const entries = hands.entriesFor(target);
    setMenu(entries ?? []);
    // Asked for before the page was at rest.
    if (!entries) void readMenus().then(() => setMenu(hands.entriesFor(target) ?? []));
  };
  const unit = units.length === 1 ? nameIn(index.setup.businessUnits, units[0]!) : 'all shown';
  return (
    <ContextMenu entries={menu}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid inside has the roles; this hears the keys of its bars */}
      <div
        className={isSlim ? 'relative h-full is-slim' : 'relative h-full'}
        onContextMenuCapture={({ target }) => showMenu(target)}
        onKeyDown={(event) => {
          if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
          if (hands.pressKey(event.key.toLowerCase(), event.target, selectedBarId !== null))
            event.preventDefault();
        }}
      >
        <FreeHoursButton
          of={isSlim ? 'Free hours' : `Free hours, ${unit}`}
          width={labelWidth}
          onClick={() => setCapacityOpen(true)}
        />
        <GridHost
          ref={handle}
          lanes={gridLanes}
          view={view}
          zone={timeZone}
          now={now}
          selectedBarId={selectedBarId}
          picked={hands.picked}
          onPick={hands.pick}
          times={week && axis ? week.weekTimes(timeZone, axis.days) : null}
          first={
            firstOf(held, view) ??
            kept ??
            usualStart(lanes, isWeek ? dayOf(now, timeZone) : day, start, now, timeZone)
          }
          corner={<BoardCorner shown={lanes.length} loadPercent={booked} isSlim={isSlim} />}
          strip={
            week && axis ? (
              <week.FreeDaysStrip minutes={free} days={axis.days} dayPx={scaleOf(view).dayPx} />
            ) : (
              <FreeHoursStrip minutes={free} pxPerHour={pxPerHour} />
            )
          }
          locked={hands.locked}
          preview={preview}
          laneState={laneState}
          onSelect={hands.select}
          onOpen={(barId) => {
            const visit = hands.visitOfBar(barId);
            if (visit) hands.openJob(visit);
          }}
          onDrop={drop}
          onDropOutside={dropOutside}
          onDragChange={(visitId) => presence.current?.onDragChange(visitId)}
          onGroup={(id, open) => onGroup(groupKeyOf(id), open)}
          onTheirs={(sentence) => presence.current?.onTheirs(sentence)}
        />
        {isAtRest && (
          <Suspense>
            <ZoomHands handle={handle} view={view} held={held} onZoom={onZoom} />
          </Suspense>
        )}
        {isArranging && (
          <Suspense>
            <ArrangePart
              // Rows are counted as they stand.
              shown={shown.open === lanes ? shown : { ...shown, lanes: shown.open }}
              now={now}
              wording={wording}
              handle={handle}
              hands={hands.many}
              picked={hands.picked}
              onPick={hands.pick}
              question={hands.arranging}
              onAsk={hands.arrange}
            />
          </Suspense>
        )}
        <CapacityDialog
          open={isCapacityOpen}
          shown={shown}
          now={now}
          onSkill={(skill) => {
            setCapacityOpen(false);
            onSkill(skill);
          }}
          onClose={() => setCapacityOpen(false)}
        />
        {visits.length === 0 && (
          <Suspense>
            <EmptyDay
              day={day}
              isWeek={isWeek}
              isNobodyOn={lanes.every(({ known }) => known.shifts.length === 0)}
              isFiltered={isFiltered(shown.filters)}
              onGoTo={onGoTo}
            />
          </Suspense>
        )}
      </div>
    </ContextMenu>
  );
}

/** The minute somebody zoomed at, when it is on this board. */
function firstOf({ current }: RefObject<FirstTime | null>, { start, end }: GridViewport): FirstTime | null {
  return current && current.at >= start && current.at < end ? current : null;
}
