import { useQueries, useQuery } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { useState } from 'react';
import type { HistoryKind } from '#contract/history-kinds.ts';
import type { JobCardView } from '#contract/job.ts';
import type { Instant } from '#domain/time.ts';
import { historyQueries } from '../../data/history.ts';
import { fieldWord } from '../../lib/field-words.ts';
import { formatDayTime, zoneName } from '../../lib/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { useValueWording } from '../../parts/use-value-wording.ts';
import { valueText } from '../../parts/value-text.ts';
import { WallTimeField } from '../../parts/wall-time-field.tsx';
import { Button } from '../../ui/button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { beforeLastChange } from './before-last-change.ts';

export type AsItStoodProps = {
  card: JobCardView;
  /** In the URL, so that "look at this" can be sent to somebody. */
  at: Instant | undefined;
  now: Instant;
  onAt: (at: Instant | undefined) => void;
};

const JOB_FIELDS = [
  'status',
  'summary',
  'jobTypeId',
  'businessUnitId',
  'priority',
  'campaignId',
  'customerPo',
  'tagIds',
  'hold',
  'canceled',
  'completedOn',
  'customFields',
] as const;
const VISIT_FIELDS = [
  'status',
  'start',
  'end',
  'windowStart',
  'windowEnd',
  'technicians',
  'holdingLaneId',
  'isConfirmed',
  'hold',
  'specialInstructions',
  'externalKey',
] as const;

/** The job and its visits at a past minute, at first before the last change; what has changed since is marked. */
export function AsItStood({ card, at: asked, now, onAt }: AsItStoodProps) {
  const zone = card.job.timeZone;
  const histories = useQueries({
    queries: [
      historyQueries.of('job', card.job.id),
      ...card.appointments.map(({ id }) => historyQueries.of('appointment', id)),
    ],
    combine: (results) => ({
      isPending: results.some(({ isPending }) => isPending),
      failed: results.find(({ error, data }) => error && !data),
      entries: results.map(({ data }) => data?.entries ?? []),
    }),
  });
  // Emptied by hand it stays empty: what is typed next must not be overwritten.
  const [isEmptied, setIsEmptied] = useState(false);
  const proposed = isEmptied ? null : beforeLastChange(histories.entries);
  const at = asked ?? proposed ?? undefined;
  return (
    <div className="flex flex-col gap-3 pt-2 pb-4">
      <div className="flex flex-wrap items-end gap-2">
        <WallTimeField
          label={`As it stood at (${zoneName(at ?? now, zone)})`}
          className="flex-1"
          value={at ?? null}
          zone={zone}
          onValueChange={(next) => {
            setIsEmptied(next === null);
            onAt(next ?? undefined);
          }}
        />
        {(asked || isEmptied) && (
          <Button
            size="form"
            onClick={() => {
              setIsEmptied(false);
              onAt(undefined);
            }}
          >
            Last change
          </Button>
        )}
      </div>
      {at ? (
        <>
          <Past
            kind="job"
            id={card.job.id}
            title={`Job ${card.job.number}`}
            fields={JOB_FIELDS}
            at={at}
            zone={zone}
          />
          {card.appointments.map(({ id, number }) => (
            <Past
              key={id}
              kind="appointment"
              id={id}
              title={`Visit ${number}`}
              fields={VISIT_FIELDS}
              at={at}
              zone={zone}
            />
          ))}
        </>
      ) : histories.failed ? (
        <ProblemNote error={histories.failed.error} onRetry={() => void histories.failed?.refetch()} />
      ) : histories.isPending ? (
        <SkeletonRows rows={3} label="Loading" />
      ) : (
        <p className="text-muted">
          {isEmptied
            ? 'Choose a minute to see what stood here then.'
            : 'Nothing has changed since it was booked.'}
        </p>
      )}
    </div>
  );
}

type PastProps = {
  kind: HistoryKind;
  id: number;
  title: string;
  fields: readonly string[];
  at: Instant;
  zone: string;
};

function Past({ kind, id, title, fields, at, zone }: PastProps) {
  const wording = useValueWording(zone);
  const past = useQuery(historyQueries.at(kind, id, at));
  const history = useQuery(historyQueries.of(kind, id));
  if (past.error) return <ProblemNote error={past.error} onRetry={() => void past.refetch()} />;
  if (!past.data) return <SkeletonRows rows={3} label="Loading" />;
  const { record } = past.data;
  const changedSince = new Set(
    history.data?.entries
      .filter((entry) => entry.at > at)
      .flatMap(({ changes }) => changes.map(({ field }) => field)),
  );
  return (
    <section aria-label={`${title} at ${formatDayTime(at, zone)}`}>
      <h3 className="text-xs font-semibold text-muted">{title}</h3>
      {record === null ? (
        <p className="text-muted">It did not exist yet.</p>
      ) : (
        <dl className="mt-1 grid grid-cols-[max-content_1fr] gap-x-3 gap-y-0.5">
          {fields
            .filter((field) => field in record)
            .map((field) => (
              <div key={field} className="contents">
                <dt className="text-xs leading-5 text-muted">{fieldWord(field)}</dt>
                <dd className={clsx('m-0 min-w-0 break-words', changedSince.has(field) && 'font-semibold')}>
                  {valueText(field, record[field], wording)}
                  {changedSince.has(field) && (
                    <span className="font-normal text-warning"> changed since</span>
                  )}
                </dd>
              </div>
            ))}
        </dl>
      )}
    </section>
  );
}
