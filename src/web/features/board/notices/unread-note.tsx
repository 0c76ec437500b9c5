import { useQuery } from '@tanstack/react-query';
import type { Day } from '#domain/time.ts';
import { boardQueries } from '../../../data/board.ts';
import { clock, useNow } from '../../../lib/clock.ts';
import { formatDay, formatMinutes } from '../../../lib/format.ts';
import { toldError } from '../../../lib/told-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from './notice.tsx';

/** A day that was asked for and could not be read; the board keeps showing the one before. */
export type Unread = { readonly day: Day; readonly error: unknown };

/** That the server did not answer, how old what is on screen is, and another try. */
export function UnreadNote({
  day,
  zone,
  unread,
  onRetry,
}: {
  day: Day;
  zone: string;
  unread: Unread | null;
  onRetry: () => void;
}) {
  // The board reads it; this only looks at how that went.
  const shown = useQuery({ ...boardQueries.day(day, zone), enabled: false });
  if (unread) {
    return (
      <Notice tone="warning" action={<Button onClick={onRetry}>Try again</Button>}>
        {formatDay(unread.day)} could not be read. {toldError(unread.error)} You still see {formatDay(day)},{' '}
        <LastChange atMs={shown.dataUpdatedAt} />.
      </Notice>
    );
  }
  if (!shown.error) return null;
  const again = (
    <Button busy={shown.isFetching} onClick={() => void shown.refetch()}>
      Try again
    </Button>
  );
  return (
    <Notice tone="warning" action={again}>
      The board could not be read again. {toldError(shown.error)} What you see may be old:{' '}
      <LastChange atMs={shown.dataUpdatedAt} />.
    </Notice>
  );
}

function LastChange({ atMs }: { atMs: number }) {
  useNow(1_000);
  const seconds = Math.max(0, Math.round((clock.ms() - atMs) / 1000));
  return <>last change {seconds < 120 ? `${seconds} s` : formatMinutes(seconds / 60)} ago</>;
}
