import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Day } from '#domain/time.ts';
import { historyQueries } from '../../../data/history.ts';
import { problemOf } from '../../../lib/api.ts';
import { clock } from '../../../lib/clock.ts';
import { formatDay, formatTime } from '../../../lib/format.ts';
import { toldError } from '../../../lib/told-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Notice } from './notice.tsx';
import { whereaboutsOf } from './whereabouts.ts';

/** For a visit the URL names and the day does not hold: on which day it is, or that there is none. */
export function VisitElsewhere({
  visitId,
  day,
  zone,
  onGoTo,
  onClose,
}: {
  visitId: number;
  day: Day;
  zone: string;
  onGoTo: (day: Day) => void;
  onClose: () => void;
}) {
  // The only reading that finds a visit by its id alone; "as it stood" now is as it stands.
  const [asked] = useState(clock.now);
  const { data, error, refetch } = useQuery(historyQueries.at('appointment', visitId, asked));
  const isUnknown = problemOf(error)?.code === 'record.not_found';
  if (error && !isUnknown) {
    return (
      <Notice tone="warning" action={<Button onClick={() => void refetch()}>Look again</Button>}>
        The visit of this link could not be looked up. {toldError(error)}
      </Notice>
    );
  }
  if (!data && !isUnknown) return null;
  const found = whereaboutsOf(data ?? null, day, zone);
  if (!found) return null;
  if (found.kind === 'elsewhere') {
    return (
      <Notice action={<Button onClick={() => onGoTo(found.day)}>Go to that day</Button>}>
        This visit is on {formatDay(found.day, { today: day })}, {formatTime(found.start, zone)}.
      </Notice>
    );
  }
  return (
    <Notice tone="warning" action={<Button onClick={onClose}>Close</Button>}>
      {found.kind === 'deleted'
        ? 'This visit was deleted.'
        : 'There is no such visit, or it belongs to another business unit.'}
    </Notice>
  );
}
