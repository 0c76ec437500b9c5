import { type RefObject, useEffect } from 'react';
import { onChange } from '../../data/live/live.ts';
import { initialsOf } from '../../lib/initials.ts';
import { barIdOf } from './day/bars.ts';
import type { GridHandle } from './grid-host.tsx';

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
