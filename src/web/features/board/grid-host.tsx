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
import { type Instant, instantFromMs, localTime, msOf } from '#domain/time.ts';
import { announce } from '../../ui/announcer.tsx';
import { createGridSync, type GridLane, type GridSync } from './day/grid-sync.ts';
import { createBoardGrid } from './grid/board-grid.ts';
import type { BoardGrid, BoardGridOptions, GridBar, GridViewport } from './grid/types.ts';

export const STRIP_PX = 26;

export type GridHandle = {
  readonly grid: BoardGrid;
  /** See `GridSync.moveNow`. */
  readonly moveNow: (from: string | null, to: GridBar) => void;
};

type Hands = Required<
  Pick<BoardGridOptions, 'preview' | 'laneState' | 'onSelect' | 'onOpen' | 'onDrop' | 'onDropOutside'>
>;

export type GridHostProps = Hands & {
  /** Changes when all must be built anew: another day or zone. */
  readonly lanes: readonly GridLane[];
  readonly view: GridViewport;
  readonly zone: string;
  readonly now: Instant;
  readonly selectedBarId: string | null;
  /** Scrolled to at the start. */
  readonly firstHour: number;
  readonly corner: ReactNode;
  readonly strip: ReactNode;
  readonly ref: Ref<GridHandle>;
};

/** The imperative grid inside React: React gives it lanes and hands, and never renders a bar. Give it a key per day. */
export function GridHost({
  lanes,
  view,
  zone,
  now,
  selectedBarId,
  firstHour,
  corner,
  strip,
  ref,
  ...hands
}: GridHostProps) {
  const host = useRef<HTMLDivElement>(null);
  const live = useRef<{ grid: BoardGrid; sync: GridSync } | null>(null);
  const latest = useRef<Hands>(hands);
  const initial = useRef({ view, zone, now, firstHour });
  const [slots, setSlots] = useState<{ corner: HTMLElement; strip: HTMLElement } | null>(null);

  useLayoutEffect(() => {
    latest.current = hands;
  });

  useLayoutEffect(() => {
    const first = initial.current;
    const say = (ms: number) => localTime(instantFromMs(ms), first.zone).replace(/^0/, '');
    const grid = createBoardGrid(host.current!, {
      label: 'Dispatch board',
      view: first.view,
      zone: first.zone,
      now: msOf(first.now),
      stripHeight: STRIP_PX,
      formatHour: say,
      formatTime: say,
      announce: (text) => announce(text),
      preview: (candidate) => latest.current.preview(candidate),
      laneState: (technicianId, appointmentId) => latest.current.laneState(technicianId, appointmentId),
      onSelect: (barId) => latest.current.onSelect(barId),
      onOpen: (barId) => latest.current.onOpen(barId),
      onDrop: (drop) => latest.current.onDrop(drop),
      onDropOutside: (drag) => latest.current.onDropOutside(drag),
    });
    live.current = { grid, sync: createGridSync(grid) };
    setSlots({ corner: grid.corner, strip: grid.strip });
    return () => {
      live.current = null;
      grid.destroy();
    };
  }, []);

  const viewShown = useRef(view);
  useLayoutEffect(() => {
    if (viewShown.current !== view) live.current?.grid.setView(view);
    viewShown.current = view;
  }, [view]);

  const isFirst = useRef(true);
  useLayoutEffect(() => {
    live.current?.sync.show(lanes);
    if (isFirst.current && lanes.length > 0) live.current?.grid.scrollToTime(initial.current.firstHour);
    isFirst.current = lanes.length === 0 && isFirst.current;
  }, [lanes]);

  useEffect(() => live.current?.grid.setNow(msOf(now)), [now]);
  // After the lanes: the selected bar may only just have come.
  // biome-ignore lint/correctness/useExhaustiveDependencies: new lanes may bring the selected bar into being
  useEffect(() => live.current?.grid.select(selectedBarId), [selectedBarId, lanes]);

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

  return (
    <div ref={host} className="relative h-full min-h-0 min-w-0">
      {slots && createPortal(corner, slots.corner)}
      {slots && createPortal(strip, slots.strip)}
    </div>
  );
}
