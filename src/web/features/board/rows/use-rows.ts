import { useMemo, useRef } from 'react';
import type { Instant } from '#domain/time.ts';
import type { BoardSearch } from '../board-search.ts';
import type { DayIndex, Lane } from '../day/day-index.ts';
import type { GridLane } from '../day/grid-sync.ts';
import { ROWS_CODE } from '../opened-parts.ts';

/**
 * The lanes in the order and the groups asked for, and those of them that are open. The order is that of the moment it
 * was asked for: by load it would change with every drop, and rows must not jump because data arrived.
 */
export function useRows(
  index: DayIndex,
  lanes: readonly Lane[],
  { group, order }: Pick<BoardSearch, 'group' | 'order'>,
  shut: readonly string[] | undefined,
  now: Instant,
) {
  const code = group || order ? ROWS_CODE.get() : null;
  const kept = useRef<{ readonly key: string; readonly ids: readonly number[] } | null>(null);
  const { start, end } = index.day;
  const ordered = useMemo(() => {
    if (!code || !order) return lanes;
    const byId = new Map(lanes.map((lane) => [lane.technician.id, lane]));
    const key = `${order} ${start} ${end} ${[...byId.keys()].join(' ')}`;
    if (kept.current?.key !== key)
      kept.current = { key, ids: code.orderOf(lanes, order, now > start && now < end ? now : start) };
    return kept.current.ids.flatMap((id) => byId.get(id) ?? []);
  }, [code, order, lanes, start, end, now]);
  const groups = useMemo(
    () => (code && group ? code.groupsOf(ordered, index, group) : null),
    [code, group, ordered, index],
  );
  const open = useMemo(
    () => groups?.flatMap((one) => (shut?.includes(one.key) ? [] : one.lanes)) ?? ordered,
    [groups, ordered, shut],
  );
  return { code, groups, open };
}

/** What the grid draws of the open lanes, with the heads of their groups. */
export function useHeads(
  { code, groups }: ReturnType<typeof useRows>,
  drawn: readonly GridLane[],
  index: DayIndex,
  shut: readonly string[] | undefined,
  now: Instant,
): readonly GridLane[] {
  const before = useRef<readonly GridLane[]>([]);
  return useMemo(() => {
    if (!code || !groups) return drawn;
    before.current = code.withHeads(groups, drawn, index, now, shut ?? [], before.current);
    return before.current;
  }, [code, groups, drawn, index, now, shut]);
}
