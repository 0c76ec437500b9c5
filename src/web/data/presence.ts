/** Says who looks at the board and what is in hand, and keeps what is answered. */
import type { PresentPage } from '#contract/presence.ts';
import { SAYS_EVERY_S } from '#domain/presence.ts';
import type { Day } from '#domain/time.ts';
import { api } from '../lib/api.ts';
import { setPresent } from './live/presence-state.ts';

/** This page, as long as it is open. */
export const PAGE = crypto.randomUUID();

export type PresenceTeller = {
  /** What is in hand from now on; null: nothing. */
  hold(visitId: number | null): void;
  /** The board is left. */
  stop(): void;
};

/** From one day to the next the page leaves and comes: the leaving, overtaken, would be the last word. */
const LEAVES_AFTER_MS = 500;
let leaving: ReturnType<typeof setTimeout> | undefined;

/**
 * Tells of this page until stopped. What goes wrong is nobody's trouble: the next word comes in seconds, and what is
 * not repeated is forgotten by the server.
 * @param onTaken the visit just lifted is in somebody else's hand
 */
export function tellPresence(
  day: Day,
  onTaken: (visitId: number, by: PresentPage | undefined) => void,
): PresenceTeller {
  let hand: number | null = null;
  let isOver = false;
  /** Answers may overtake each other; only the latest word counts. */
  let words = 0;

  async function say(): Promise<void> {
    const word = ++words;
    const lifted = hand;
    try {
      const { pages } = await api.call('presence.say', {
        query: { page: PAGE, ...(!isOver && { day }), ...(lifted !== null && { hand: String(lifted) }) },
        background: true,
      });
      if (word !== words) return;
      setPresent(isOver ? [] : pages);
      if (lifted === null || pages.some(({ page, hand: held }) => page === PAGE && held === lifted)) return;
      hand = null;
      onTaken(
        lifted,
        pages.find((one) => one.hand === lifted),
      );
    } catch {
      // Unreachable: the mark in the bar says so, and nobody sees whom they would see.
    }
  }

  clearTimeout(leaving);
  const timer = setInterval(() => void say(), (SAYS_EVERY_S * 1000) / 2);
  void say();
  return {
    hold(visitId) {
      if (visitId === hand) return;
      hand = visitId;
      void say();
    },
    stop() {
      clearInterval(timer);
      isOver = true;
      hand = null;
      leaving = setTimeout(() => void say(), LEAVES_AFTER_MS);
    },
  };
}
