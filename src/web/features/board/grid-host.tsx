import './grid/grid.css';
import {
  type ReactNode,
  type Ref,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { createPortal } from 'react-dom';
import { type Instant, instantFromMs, msOf } from '#domain/time.ts';
import { afterPaint } from '../../lib/after-paint.ts';
import { hourOfDay, timeOfDay, timesOfDay } from '../../lib/time-of-day.ts';
import { announce } from '../../ui/announcer.tsx';
import { createGridSync, type GridLane, type GridSync } from './day/grid-sync.ts';
import { createBoardGrid } from './grid/board-grid.ts';
import type { BoardGrid, BoardGridOptions, GridBar, GridViewport } from './grid/types.ts';
import type { FirstTime } from './usual-start.ts';

const STRIP_PX = 26;

export type GridHandle = {
  readonly grid: BoardGrid;
  /** See `GridSync.moveNow`. */
  readonly moveNow: (from: string | null, to: GridBar) => void;
};

type Hands = Required<
  Pick<
    BoardGridOptions,
    | 'preview'
    | 'laneState'
    | 'onSelect'
    | 'onPick'
    | 'onOpen'
    | 'onDrop'
    | 'onDropOutside'
    | 'onDragChange'
    | 'onTheirs'
    | 'onGroup'
  >
>;

export type GridHostProps = Hands & {
  /** Changes when all must be built anew: another day or zone. */
  readonly lanes: readonly GridLane[];
  readonly view: GridViewport;
  readonly zone: string;
  /** How times are said, where a day's own are not enough. */
  readonly times: Pick<BoardGridOptions, 'formatHour' | 'formatTime' | 'formatTimes'> | null;
  readonly now: Instant;
  readonly selectedBarId: string | null;
  /** Selected to be moved as one. */
  readonly picked: readonly string[];
  /** Why nothing can be moved by this person; the same as long as the grid lives. */
  readonly locked: string | undefined;
  /** Scrolled to at the start. */
  readonly first: FirstTime;
  readonly corner: ReactNode;
  readonly strip: ReactNode;
  readonly ref: Ref<GridHandle>;
};

/** The imperative grid inside React: React gives it lanes and hands, and never renders a bar. Give it a key per day. */
export function GridHost({
  lanes,
  view,
  zone,
  times,
  now,
  selectedBarId,
  picked,
  locked,
  first,
  corner,
  strip,
  ref,
  ...hands
}: GridHostProps) {
  const host = useRef<HTMLDivElement>(null);
  const live = useRef<{ grid: BoardGrid; sync: GridSync } | null>(null);
  const latest = useRef<Hands>(hands);
  const initial = useRef({ view, zone, times, now, first, locked });
  const [slots, setSlots] = useState<{ corner: HTMLElement; strip: HTMLElement } | null>(null);

  useLayoutEffect(() => {
    latest.current = hands;
  });

  /** The grid marks a bar at once; the drawer beside it takes longer to build than a frame. */
  const [selecting] = useState(afterPaint);

  useLayoutEffect(() => {
    const begin = initial.current;
    const grid = createBoardGrid(host.current!, {
      label: 'Dispatch board',
      view: begin.view,
      zone: begin.zone,
      now: msOf(begin.now),
      stripHeight: STRIP_PX,
      locked: begin.locked,
      formatHour: (ms) => hourOfDay(instantFromMs(ms), begin.zone),
      formatTime: (ms) => timeOfDay(instantFromMs(ms), begin.zone),
      formatTimes: (start, end) => timesOfDay(instantFromMs(start), instantFromMs(end), begin.zone),
      ...begin.times,
      announce: (text) => announce(text),
      preview: (candidate) => latest.current.preview(candidate),
      laneState: (technicianId, appointmentId) => latest.current.laneState(technicianId, appointmentId),
      onSelect: (barId) => selecting.run(() => latest.current.onSelect(barId)),
      onPick: (barIds) => {
        selecting.flush();
        latest.current.onPick(barIds);
      },
      onOpen: (barId) => {
        selecting.flush();
        latest.current.onOpen(barId);
      },
      onDrop: (drop) => latest.current.onDrop(drop),
      onDropOutside: (drag) => latest.current.onDropOutside(drag),
      onDragChange: (visitId) => latest.current.onDragChange(visitId),
      onTheirs: (sentence) => latest.current.onTheirs(sentence),
      onGroup: (id, open) => latest.current.onGroup(id, open),
    });
    live.current = { grid, sync: createGridSync(grid) };
    setSlots({ corner: grid.corner, strip: grid.strip });
    return () => {
      live.current = null;
      selecting.forget();
      grid.destroy();
    };
  }, [selecting]);

  const viewShown = useRef(view);
  useLayoutEffect(() => {
    if (viewShown.current !== view) live.current?.grid.setView(view);
    viewShown.current = view;
  }, [view]);

  const isFirst = useRef(true);
  useLayoutEffect(() => {
    live.current?.sync.show(lanes);
    const { at, share } = initial.current.first;
    if (isFirst.current && lanes.length > 0) live.current?.grid.scrollToTime(at, share);
    isFirst.current = lanes.length === 0 && isFirst.current;
  }, [lanes]);

  useEffect(() => live.current?.grid.setNow(msOf(now)), [now]);
  // After the lanes: the selected bar may only just have come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new lanes may bring the selected bar into being
  useEffect(() => live.current?.grid.select(selectedBarId), [selectedBarId, lanes]);
  useLayoutEffect(() => live.current?.grid.pick(picked), [picked]);

  useImperativeHandle(
    ref,
    () => ({
      get grid() {
        return live.current!.grid;
      },
      moveNow: (from, to) => live.current?.sync.moveNow(from, to),
    }),
    [],
  );

  /** What a click was about to open, and is no longer wanted, is not built first. */
  const takeBack = () => {
    selecting.forget();
    live.current?.grid.select(selectedBarId);
  };

  return (
    <div
      ref={host}
      className="relative h-full min-h-0 min-w-0"
      onKeyDownCapture={({ key }) => {
        if (key === 'Escape') takeBack();
        // A key right after a click means what the click has opened; an arrow only goes on from the bar, and need not wait.
        else if (!key.startsWith('Arrow')) selecting.flush();
      }}
      onPointerDownCapture={selecting.flush}
    >
      {slots && createPortal(corner, slots.corner)}
      {slots && createPortal(strip, slots.strip)}
    </div>
  );
}
