import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { JOB_STATUSES } from '#domain/job/job-card.ts';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { jobQueries } from '../../data/jobs.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { clock } from '../../lib/clock.ts';
import { JOB_STATUS_WORDS } from '../../lib/trade-words.ts';
import { BookingLink } from '../../parts/booking-link.tsx';
import { ListPage } from '../../parts/list-page.tsx';
import { isFiltered } from '../../parts/list-search.ts';
import { statusTotals } from '../../parts/status-totals.ts';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { useListAddress } from '../../parts/use-list-address.tsx';
import { useUndo } from '../../parts/use-undo.ts';
import { HIDDEN_AT_FIRST, jobColumns } from './job-columns.tsx';
import { JobsBulk } from './jobs-bulk.tsx';
import { filtersOf, type JobsSearch } from './jobs-search.ts';
import { JobsToolbar } from './jobs-toolbar.tsx';

/** Finding jobs (domain-rules §2, "Finding"): by any visit in a range, completed in a range, status, person, words. */
export function JobsPage({ search }: { search: JobsSearch }) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const zone = homeZone(setup, user.businessUnitIds);
  const list = useInfiniteQuery(jobQueries.list(filtersOf(search, zone)));
  const undo = useUndo();
  const columns = useMemo(() => jobColumns(setup), [setup]);
  const address = useListAddress(
    'jobs',
    search,
    HIDDEN_AT_FIRST,
    (next) => void navigate({ to: '/jobs', search: next, replace: true }),
  );
  return (
    <>
      <ListPage
        title="Jobs"
        one="job"
        list={list}
        fileName="jobs.csv"
        columns={columns}
        address={address}
        isFiltered={isFiltered(search)}
        totals={(selected) => statusTotals(JOB_STATUSES, JOB_STATUS_WORDS, selected)}
        bulkActions={(selected) => (
          <JobsBulk selected={selected} onDone={address.unselect} onUndo={undo.undo} />
        )}
        onOpen={({ id }) => void navigate({ to: '/jobs/$id', params: { id } })}
        filters={
          <JobsToolbar
            search={search}
            setup={setup}
            today={dayOf(clock.now(), zone)}
            onSearch={address.change}
          />
        }
        nothing="There are no jobs yet. Each call that is booked becomes one, with its visits, notes and invoice."
        nothingAction={<BookingLink size="form" />}
      />
      <UndoRefusedDialog error={undo.refusal} onClose={undo.dismiss} />
    </>
  );
}
