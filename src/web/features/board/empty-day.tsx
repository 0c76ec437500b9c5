import type { Day } from '#domain/time.ts';
import { addDays } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { formatDay } from '../../lib/format.ts';
import { mayCall } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';
import { BookingLinkLater } from './booking-link-later.tsx';
import { SetUpLink } from './set-up-link.tsx';

/** Over lanes that have nothing to show: that it is so, and what one does next. */
export function EmptyDay({
  day,
  isWeek,
  isNobodyOn,
  isFiltered,
  onGoTo,
}: {
  day: Day;
  /** It begins the week that is shown. */
  isWeek: boolean;
  /** No shift on this day, of nobody shown. */
  isNobodyOn: boolean;
  isFiltered: boolean;
  onGoTo: (day: Day) => void;
}) {
  const mayBook = mayCall(useCurrentUser(), 'jobs.book');
  const next = addDays(day, isWeek ? 7 : 1);
  const when = isWeek ? 'in this week' : `on ${formatDay(day)}`;
  const whose = isFiltered ? ' for the technicians shown' : '';
  return (
    <div
      data-print="hide"
      className="pointer-events-none absolute inset-x-0 bottom-8 mx-auto flex w-fit items-center gap-3 rounded-md border border-line bg-raised px-3 py-1.5 text-muted shadow-overlay [&>*]:pointer-events-auto"
    >
      <p>
        {isNobodyOn
          ? `Nobody is on shift and nothing is booked${whose} ${when}.`
          : `Nothing is booked${whose} ${when}.`}
      </p>
      {mayBook && !isNobodyOn ? (
        <BookingLinkLater variant="secondary" />
      ) : (
        <Button onClick={() => onGoTo(next)}>
          {isWeek ? 'Show the next week' : `Show ${formatDay(next)}`}
        </Button>
      )}
      {isNobodyOn && <SetUpLink list="shifts" text="Set working hours" />}
    </div>
  );
}
