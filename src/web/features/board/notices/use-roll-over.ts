import { useEffect, useRef } from 'react';
import type { Day } from '#domain/time.ts';
import { clock } from '../../../lib/clock.ts';

/** Nobody has touched the page for this long: the day may change under their eyes. */
const QUIET_MS = 5_000;
const LOOKED_AT_EVERY_MS = 1_000;

/** A dialog or menu is open, something is half typed. */
const isInTheMiddle = (): boolean => {
  const { activeElement } = document;
  const types = activeElement instanceof HTMLInputElement || activeElement instanceof HTMLTextAreaElement;
  return (
    document.querySelector('[role="dialog"], [role="alertdialog"], [role="menu"]') !== null ||
    (types && activeElement.value !== '')
  );
};

/**
 * A board without a day in its URL shows today, also after midnight in its zone: it goes on once nobody is in the
 * middle of something. @param mayRoll read when it matters: nothing in hand, nothing open, nothing being sent
 */
export function useRollOver(
  isOver: boolean,
  today: Day,
  mayRoll: () => boolean,
  roll: (to: Day) => void,
): void {
  const latest = useRef({ mayRoll, roll });
  useEffect(() => {
    latest.current = { mayRoll, roll };
  });
  useEffect(() => {
    if (!isOver) return;
    let touchedMs = clock.ms();
    const touch = () => {
      touchedMs = clock.ms();
    };
    const names = ['pointermove', 'pointerdown', 'keydown', 'wheel'] as const;
    for (const name of names) window.addEventListener(name, touch, { passive: true });
    const timer = setInterval(() => {
      if (clock.ms() - touchedMs < QUIET_MS || isInTheMiddle() || !latest.current.mayRoll()) return;
      clearInterval(timer);
      latest.current.roll(today);
    }, LOOKED_AT_EVERY_MS);
    return () => {
      clearInterval(timer);
      for (const name of names) window.removeEventListener(name, touch);
    };
  }, [isOver, today]);
}
