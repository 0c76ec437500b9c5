import './map.css';
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react';
import {
  type KeyboardEvent,
  type PointerEvent as ReactPointerEvent,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import type { AppointmentView } from '#contract/job.ts';
import type { MapTiles } from '#contract/map.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import type { DayIndex } from '../day/day-index.ts';
import { type Bounds, boundsOf, type LngLat, regionsOf, widened } from './geometry.ts';
import { type BoardMapView, createMapView, type Shown } from './map-view.ts';
import { type Mark, nextMark } from './marks.ts';
import { visitLines, visitSaid } from './visit-words.ts';

export type CanvasHandle = {
  readonly view: BoardMapView | null;
  readonly focusMark: (visitId: number) => void;
};

export type MapCanvasProps = {
  index: DayIndex;
  tiles: MapTiles | null;
  shown: Shown;
  openId: number | null;
  /** Looked at together: brought into view when they change. */
  wanted: readonly LngLat[] | null;
  isDragging: boolean;
  handle: RefObject<CanvasHandle | null>;
  onBroken: (kind: 'webgl' | 'tiles', reason: string) => void;
  onHover: (mark: Mark | null) => void;
  onOpen: (visit: AppointmentView, from: number | null) => void;
  /** A place is asked for: clicks say where. */
  onPlace: ((at: LngLat) => void) | null;
  onOpenJob: (visit: AppointmentView) => void;
  onChoose: (technicianId: number) => void;
  onKey: (visit: AppointmentView, from: number | null, event: KeyboardEvent) => void;
  onPress: (visit: AppointmentView, from: number | null, event: ReactPointerEvent) => void;
  wasDragged: () => boolean;
};

/** Where a company of nowhere is shown: the whole of the States rather than the sea off Africa. */
const NOWHERE: Bounds = { west: -125, south: 25, east: -67, north: 49 };
const MOST_REGIONS = 6;
const DIRECTIONS = { ArrowLeft: 'left', ArrowRight: 'right', ArrowUp: 'up', ArrowDown: 'down' } as const;

export const roundOf = (mark: Mark): number | null => mark.round?.technicianId ?? null;

/** The map itself. What is drawn cannot be focused: one mark at a time has a button over it, which the arrows move. */
export function MapCanvas(props: MapCanvasProps) {
  const { index, tiles, shown, openId, wanted, isDragging, handle, onHover } = props;
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<BoardMapView | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const card = useRef<HTMLDivElement>(null);
  const [currentId, setCurrentId] = useState<number | null>(null);
  const [hovered, setHovered] = useState<Mark | null>(null);
  const takesFocus = useRef(false);
  const { marks } = shown;
  const current =
    marks.find(({ visit }) => visit.id === currentId) ??
    marks.find(({ visit }) => visit.id === openId) ??
    marks[0] ??
    null;

  const latest = useRef(props);
  const place = useRef(() => {});
  useLayoutEffect(() => {
    latest.current = props;
    place.current = () => {
      const map = view.current;
      if (map && button.current && current) moveTo(button.current, map.pointOf(current));
      if (map && card.current && hovered) moveTo(card.current, map.pointOf(hovered));
    };
    place.current();
  });

  const start = useRef(shown.marks.map(({ at }) => at));
  useEffect(() => {
    const { rounds } = latest.current.shown;
    const homes = rounds.flatMap(({ home, stops }) =>
      home && (stops.length > 0 || start.current.length === 0) ? home : [],
    );
    const [places = []] = regionsOf([...start.current, ...homes]);
    const bounds = boundsOf(places);
    try {
      view.current = createMapView(
        host.current!,
        tiles,
        bounds ? widened(bounds, 0.05, 0.01) : NOWHERE,
        () => place.current(),
        (reason) => latest.current.onBroken('tiles', reason),
      );
      view.current.show(latest.current.shown);
    } catch (error) {
      latest.current.onBroken('webgl', error instanceof Error ? error.message : String(error));
    }
    return () => {
      view.current?.destroy();
      view.current = null;
    };
  }, [tiles]);
  useEffect(() => view.current?.show(shown), [shown]);
  useEffect(() => {
    if (wanted && wanted.length > 0) view.current?.fit(wanted, { smooth: true });
  }, [wanted]);
  useEffect(() => {
    if (isDragging) view.current?.setPanning(false);
    else view.current?.setPanning(true);
  }, [isDragging]);
  // A visit opened elsewhere is where the keyboard goes on from here.
  useEffect(() => {
    const mark = latest.current.shown.marks.find(({ visit }) => visit.id === openId);
    if (!mark) return;
    setCurrentId(mark.visit.id);
    view.current?.reveal(mark);
  }, [openId]);
  useLayoutEffect(() => {
    if (!takesFocus.current || !current) return;
    takesFocus.current = false;
    view.current?.reveal(current);
    place.current();
    button.current?.focus({ preventScroll: true });
  });

  const goTo = (visitId: number) => {
    takesFocus.current = true;
    setCurrentId(visitId);
  };
  useImperativeHandle(handle, () => ({
    get view() {
      return view.current;
    },
    focusMark: goTo,
  }));

  const pointOf = ({ clientX, clientY }: { clientX: number; clientY: number }) => {
    const { left, top } = host.current!.getBoundingClientRect();
    return { x: clientX - left, y: clientY - top };
  };
  const hover = (mark: Mark | null) => {
    if (mark === hovered) return;
    setHovered(mark);
    onHover(mark);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!current || event.ctrlKey || event.metaKey || event.altKey) return;
    const direction = DIRECTIONS[event.key as keyof typeof DIRECTIONS];
    const map = view.current;
    if (direction && map) {
      const others = marks.flatMap((mark) =>
        mark === current || mark.isDimmed ? [] : [{ id: mark.visit.id, ...map.pointOf(mark) }],
      );
      const next = nextMark(map.pointOf(current), others, direction);
      if (next !== null) goTo(next);
      event.preventDefault();
      return;
    }
    const at = marks.indexOf(current);
    const to = { Home: 0, End: marks.length - 1, PageUp: at - 1, PageDown: at + 1 }[event.key];
    if (to !== undefined) {
      goTo(marks[Math.min(Math.max(to, 0), marks.length - 1)]!.visit.id);
      event.preventDefault();
    } else if (event.key === '+' || event.key === '-') {
      map?.zoomBy(event.key === '+' ? 1 : -1);
      event.preventDefault();
    } else props.onKey(current.visit, roundOf(current), event);
  };
  const about = hovered && !isDragging ? visitLines(index, hovered.visit, hovered.stop) : null;
  return (
    <section aria-label="Map of the day" className="relative h-full min-w-0 overflow-hidden">
      {/* biome-ignore lint/a11y/noStaticElementInteractions: a picture; the same is reached by the button over it and in the list */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: see above */}
      <div
        ref={host}
        data-map
        className={hovered ? 'tr-map has-mark h-full w-full' : 'tr-map h-full w-full'}
        onPointerDownCapture={(event) => {
          const mark = view.current?.markAt(pointOf(event));
          if (!mark || event.button !== 0) return;
          // The map would go along.
          if (event.pointerType !== 'touch') view.current?.setPanning(false);
          props.onPress(mark.visit, roundOf(mark), event);
        }}
        onPointerUpCapture={() => {
          if (!isDragging) view.current?.setPanning(true);
        }}
        onPointerMove={(event) => {
          if (event.pointerType === 'touch' || event.buttons !== 0) return;
          hover(view.current?.markAt(pointOf(event)) ?? null);
        }}
        onPointerLeave={() => hover(null)}
        onClick={(event) => {
          if (props.wasDragged()) return;
          const point = pointOf(event);
          if (props.onPlace && view.current) {
            props.onPlace(view.current.placeAt(point));
            return;
          }
          const mark = view.current?.markAt(point);
          const round = mark ? null : view.current?.roundAt(point);
          if (mark) {
            setCurrentId(mark.visit.id);
            props.onOpen(mark.visit, roundOf(mark));
          } else if (round) props.onChoose(round.technicianId);
        }}
        onDoubleClickCapture={(event) => {
          const mark = view.current?.markAt(pointOf(event));
          if (!mark) return;
          event.stopPropagation();
          props.onOpenJob(mark.visit);
        }}
      />
      {current && (
        <button
          ref={button}
          key={current.visit.id}
          type="button"
          data-mark={current.visit.id}
          aria-pressed={current.visit.id === openId}
          aria-label={visitSaid(
            index,
            current.visit,
            current.stop,
            current.round ? current.look.label : 'Nobody yet',
          )}
          aria-keyshortcuts={current.round ? 'Enter T Delete' : 'Enter T S'}
          className="tr-map-mark"
          onClick={() => props.onOpen(current.visit, roundOf(current))}
          onKeyDown={onKeyDown}
        />
      )}
      {about && (
        <div ref={card} aria-hidden className="tr-map-card">
          {about.map((line) => (
            <div key={line}>{line}</div>
          ))}
        </div>
      )}
      {shown.base.regions.length > 1 && (
        <fieldset aria-label="Go to" className="absolute top-2 left-2 flex max-w-[70%] flex-wrap gap-1">
          {shown.base.regions.slice(0, MOST_REGIONS).map((region) => (
            <Button
              key={`${region.name} ${region.bounds.west}`}
              onClick={() => view.current?.fit(region.places, { smooth: true })}
            >
              {region.name || 'Elsewhere'}
            </Button>
          ))}
        </fieldset>
      )}
      <div className="absolute top-2 right-2 flex flex-col gap-1">
        <IconButton
          variant="secondary"
          label="Zoom in on the map"
          icon={<ZoomIn aria-hidden />}
          onClick={() => view.current?.zoomBy(1)}
        />
        <IconButton
          variant="secondary"
          label="Zoom out of the map"
          icon={<ZoomOut aria-hidden />}
          onClick={() => view.current?.zoomBy(-1)}
        />
        <IconButton
          variant="secondary"
          label="Show all of the day"
          icon={<Maximize aria-hidden />}
          onClick={() =>
            view.current?.fit(
              marks.map(({ at }) => at),
              { smooth: true },
            )
          }
        />
      </div>
    </section>
  );
}

function moveTo(el: HTMLElement, { x, y }: { x: number; y: number }): void {
  el.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
}
