import { type RefObject, useEffect } from 'react';
import { onChange } from '../../data/live/start-live.ts';
import { barIdOf } from './day/bars.ts';
import type { GridHandle } from './grid-host.tsx';

const initialsOf = (name: string): string =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word[0]!.toUpperCase())
    .slice(0, 2)
    .join('');

/** "AR" for two seconds on a bar that somebody else moved; nothing animates because data arrived (ui.md). */
export function useMoverMarks(handle: RefObject<GridHandle | null>, myId: number): void {
  useEffect(
    () =>
      onChange((event) => {
        if (event.kind !== 'appointment' || event.actorId === myId || !handle.current) return;
        const { id, assignments } = event.record;
        for (const { technicianId } of assignments) {
          handle.current.grid.markMover(barIdOf(id, technicianId), initialsOf(event.actorName));
        }
      }),
    [handle, myId],
  );
}
