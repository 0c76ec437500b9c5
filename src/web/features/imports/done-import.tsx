import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { CalendarDays, Download } from 'lucide-react';
import type { ImportState } from '#contract/import.ts';
import type { RowFate } from '#contract/import-kinds.ts';
import { type Day, dayOf } from '#domain/time.ts';
import { importQueries, importResultUrl } from '../../data/imports.ts';
import { jobQueries } from '../../data/jobs.ts';
import { clock } from '../../lib/clock.ts';
import { formatDay } from '../../lib/format.ts';
import { madeWords } from '../../lib/import-reason-text.ts';
import { buttonClass } from '../../ui/button.tsx';
import { RowsPanel } from './rows-panel.tsx';
import { UndoImport } from './undo-import.tsx';

/** What was made, where to look at it, and every row's fate to take away. */
export function DoneImport({ state, fate }: { state: ImportState; fate: RowFate | undefined }) {
  const { main, rest } = madeWords(state.made);
  const days = useDaysToShow(state);
  const zone = state.mapping?.timeZone ?? clock.zone();
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1">
          {main ? (
            <>
              Made: <b className="font-semibold">{main}</b>.{' '}
              {rest && <span className="text-muted">Added to the lists: {rest}.</span>}
            </>
          ) : state.fates.update > 0 ? (
            'Nothing new was made.'
          ) : (
            'Nothing was made: every row was already here or left out.'
          )}
          {state.fates.update > 0 && ` ${state.fates.update.toLocaleString('en-US')} changed.`}
        </p>
        <UndoImport state={state} />
        <a href={importResultUrl(state.id)} download className={buttonClass('secondary', 'form')}>
          <Download aria-hidden />
          Result file
        </a>
        {days.map((day, index) => (
          <Link
            key={day}
            to="/board"
            search={{ day, tz: zone }}
            className={buttonClass(index === 0 ? 'primary' : 'secondary', 'form')}
          >
            <CalendarDays aria-hidden />
            Board of {formatDay(day, { year: true })}
          </Link>
        ))}
      </div>
      <RowsPanel state={state} fate={fate} />
    </>
  );
}

/** The day it was imported as of, where the open work stands, and the day of the first visit. */
function useDaysToShow({ id, mapping, createdOn }: ImportState): Day[] {
  const { data: rows } = useInfiniteQuery(importQueries.rows(id));
  const firstJob = rows?.pages[0]?.items.find(({ jobId }) => jobId !== null)?.jobId ?? null;
  const { data: card } = useQuery({ ...jobQueries.detail(firstJob ?? 0), enabled: firstJob !== null });
  if (!mapping) return [];
  const first = card?.appointments[0]?.start;
  const days = [
    // Left out, the moment of the check was taken: that is no day anybody asked for.
    ...(mapping.asOf && mapping.asOf < createdOn ? [dayOf(mapping.asOf, mapping.timeZone)] : []),
    ...(first ? [dayOf(first, mapping.timeZone)] : []),
  ];
  return [...new Set(days)];
}
