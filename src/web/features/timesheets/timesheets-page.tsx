import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import type { TimesheetEntry } from '#contract/timesheet.ts';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { timesheetQueries } from '../../data/timesheets.ts';
import { clock } from '../../lib/clock.ts';
import { formatMinutes } from '../../lib/format.ts';
import { DayRangeChip } from '../../parts/day-range-chip.tsx';
import { OneOf, optionsOf, SomeOf } from '../../parts/list-filters.tsx';
import { RecordList } from '../../parts/record-list.tsx';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HIDDEN_AT_FIRST, timesheetColumns } from './timesheet-columns.tsx';
import { filtersOf, type TimesheetsSearch } from './timesheets-search.ts';

/** What technicians travelled and worked, by visit and day, from what was stamped; the rows selected add up below. */
export function TimesheetsPage({ search }: { search: TimesheetsSearch }) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const zone = homeZone(setup, user.businessUnitIds);
  const today = dayOf(clock.now(), zone);
  const list = useInfiniteQuery(timesheetQueries.list(filtersOf(search, today)));
  const columns = useMemo(() => timesheetColumns(setup, zone), [setup, zone]);
  const { table, views, change } = useListAddress(
    'timesheets',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/timesheets', search: next, replace: true }),
  );
  return (
    <RecordList
      title="Timesheets"
      list={list}
      fileName="timesheets.csv"
      columns={columns}
      {...table}
      totals={minutesOf}
      onOpen={({ jobId, appointmentId }) =>
        void navigate({ to: '/jobs/$id', params: { id: jobId }, search: { visit: appointmentId } })
      }
      toolbar={
        <>
          <DayRangeChip
            label="Days"
            looks="back"
            none="Last 7 days"
            today={today}
            first={search.day}
            last={search.until}
            onChange={(day, until) => change({ day, until })}
          />
          <OneOf
            label="Technician"
            options={optionsOf(setup.technicians)}
            value={search.technician}
            onChange={(technician) => change({ technician })}
          />
          <SomeOf
            label="Business unit"
            options={optionsOf(setup.businessUnits)}
            value={search.bu}
            onChange={(bu) => change({ bu })}
          />
          {views}
        </>
      }
      empty={
        <EmptyState text="Nobody was on the way or at work on these days. Dispatched, arrived and left, as marked on a visit, make the times here." />
      }
    />
  );
}

/** "2 h 10 travel · 7 h 30 work" of the rows selected. */
function minutesOf(selected: readonly TimesheetEntry[]): string {
  const sum = (of: (entry: TimesheetEntry) => number) =>
    formatMinutes(selected.reduce((total, entry) => total + of(entry), 0));
  return `${sum(({ travelMinutes }) => travelMinutes)} travel · ${sum(({ workMinutes }) => workMinutes)} work`;
}
