import { type PointerEvent as ReactPointerEvent, useCallback, useEffect, useRef, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { onLongPress } from '../grid/long-press.ts';

/** Where the visit in hand is: over a technician's row or round, over the tray, or over nothing that takes it. */
export type Target = { readonly technicianId: number } | 'tray' | null;
export type InHand = {
  readonly visit: AppointmentView;
  /** Whose round it was taken from. */
  readonly from: number | null;
  readonly x: number;
  readonly y: number;
  readonly target: Target;
};

/** The same as on the lanes, so that clicks stay clicks. */
const THRESHOLD_PX = 4;

export type MapDragHands = {
  /** What is under a client position. */
  readonly targetAt: (x: number, y: number) => Target;
  /** Why it cannot be lifted, said by whoever answers; null when it can. */
  readonly refusal: (visit: AppointmentView) => string | null;
  readonly onRefused: (sentence: string) => void;
  readonly onDrop: (hand: InHand) => void;
  readonly onChange: (visit: AppointmentView | null) => void;
};

/** A visit from the map, its list or the tray in hand: pressed, pulled, let go or given up by Escape. */
export function useMapDrag(hands: MapDragHands) {
  const [inHand, setInHand] = useState<InHand | null>(null);
  const latest = useRef(hands);
  useEffect(() => {
    latest.current = hands;
  });
  const pressed = useRef<{ visit: AppointmentView; from: number | null; x: number; y: number } | null>(null);
  const held = useRef<InHand | null>(null);
  const dragged = useRef(false);
  const show = useCallback((next: InHand | null) => {
    const before = held.current;
    held.current = next;
    setInHand(next);
    if ((before?.visit.id ?? null) !== (next?.visit.id ?? null)) latest.current.onChange(next?.visit ?? null);
  }, []);

  const begin = useCallback(
    (visit: AppointmentView, from: number | null, { clientX: x, clientY: y }: PointerEvent) => {
      pressed.current = null;
      const refusal = latest.current.refusal(visit);
      if (refusal !== null) {
        latest.current.onRefused(refusal);
        return;
      }
      dragged.current = true;
      show({ visit, from, x, y, target: latest.current.targetAt(x, y) });
    },
    [show],
  );

  /** A pointer went down on a visit. A finger lifts it once it rests, or a swipe would. */
  const press = useCallback(
    (visit: AppointmentView, from: number | null, event: ReactPointerEvent | PointerEvent) => {
      dragged.current = false;
      if (event.button !== 0) return;
      const native = 'nativeEvent' in event ? event.nativeEvent : event;
      if (event.pointerType === 'touch') onLongPress(native, () => begin(visit, from, native));
      else pressed.current = { visit, from, x: event.clientX, y: event.clientY };
    },
    [begin],
  );

  useEffect(() => {
    const move = (event: PointerEvent) => {
      const { clientX: x, clientY: y } = event;
      const start = pressed.current;
      if (start && Math.hypot(x - start.x, y - start.y) >= THRESHOLD_PX)
        begin(start.visit, start.from, event);
      else if (held.current) show({ ...held.current, x, y, target: latest.current.targetAt(x, y) });
    };
    const up = ({ clientX: x, clientY: y }: PointerEvent) => {
      pressed.current = null;
      const hand = held.current;
      if (!hand) return;
      show(null);
      latest.current.onDrop({ ...hand, x, y, target: latest.current.targetAt(x, y) });
    };
    const giveUp = () => {
      pressed.current = null;
      if (held.current) show(null);
    };
    const key = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || !held.current) return;
      event.preventDefault();
      event.stopPropagation();
      giveUp();
    };
    window.addEventListener('pointermove', move);
    window.addEventListener('pointerup', up);
    window.addEventListener('pointercancel', giveUp);
    window.addEventListener('blur', giveUp);
    window.addEventListener('keydown', key, true);
    return () => {
      window.removeEventListener('pointermove', move);
      window.removeEventListener('pointerup', up);
      window.removeEventListener('pointercancel', giveUp);
      window.removeEventListener('blur', giveUp);
      window.removeEventListener('keydown', key, true);
    };
  }, [begin, show]);

  /** The click that follows a drag is none. */
  const wasDragged = useCallback(() => dragged.current, []);
  const isInHand = useCallback(() => held.current !== null, []);
  const letGo = useCallback(() => show(null), [show]);
  return { inHand, press, begin, wasDragged, isInHand, letGo };
}
