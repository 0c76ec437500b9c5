import { type RefObject, useEffect, useMemo } from 'react';
import type { PresentPage } from '#contract/presence.ts';
import type { Day } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { useLiveState } from '../../data/live/live-state.ts';
import { usePresentPages } from '../../data/live/presence-state.ts';
import { PAGE, tellPresence } from '../../data/presence.ts';
import { initialsOf } from '../../lib/initials.ts';
import { toast } from '../../ui/toast-store.ts';
import type { AppointmentId, Theirs } from './grid/types.ts';
import type { GridHandle } from './grid-host.tsx';
import { useMoverMarks } from './use-mover-marks.ts';

export type PresenceHands = {
  /** The visit in hand; null: none. */
  onDragChange: (visitId: AppointmentId | null) => void;
  onTheirs: (sentence: string) => void;
};

/**
 * Tells the colleagues that this day is looked at and what is in hand, and marks on the lanes what they have in hand.
 * Only what nobody else holds can be lifted; if two lift at once, the server lets one have it and the other's goes back.
 * Read once the board is at rest: it shows nothing by itself.
 */
export function BoardPresence({
  day,
  handle,
  lanes,
  onHands,
}: {
  day: Day;
  handle: RefObject<GridHandle | null>;
  lanes: unknown;
  /** What the grid tells from now on; null: nobody listens any more. */
  onHands: RefObject<PresenceHands | null>;
}) {
  const me = useCurrentUser().id;
  const pages = usePresentPages();
  useMoverMarks(handle, me);
  useEffect(() => {
    const telling = tellPresence(day, (_visit, by) => {
      handle.current?.grid.letGo();
      notLifted(by ? movingSentence(by, me) : 'Somebody else is moving this.');
    });
    onHands.current = {
      onDragChange: (visitId) => telling.hold(visitId === null ? null : Number(visitId)),
      onTheirs: notLifted,
    };
    return () => {
      onHands.current = null;
      telling.stop();
    };
  }, [day, handle, me, onHands]);

  // Cut off, nobody here hears that something was put down: what was told last must not hold anybody back.
  const isLive = useLiveState().status === 'live';
  const theirs = useMemo(() => (isLive ? theirsOf(pages, me) : NOBODY), [pages, me, isLive]);
  // A grid that has just been made knows of nobody yet, and the lanes come with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => handle.current?.grid.setTheirs(theirs), [theirs, handle, lanes]);

  return null;
}

const NOBODY: ReadonlyMap<AppointmentId, Theirs> = new Map();

const notLifted = (sentence: string) => toast({ title: 'Not moved', body: sentence });

const movingSentence = ({ userId, name }: PresentPage, me: number): string =>
  userId === me
    ? 'You are moving this in another window.'
    : `${name} is moving this. It is free again once it is put down.`;

/** Which visits are in whose hand, this page's own aside. */
export function theirsOf(pages: readonly PresentPage[], me: number): ReadonlyMap<AppointmentId, Theirs> {
  return new Map(
    pages.flatMap((one) =>
      one.hand === null || one.page === PAGE
        ? []
        : [[one.hand, { initials: initialsOf(one.name), sentence: movingSentence(one, me) }] as const],
    ),
  );
}
