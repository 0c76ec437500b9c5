import { useCurrentUser } from '../../../data/current-user.ts';
import { mayCall } from '../../../lib/session.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { BookingLinkLater } from '../booking-link-later.tsx';
import type { TrayTab } from './tray-items.ts';

const EMPTY: Readonly<Record<TrayTab, string>> = {
  unassigned: 'Everything on this day has a technician.',
  holding: 'Nothing is parked in a holding lane.',
  hold: 'Nothing is on hold.',
  late: 'Nobody is late.',
  unconfirmed: 'Every customer has confirmed.',
  canceled: 'Nothing was canceled on this day.',
};

export type EmptyTrayProps = {
  tab: TrayTab;
  query: string;
  counts: Readonly<Record<TrayTab, number>>;
  /** Nothing is on this day at all, as far as the filters show. */
  isEmptyDay: boolean;
  /** There is a holding lane to park in. */
  hasLanes: boolean;
  /** Nothing moves here. */
  isLocked: boolean;
  onTabChange: (tab: TrayTab) => void;
};

/** That nothing waits here, and what could be done next. */
export function EmptyTray(props: EmptyTrayProps) {
  const { tab, query, counts, isEmptyDay, hasLanes, isLocked, onTabChange } = props;
  const user = useCurrentUser();
  if (query !== '') return <EmptyState text={`Nothing here for “${query}”.`} />;
  if (isEmptyDay) {
    return (
      <EmptyState
        text="Nothing is booked on this day. What is booked without a technician waits here."
        action={<BookingLinkLater />}
      />
    );
  }
  const next = NEXT.find((one) => one !== tab && counts[one] > 0);
  return (
    <EmptyState
      text={[
        EMPTY[tab],
        ...(tab === 'holding'
          ? [LANES_ARE_FOR, parkingWay(hasLanes, !isLocked && mayCall(user, 'appointments.park'))]
          : []),
      ]
        .filter(Boolean)
        .join(' ')}
      action={next && <Button onClick={() => onTabChange(next)}>{NEXT_WORDS[next](counts[next])}</Button>}
    />
  );
}

const LANES_ARE_FOR =
  'A holding lane keeps a visit at a time that is nobody’s: for later today, or until a part is here.';

/** How a visit gets there, for who may park one. */
function parkingWay(hasLanes: boolean, mayPark: boolean): string {
  if (!hasLanes) return 'There is none yet: they are made in Settings, Holding lanes.';
  return mayPark ? 'P on a visit parks it, or drag it into a lane below the technicians.' : '';
}

/** What asks for somebody, most urgent first. */
const NEXT = ['late', 'unassigned', 'unconfirmed', 'hold'] as const;
const NEXT_WORDS: Readonly<Record<(typeof NEXT)[number], (count: number) => string>> = {
  late: (count) => `${count} late`,
  unassigned: (count) => `${count} without a technician`,
  unconfirmed: (count) => `${count} not confirmed`,
  hold: (count) => `${count} on hold`,
};
