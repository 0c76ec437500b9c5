import { type RefObject, Suspense } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { type Instant, minutesBetween } from '#domain/time.ts';
import type { VisitCommands } from '../../parts/appointment-drawer/use-visit-commands.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import type { BoardSearch } from './board-search.ts';
import { lookOf, wordsOf } from './day/bars.ts';
import type { Shown } from './day/use-shown.ts';
import type { GridHandle } from './grid-host.tsx';
import { AppointmentDrawer } from './opened-parts.ts';
import { Tray } from './tray/tray.tsx';
import { TRAY_TABS } from './tray/tray-items.ts';
import type { BoardHands } from './use-board-hands.ts';

const NEVER = () => false;

export type BoardSideProps = {
  shown: Shown;
  hands: BoardHands;
  handle: RefObject<GridHandle | null>;
  open: AppointmentView | undefined;
  search: BoardSearch;
  onSearchChange: (changes: Partial<BoardSearch>) => void;
  now: Instant;
  commands: VisitCommands;
};

/** The column at the right: the tray, or the visit that is open. It covers no row (ui.md, Board). */
export function BoardSide({
  shown,
  hands,
  handle,
  open,
  search,
  onSearchChange,
  now,
  commands,
}: BoardSideProps) {
  const { index, visits, lanes } = shown;
  if (open) {
    return (
      <Suspense fallback={<SkeletonRows rows={8} label="Opening the visit" />}>
        <AppointmentDrawer
          key={open.id}
          docked
          visit={open}
          zone={index.day.timeZone}
          commands={commands}
          workingElsewhere={hands.elsewhere(open.id)}
          onMoveTo={() => hands.moveTo(open, null)}
          takeFocus={hands.takesFocus}
          onClose={() => hands.openVisit(undefined)}
        />
      </Suspense>
    );
  }
  const startDrag = (visit: AppointmentView, event: PointerEvent) =>
    handle.current?.grid.beginExternalDrag(
      {
        appointmentId: visit.id,
        durationMinutes: minutesBetween(visit.start, visit.end),
        ...lookOf(visit, null, { now, isDimmed: NEVER }),
        text: wordsOf(visit, index),
      },
      event,
    );
  return (
    <Tray
      index={index}
      visits={visits}
      lanes={lanes}
      now={now}
      tab={TRAY_TABS.find((one) => one === search.tray) ?? 'unassigned'}
      onTabChange={(tray) => onSearchChange({ tray: tray === 'unassigned' ? undefined : tray })}
      openId={search.appointment ?? null}
      onOpen={(visit) => hands.showDetails(visit, null)}
      onMoveTo={(visit) => hands.moveTo(visit, null)}
      onDrag={startDrag}
    />
  );
}
