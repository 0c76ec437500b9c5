import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { JobSummary } from '#contract/job.ts';
import { JOB_STATUSES } from '#domain/job/job-card.ts';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { clock } from '../../lib/clock.ts';
import { JOB_STATUS_WORDS } from '../../lib/trade-words.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { saveTextFile } from '../../parts/text-file.ts';
import { useAllPages } from '../../parts/use-all-pages.ts';
import { Button, buttonClass } from '../../ui/button.tsx';
import { csvOf } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { HIDDEN_AT_FIRST, jobColumns } from './job-columns.tsx';
import { jobListQuery } from './job-list-query.ts';
import { filtersOf, isFiltered, type JobsSearch, sortOf, sortText } from './jobs-search.ts';
import { JobsToolbar } from './jobs-toolbar.tsx';

const NO_ROWS: never[] = [];

/** Finding jobs (domain-rules §2, "Finding"): by any visit in a range, completed in a range, status, person, words. */
export function JobsPage({ search }: { search: JobsSearch }) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const zone = homeZone(setup, user.businessUnitIds);
  const list = useInfiniteQuery(jobListQuery(filtersOf(search, zone)));
  const sort = sortOf(search.sort);
  const all = useAllPages(list, sort !== null);
  const [hidden, setHidden] = useState<readonly string[]>(HIDDEN_AT_FIRST);
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  const columns = useMemo(() => jobColumns(setup), [setup]);
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? NO_ROWS, [list.data]);
  const go = (changes: Partial<JobsSearch>) =>
    void navigate({ to: '/jobs', search: { ...search, ...changes }, replace: true });
  const clear = () => void navigate({ to: '/jobs', search: { sort: search.sort }, replace: true });
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageBar title="Jobs" />
      {list.error && (
        <div className="p-3">
          <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      <div className="min-h-0 flex-1">
        <DataTable
          label="Jobs"
          rows={rows}
          columns={columns}
          rowKey={({ id }) => id}
          sort={sort}
          onSortChange={(next) => go({ sort: sortText(next) })}
          hidden={hidden}
          onHiddenChange={setHidden}
          selection={selection}
          onSelectionChange={setSelection}
          totals={statusTotals}
          totalRows={list.data?.pages[0]?.total ?? undefined}
          loading={list.isPending || all.isReading}
          onEndReached={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
          onOpen={({ id }) => void navigate({ to: '/jobs/$id', params: { id } })}
          onExport={(listed, shown) =>
            void all.read(listed).then((every) => every && saveTextFile('jobs.csv', csvOf(shown, every)))
          }
          toolbar={
            <JobsToolbar
              search={search}
              setup={setup}
              today={dayOf(clock.now(), zone)}
              onSearch={go}
              onClear={clear}
            />
          }
          empty={
            list.isSuccess &&
            (isFiltered(search) ? (
              <EmptyState
                text="No job fits these filters."
                action={<Button onClick={clear}>Clear all</Button>}
              />
            ) : (
              <EmptyState
                text="There are no jobs yet."
                action={
                  <Link to="/book" className={buttonClass('primary', 'form')}>
                    Book a job
                  </Link>
                }
              />
            ))
          }
        />
      </div>
    </div>
  );
}

/** "3 Scheduled · 1 On hold" of the rows selected. */
function statusTotals(selected: readonly JobSummary[]): string {
  return JOB_STATUSES.flatMap((status) => {
    const count = selected.filter((job) => job.status === status).length;
    return count > 0 ? [`${count.toLocaleString('en-US')} ${JOB_STATUS_WORDS[status].toLowerCase()}`] : [];
  }).join(' · ');
}
