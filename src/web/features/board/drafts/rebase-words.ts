/** A draft's move in words: what it does, and what others did meanwhile. */
import type { AppointmentView } from '#contract/job.ts';
import { crewIds, laneOf } from '#domain/schedule/drafts/draft-move.ts';
import type { Day } from '#domain/time.ts';
import { dayOf } from '#domain/time.ts';
import { formatDay, formatTimeRange } from '../../../lib/format.ts';
import { labelOf } from '../arrange/check-moves.ts';
import type { ShownMove } from './fold-draft-day.ts';

export type Named = {
  readonly zone: string;
  readonly technicianName: (id: number) => string;
  readonly laneName: (id: number) => string;
};

const who = (ids: readonly number[], { technicianName }: Named): string =>
  ids.length === 0 ? 'nobody' : ids.map(technicianName).join(' and ');

/** "#1042 Lopez"; the number alone once the visit is gone. */
export const moveLabel = ({ move, live }: ShownMove): string => (live ? labelOf(live) : `#${move.jobNumber}`);

function timesSaid({ start, end }: Pick<AppointmentView, 'start' | 'end'>, zone: string, on?: Day): string {
  const day = dayOf(start, zone);
  return `${on && on !== day ? `${formatDay(day)} ` : ''}${formatTimeRange(start, end, zone)}`;
}

/** "10:00–11:00 → 13:00–14:00, Sam → Kim". */
export function planSaid({ move, sent, live }: ShownMove, named: Named): string {
  const { zone } = named;
  const from = move.time?.from ?? live;
  const on = from && dayOf(from.start, zone);
  const time = move.time && `${timesSaid(move.time.from, zone)} → ${timesSaid(move.time.to, zone, on)}`;
  const crew = sent && live ? { from: crewIds(live), to: crewAfter(live, sent) } : move.crew;
  const changes = laneSaid(move, crew, named);
  return [time || (live && timesSaid(live, zone)), changes].filter(Boolean).join(', ');
}

type Crew = { readonly from: readonly number[]; readonly to: readonly number[] };

/** "Sam → Kim"; of a holding lane it says which: "Sam → Later today", "Later today → the tray". */
function laneSaid({ crew, lane }: ShownMove['move'], now: Crew | null, named: Named): string | null {
  if (lane == null) return now && crew !== null ? `${who(now.from, named)} → ${who(now.to, named)}` : null;
  const stands = (people: readonly number[], id: number | null) =>
    id !== null ? named.laneName(id) : people.length > 0 ? who(people, named) : 'the tray';
  return `${stands(crew?.from ?? [], lane.from)} → ${stands(crew?.to ?? [], lane.to)}`;
}

const crewAfter = (
  live: AppointmentView,
  { technicians }: NonNullable<ShownMove['sent']>,
): readonly number[] => {
  const named = technicians.flatMap(({ from, to }) => [from, to]);
  const kept = crewIds(live).filter((id) => !named.includes(id));
  return [...kept, ...technicians.flatMap(({ to }) => (to === null ? [] : [to]))];
};

/** What happened meanwhile; null for a move that fits. */
export function happenedSaid({ now, live }: ShownMove, named: Named): string | null {
  switch (now.kind) {
    case 'gone':
      return 'It is not on this day any more: deleted, or moved to another day.';
    case 'canceled':
      return 'The job was canceled.';
    case 'begun':
      return 'Somebody is at work there, or was.';
    case 'moved': {
      const standing = live ? laneOf(live) : null;
      const given = () =>
        standing !== null
          ? `parked in ${named.laneName(standing)}`
          : now.crew
            ? `given to ${who(crewIds(live!), named)}`
            : 'taken out of its lane';
      const to = live && [
        ...(now.time ? [`moved to ${timesSaid(live, named.zone)}`] : []),
        ...(now.crew || now.lane ? [given()] : []),
      ];
      return `Meanwhile ${to?.join(' and ')}.`;
    }
    default:
      return null;
  }
}
