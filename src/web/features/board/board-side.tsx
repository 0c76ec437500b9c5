import { type RefObject, Suspense, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { type Instant, minutesBetween } from '#domain/time.ts';
import type { VisitCommands } from '../../parts/appointment-drawer/use-visit-commands.tsx';
import { isUnassigned } from '../../parts/visit-flags.ts';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { toast } from '../../ui/toast-store.ts';
import type { BoardSearch } from './board-search.ts';
import { lookOf, wordsOf } from './day/bars.ts';
import type { Shown } from './day/use-shown.ts';
import type { GridHandle } from './grid-host.tsx';
import type { MapHandle } from './map/board-map.tsx';
import { AppointmentDrawer, PastVisit, SuggestDialog } from './opened-parts.ts';
import { Tray } from './tray/tray.tsx';
import { TRAY_TABS } from './tray/tray-items.ts';
import type { BoardHands } from './use-board-hands.ts';

const NEVER = () => false;

export type BoardSideProps = {
  shown: Shown;
  hands: BoardHands;
  handle: RefObject<GridHandle | null>;
  /** In place of the lanes, while it is shown. */
  map: RefObject<MapHandle | null>;
  open: AppointmentView | undefined;
  search: BoardSearch;
  onSearchChange: (changes: Partial<BoardSearch>) => void;
  now: Instant;
  commands: VisitCommands;
  /** Given where the tray stands only as long as it is wanted. */
  onCloseTray: (() => void) | undefined;
};

/** The column at the right, and the suggestions asked for there. */
export function BoardSide(props: BoardSideProps) {
  const { shown, hands, now } = props;
  const { index, lanes } = shown;
  const [suggestingId, setSuggestingId] = useState<number | null>(null);
  const suggesting = suggestingId === null ? undefined : index.visits.get(suggestingId);
  const suggest = (visit: AppointmentView) => {
    if (hands.locked) toast({ title: 'Not moved', body: hands.locked });
    else setSuggestingId(visit.id);
  };
  const close = () => setSuggestingId(null);
  return (
    <>
      <OpenOrTray {...props} onSuggest={suggest} />
      <Suspense>
        {/* Gone with the visit's being unassigned: somebody else gave it to a technician. */}
        {suggesting && isUnassigned(suggesting) && (
          <SuggestDialog
            key={suggesting.id}
            index={index}
            visit={suggesting}
            lanes={lanes}
            now={now}
            onClose={close}
            onMoveTo={() => {
              close();
              hands.moveTo(suggesting, null);
            }}
            onMove={(move) => {
              close();
              hands.followBar(suggesting.id, move);
              hands.move(suggesting, move, null);
            }}
          />
        )}
      </Suspense>
    </>
  );
}

/** The tray, or the visit that is open. It covers no row (ui.md, Board). */
function OpenOrTray({
  shown,
  hands,
  handle,
  map,
  open,
  search,
  onSearchChange,
  now,
  commands,
  onCloseTray,
  onSuggest,
}: BoardSideProps & { onSuggest: (visit: AppointmentView) => void }) {
  const { index, visits, lanes } = shown;
  if (open && search.at) {
    return (
      <Suspense fallback={<SkeletonRows rows={8} label="Opening the visit" />}>
        <PastVisit
          key={open.id}
          visit={open}
          index={index}
          at={search.at}
          takeFocus={hands.takesFocus}
          onClose={() => hands.openVisit(undefined)}
        />
      </Suspense>
    );
  }
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
          onSuggest={isUnassigned(open) ? () => onSuggest(open) : undefined}
          takeFocus={hands.takesFocus}
          onClose={() => hands.openVisit(undefined)}
        />
      </Suspense>
    );
  }
  const startDrag = (visit: AppointmentView, event: PointerEvent) => {
    if (map.current) map.current.beginDrag(visit, event);
    else onLanes(visit, event);
  };
  const onLanes = (visit: AppointmentView, event: PointerEvent) =>
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
      onPark={(visit) => hands.parkIn(visit, null)}
      onUnpark={(visit) => visit.holdingLaneId !== null && hands.unassign(visit, visit.holdingLaneId)}
      onSuggest={onSuggest}
      onDrag={startDrag}
      locked={hands.locked}
      onClose={onCloseTray}
    />
  );
}
