import { useSuspenseQuery } from '@tanstack/react-query';
import {
  type KeyboardEvent,
  type RefObject,
  Suspense,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from 'react';
import type { AppointmentView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { usePresentPages } from '../../../data/live/presence-state.ts';
import { mapQueries } from '../../../data/map.ts';
import { nameIn } from '../../../data/setup.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import { mayCall } from '../../../lib/session.ts';
import { isUnassigned } from '../../../parts/visit-flags.ts';
import { ContextMenu, type MenuEntry } from '../../../ui/menu.tsx';
import { toast } from '../../../ui/toast-store.ts';
import { type PresenceHands, theirsOf } from '../board-presence.tsx';
import { barIdOf } from '../day/bars.ts';
import type { Shown } from '../day/use-shown.ts';
import { keepFromScrolling } from '../grid/long-press.ts';
import { SuggestDialog } from '../opened-parts.ts';
import { laneRefusal, movingRefusal } from '../preview/lane-refusal.ts';
import type { BoardHands } from '../use-board-hands.ts';
import { DragGhost } from './drag-ghost.tsx';
import { dropOn, leaverOf } from './drop-on.ts';
import { type LngLat, regionsOf } from './geometry.ts';
import { type CanvasHandle, MapCanvas, roundOf } from './map-canvas.tsx';
import { targetUnder, visitMenu, visitUnder } from './map-menu.ts';
import { NoMap, TilesFault } from './map-notes.tsx';
import { MOST_LETTERS, marksOf } from './marks.ts';
import { PlaceBar } from './place-bar.tsx';
import { NOBODY, RoundList } from './round-list.tsx';
import { roundsOf } from './routes.ts';
import { useBase } from './use-base.ts';
import { type InHand, useMapDrag } from './use-map-drag.ts';
import { dueOf, dueText } from './visit-words.ts';

export type MapHandle = {
  /** A card of the tray was pulled. */
  readonly beginDrag: (visit: AppointmentView, event: PointerEvent) => void;
  readonly focus: () => void;
};

export type BoardMapProps = {
  shown: Shown;
  hands: BoardHands;
  now: Instant;
  wording: Wording;
  openId: number | null;
  /** The bar of the exception one has stepped to. */
  marked: string | null;
  isSlim: boolean;
  presence: RefObject<PresenceHands | null>;
  handle: RefObject<MapHandle | null>;
};

/** The day on a map: the same visits, filters, drawer, tray and moves as on the lanes. */
export function BoardMap({
  shown,
  hands,
  now,
  wording,
  openId,
  marked,
  isSlim,
  presence,
  handle,
}: BoardMapProps) {
  const { index, lanes, gridLanes, visits, focused, exceptions, isDimmed } = shown;
  const { setup } = index;
  const { timeZone } = index.day;
  const { data: settings } = useSuspenseQuery(mapQueries.settings());
  const user = useCurrentUser();
  const me = user.id;
  const pages = usePresentPages();
  const canvas = useRef<CanvasHandle>(null);
  const area = useRef<HTMLDivElement>(null);
  const [chosen, choose] = useState<number | null>(null);
  /** Without React: 500 rows are not rendered anew because the pointer passes a mark. */
  const hovered = useRef<number | null>(null);
  const [isMissing, setMissing] = useState(false);
  const [tilesFault, setTilesFault] = useState<string | null>(null);
  const [menu, setMenu] = useState<readonly MenuEntry[]>([]);
  const [placing, setPlacing] = useState<{ visit: AppointmentView; at: LngLat | null } | null>(null);
  const [suggestingId, setSuggestingId] = useState<number | null>(null);

  const rounds = useMemo(() => roundsOf(index, gridLanes), [index, gridLanes]);
  const unassigned = useMemo(
    () =>
      visits
        .filter(
          ({ status, assignments }) =>
            assignments.length === 0 && status !== 'Canceled' && status !== 'Unused',
        )
        .sort((a, b) => (dueOf(a) < dueOf(b) ? -1 : dueOf(a) > dueOf(b) ? 1 : a.id - b.id)),
    [visits],
  );
  const marks = useMemo(
    () => marksOf({ rounds, unassigned, now, isDimmed, due: (visit) => dueText(visit, timeZone) }),
    [rounds, unassigned, now, isDimmed, timeZone],
  );
  const base = useBase(index.day.appointments);
  const drawn = useMemo(
    () => ({ marks, rounds, base, zoneName: (id: number) => nameIn(setup.zones, id) }),
    [marks, rounds, base, setup],
  );

  const refusalToLift = (visit: AppointmentView): string | null =>
    hands.locked ??
    theirsOf(pages, me).get(visit.id)?.sentence ??
    (movingRefusal(visit) && `Not now: ${movingRefusal(visit)}.`);
  const answerFor = ({ visit, from, target }: InHand) =>
    target && target !== 'tray' ? dropOn(index, visit, from, target.technicianId, now, wording) : null;
  const drag = useMapDrag({
    targetAt: (x, y) => targetUnder(canvas.current?.view, x, y),
    refusal: refusalToLift,
    onRefused: (body) => toast({ title: 'Not moved', body }),
    onChange: (visit) => presence.current?.onDragChange(visit?.id ?? null),
    onDrop: (hand) => {
      const visit = index.visits.get(hand.visit.id) ?? hand.visit;
      const { from } = hand;
      if (hand.target === 'tray') {
        if (from !== null) hands.unassign(visit, from);
        return;
      }
      const answer = answerFor({ ...hand, visit });
      if (answer?.move) hands.move(visit, answer.move, from === null ? null : barIdOf(visit.id, from));
      else if (answer) toast({ title: 'Not moved', body: `${answer.name} has it already.` });
    },
  });
  useImperativeHandle(handle, () => ({
    beginDrag: (visit, event) => drag.begin(visit, leaverOf(visit, null), event),
    focus: () => {
      const first = marks.find((mark) => mark.visit.id === openId) ?? marks[0];
      if (first) canvas.current?.focusMark(first.visit.id);
    },
  }));
  const mayPlace = mayCall(user, 'locations.update') && hands.locked === undefined;
  const { inHand, isInHand } = drag;
  // A finger that lifted a visit must not scroll the list.
  useEffect(() => (area.current ? keepFromScrolling(area.current, isInHand) : undefined), [isInHand]);
  const target = inHand?.target && inHand.target !== 'tray' ? inHand.target.technicianId : null;
  const answer = inHand && answerFor(inHand);
  const held = inHand && (index.visits.get(inHand.visit.id) ?? inHand.visit);
  const refusals = useMemo(
    () =>
      held &&
      new Map(
        lanes.map(({ technician: { id } }) => {
          const own = held.assignments.some(({ technicianId }) => technicianId === id);
          return [id, laneRefusal(index, held, id, own ? id : null, now)] as const;
        }),
      ),
    [held, lanes, index, now],
  );

  const lightUp = (technicianId: number | null) => {
    hovered.current = technicianId;
    const one = target ?? technicianId ?? chosen;
    canvas.current?.view?.lightUp(one === null || one === NOBODY ? [] : [one]);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is hovered says so itself
  useEffect(() => lightUp(hovered.current), [target, chosen]);
  // What is looked for comes into view, as the lanes scroll to it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once per question; the map must not run about while the day changes
  const wanted = useMemo(() => {
    const ids = focused === null ? null : new Set(exceptions[focused]);
    if (ids) return marks.filter(({ visit }) => ids.has(visit.id)).map(({ at }) => at);
    const homes = rounds.flatMap(({ home, stops }) =>
      home && (stops.length > 0 || marks.length === 0) ? home : [],
    );
    return regionsOf([...marks.map(({ at }) => at), ...homes])[0] ?? null;
  }, [focused, shown.filters]);

  const open = (visit: AppointmentView, from: number | null) =>
    hands.showDetails(visit, from === null ? null : barIdOf(visit.id, from));
  const suggest = (visit: AppointmentView) => {
    if (hands.locked) toast({ title: 'Not moved', body: hands.locked });
    else setSuggestingId(visit.id);
  };
  const press = (visit: AppointmentView, from: number | null, event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key === 'i') open(visit, from);
    else if (key === 't') hands.moveTo(visit, from);
    else if (key === 's' && isUnassigned(visit)) suggest(visit);
    else if ((key === 'delete' || key === 'backspace') && from !== null) hands.unassign(visit, from);
    else if (key === 'escape' && openId !== null) hands.openVisit(undefined);
    else return;
    event.preventDefault();
  };
  const showMenu = (event: { target: EventTarget; clientX: number; clientY: number }) => {
    const under = visitUnder(event, canvas.current?.view, marks, hands.visitOf);
    setMenu(under ? visitMenu(under.visit, under.from, hands, { open, suggest }) : []);
  };
  const suggesting = suggestingId === null ? undefined : index.visits.get(suggestingId);
  return (
    <>
      <ContextMenu entries={menu}>
        <div ref={area} className="flex h-full min-h-0" onContextMenuCapture={showMenu}>
          <div
            className={
              isMissing
                ? 'min-w-0 flex-1'
                : isSlim
                  ? 'w-36 shrink-0 border-r border-line'
                  : 'w-56 shrink-0 border-r border-line'
            }
          >
            <RoundList
              index={index}
              rounds={rounds}
              unassigned={unassigned}
              hasLetters={rounds.length <= MOST_LETTERS}
              chosen={chosen}
              isAll={isMissing}
              openId={openId}
              refusalOf={refusals ? (id) => refusals.get(id) ?? null : null}
              target={target}
              onChoose={choose}
              onHover={lightUp}
              onOpen={open}
              onKey={press}
              onPress={drag.press}
              wasDragged={drag.wasDragged}
              onSetPlace={mayPlace ? (visit) => setPlacing({ visit, at: null }) : null}
            />
          </div>
          {isMissing ? (
            <NoMap />
          ) : (
            <div className="relative min-w-0 flex-1">
              <MapCanvas
                index={index}
                tiles={settings.tiles}
                shown={drawn}
                openId={openId ?? (marked === null ? null : Number(marked.split(':')[0]))}
                wanted={wanted}
                isDragging={inHand !== null}
                handle={canvas}
                onBroken={(kind, reason) => (kind === 'webgl' ? setMissing(true) : setTilesFault(reason))}
                onHover={(mark) => lightUp(mark ? roundOf(mark) : null)}
                onOpen={(visit, from) => {
                  choose(from ?? NOBODY);
                  open(visit, from);
                }}
                onPlace={placing ? (at) => setPlacing({ ...placing, at }) : null}
                onOpenJob={hands.openJob}
                onChoose={choose}
                onKey={press}
                onPress={drag.press}
                wasDragged={drag.wasDragged}
              />
              {placing && (
                <PlaceBar
                  key={placing.visit.id}
                  visit={placing.visit}
                  clicked={placing.at}
                  onDone={() => setPlacing(null)}
                />
              )}
              {tilesFault !== null && <TilesFault reason={tilesFault} />}
            </div>
          )}
        </div>
      </ContextMenu>
      {inHand && <DragGhost hand={inHand} answer={answer} />}
      <Suspense>
        {suggesting && isUnassigned(suggesting) && (
          <SuggestDialog
            key={suggesting.id}
            index={index}
            visit={suggesting}
            lanes={lanes}
            now={now}
            onClose={() => setSuggestingId(null)}
            onMoveTo={() => {
              setSuggestingId(null);
              hands.moveTo(suggesting, null);
            }}
            onMove={(suggested) => {
              setSuggestingId(null);
              hands.move(suggesting, suggested, null);
            }}
          />
        )}
      </Suspense>
    </>
  );
}
