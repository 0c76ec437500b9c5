import { Suspense } from 'react';
import type { Day } from '#domain/time.ts';
import { formatDay } from '../../../lib/format.ts';
import { Button } from '../../../ui/button.tsx';
import { VisitElsewhere } from '../opened-parts.ts';
import { LookingOnlyLine } from './looking-only.tsx';
import { Notice } from './notice.tsx';
import { type Unread, UnreadNote } from './unread-note.tsx';

export type BoardNoticesProps = {
  day: Day;
  today: Day;
  zone: string;
  /** Why nothing can be moved here; undefined when it can. */
  locked: string | undefined;
  unread: Unread | null;
  /** A visit the URL names and the day does not hold. */
  missingId: number | undefined;
  /** A visit is open and holds the board on a day that is over. */
  isHeldBack: boolean;
  onRetry: () => void;
  /** To another day; `keepVisit`: with the visit that is open. */
  onGoTo: (day: Day, how?: { readonly keepVisit: boolean }) => void;
  onClose: () => void;
};

/** What the board has to say about itself, between its toolbar and its lanes. */
export function BoardNotices(props: BoardNoticesProps) {
  const { day, today, zone, locked, unread, missingId, isHeldBack, onRetry, onGoTo, onClose } = props;
  return (
    <>
      {locked && <LookingOnlyLine text={locked} />}
      <UnreadNote day={day} zone={zone} unread={unread} onRetry={onRetry} />
      {missingId !== undefined && (
        <Suspense>
          <VisitElsewhere
            key={missingId}
            visitId={missingId}
            day={day}
            zone={zone}
            onGoTo={(to) => onGoTo(to, { keepVisit: true })}
            onClose={onClose}
          />
        </Suspense>
      )}
      {isHeldBack && (
        <Notice action={<Button onClick={() => onGoTo(today)}>Go to {formatDay(today)}</Button>}>
          It is {formatDay(today)} by now. The board stays on {formatDay(day)} while a visit is open.
        </Notice>
      )}
    </>
  );
}
