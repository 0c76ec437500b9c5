import { type RefObject, useMemo, useState } from 'react';
import { type Day, type Instant, msOf } from '#domain/time.ts';
import { nameIn } from '../../data/setup.ts';
import type { Wording } from '../../lib/refusal-params.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { ContextMenu, type MenuEntry } from '../../ui/menu.tsx';
import type { BoardSettings } from './board-settings.ts';
import type { Shown } from './day/use-shown.ts';
import { BoardCorner, FreeHoursStrip } from './free-hours-strip.tsx';
import type { Candidate, Consequences, Drop, GridViewport } from './grid/types.ts';
import { type GridHandle, GridHost } from './grid-host.tsx';
import { consequencesOf, moveOf, placeOf, technicianOfBar } from './moves/drop-preview.ts';
import { useAddingKey } from './moves/use-adding-key.ts';
import { laneRefusal } from './preview/lane-refusal.ts';
import type { BoardHands } from './use-board-hands.ts';
import { usualStart } from './usual-start.ts';

const LABEL_PX = 194;
const NOTHING: Consequences = { severity: 'ok', lines: [] };
const FORBIDDEN: Consequences = { severity: 'hard', lines: [refusalText('session.forbidden')] };

export type BoardLanesProps = {
  shown: Shown;
  hands: BoardHands;
  handle: RefObject<GridHandle | null>;
  day: Day;
  now: Instant;
  settings: BoardSettings;
  wording: Wording;
  selectedBarId: string | null;
};

/** The grid with its answers: what a drop would do, what a key, a click and a menu mean. */
export function BoardLanes({
  shown,
  hands,
  handle,
  day,
  now,
  settings,
  wording,
  selectedBarId,
}: BoardLanesProps) {
  const { index, lanes, visits, gridLanes, free, units, booked } = shown;
  const { start, end, timeZone } = index.day;
  const adding = useAddingKey();
  const [menu, setMenu] = useState<readonly MenuEntry[]>([]);
  const { pxPerHour, rowHeight } = settings;
  const view = useMemo<GridViewport>(
    () => ({ start: msOf(start), end: msOf(end), pxPerHour, rowHeight, labelWidth: LABEL_PX }),
    [start, end, pxPerHour, rowHeight],
  );
  const preview = (candidate: Candidate): Consequences => {
    const visit = hands.visitOf(candidate.appointmentId);
    if (!visit) return NOTHING;
    const move = moveOf(visit, candidate, adding.current);
    return move.kind === 'resize' || hands.mayMove ? consequencesOf(index, visit, move, wording) : FORBIDDEN;
  };
  const laneState = (technicianId: number | string, appointmentId: number | string): string | null => {
    const visit = hands.visitOf(appointmentId);
    if (!visit) return null;
    const id = Number(technicianId);
    // Each of a crew's own lanes takes the bar back.
    const own = visit.assignments.some((one) => one.technicianId === id);
    if (!own && !hands.mayMove) return 'dispatchers only';
    return laneRefusal(index, visit, id, own ? id : null, now);
  };
  const drop = (dropped: Drop) => {
    const visit = hands.visitOf(dropped.appointmentId);
    if (visit) hands.move(visit, moveOf(visit, placeOf(dropped), adding.current), dropped.barId);
  };
  const dropOutside = ({ barId, clientX, clientY }: { barId: string; clientX: number; clientY: number }) => {
    const visit = hands.visitOfBar(barId);
    const overTray = document.elementFromPoint(clientX, clientY)?.closest('[data-tray]');
    if (visit && overTray) hands.unassign(visit, technicianOfBar(barId));
  };
  const unit = units.length === 1 ? nameIn(index.setup.businessUnits, units[0]!) : 'all shown';
  return (
    <ContextMenu entries={menu}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the grid inside has the roles; this hears the keys of its bars */}
      <div
        className="relative h-full"
        onContextMenuCapture={({ target }) => setMenu(hands.entriesFor(target))}
        onKeyDown={(event) => {
          if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
          if (hands.pressKey(event.key.toLowerCase(), event.target, selectedBarId !== null))
            event.preventDefault();
        }}
      >
        <GridHost
          ref={handle}
          lanes={gridLanes}
          view={view}
          zone={timeZone}
          now={now}
          selectedBarId={selectedBarId}
          firstHour={usualStart(lanes, day, start, now, timeZone)}
          corner={<BoardCorner shown={lanes.length} loadPercent={booked} of={`Free hours, ${unit}`} />}
          strip={<FreeHoursStrip minutes={free} pxPerHour={pxPerHour} />}
          preview={preview}
          laneState={laneState}
          onSelect={hands.select}
          onOpen={(barId) => {
            const visit = hands.visitOfBar(barId);
            if (visit) hands.openJob(visit);
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
  );
}
