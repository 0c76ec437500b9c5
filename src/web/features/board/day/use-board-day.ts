import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo, useRef } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import type { Day, Instant } from '#domain/time.ts';
import { boardQueries } from '../../../data/board.ts';
import { foldMove, usePendingMoves } from '../../../data/pending-moves.ts';
import { setupQueries } from '../../../data/setup.ts';
import { useOpenDraft } from '../drafts/draft-context.ts';
import type { GridBar, GridTechnician } from '../grid/types.ts';
import { barsOf } from './bars.ts';
import { type DayIndex, indexDay, type Lane } from './day-index.ts';
import type { GridLane } from './grid-sync.ts';
import { headOf, sameHead } from './lane-heads.ts';

/** The day, or the week it begins, with every move that is not answered yet, by technician. */
export function useBoardDay(day: Day, timeZone: string, isWeek: boolean, at?: Instant): DayIndex {
  const { data } = useSuspenseQuery(
    at ? boardQueries.dayAt(day, timeZone, at) : boardQueries.of({ day, timeZone, isWeek }),
  );
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const pending = usePendingMoves();
  const fold = useOpenDraft()?.fold;
  const board = useMemo(() => {
    // What is being moved now was not then.
    const live = at ? data : pending.reduce(foldMove, data);
    return fold && !at ? fold(live) : live;
  }, [at, pending, data, fold]);
  // A cache: what is not touched is the same object as in the index before.
  const before = useRef<DayIndex | null>(null);
  return useMemo(() => {
    before.current = indexDay(before.current, board, setup);
    return before.current;
  }, [board, setup]);
}

type Drawn = {
  readonly setup: DayIndex['setup'];
  readonly travel: DayIndex['travel'];
  readonly now: Instant;
  readonly isDimmed: (visit: AppointmentView) => boolean;
  readonly head: GridTechnician;
  readonly bars: readonly GridBar[];
};

/** What the grid shows of the lanes; a lane nobody touched gives the same bars until the minute or the search changes. */
export function useGridLanes(
  index: DayIndex,
  lanes: readonly Lane[],
  now: Instant,
  isDimmed: (visit: AppointmentView) => boolean,
): readonly GridLane[] {
  const drawn = useRef(new WeakMap<Lane, Drawn>());
  return useMemo(
    () =>
      lanes.map((lane): GridLane => {
        const known = drawn.current.get(lane);
        const isSame = known?.setup === index.setup && known.travel === index.travel;
        if (isSame && known?.now === now && known.isDimmed === isDimmed) return known;
        const head = headOf(lane, index, now);
        const fresh: Drawn = {
          setup: index.setup,
          travel: index.travel,
          now,
          isDimmed,
          head: known && sameHead(known.head, head) ? known.head : head,
          bars: barsOf(lane, { index, now, isDimmed }),
        };
        drawn.current.set(lane, fresh);
        return fresh;
      }),
    [index, lanes, now, isDimmed],
  );
}
