import { useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { PostingWritten } from '#contract/posting.ts';
import { cents } from '#domain/money.ts';
import { postingMutations, postingQueries } from '../../data/postings.ts';
import { formatMoney } from '../../lib/format.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Outcomes } from './outcomes.tsx';
import { ROW, TABLE } from './table-class.ts';

/** What waits to be posted, by business unit, and the batches of what was. */
export function PostingsPage() {
  const waiting = useQuery(postingQueries.waiting());
  const list = useInfiniteQuery(postingQueries.list());
  const post = useMutation(postingMutations.post());
  const batches = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const ready = waiting.data;
  const isReady = ready !== undefined && ready.documents.count + ready.followUps > 0;
  const postAll = () =>
    ready &&
    post.mutate({ matching: { seen: { documents: ready.documents.count, cents: ready.documents.cents } } });
  return (
    <div className="flex h-full min-h-0 flex-col gap-4 overflow-auto p-3">
      <PageBar title="Postings" />
      <ProblemNote error={waiting.error ?? list.error ?? post.error} onRetry={() => void waiting.refetch()} />
      <section aria-label="To be posted" className="flex flex-col gap-2">
        <div className="flex flex-wrap items-center gap-3">
          <h2 className="font-semibold">To be posted</h2>
          <Button variant="primary" disabled={!isReady} busy={post.isPending} onClick={postAll}>
            Post all
          </Button>
          {ready && ready.followUps > 0 && (
            <span className="text-muted">{`${ready.followUps} applied or taken back since go along`}</span>
          )}
          {ready?.openFrom && (
            <span className="text-muted">{`The books are open from ${ready.openFrom}`}</span>
          )}
        </div>
        {ready && !isReady && (
          <EmptyState text="Nothing is ready. A job’s invoice is, once the job is done; a payment is at once." />
        )}
        {ready && ready.units.length > 0 && (
          <table className={TABLE}>
            <thead>
              <tr>
                <th scope="col">Business unit</th>
                <th scope="col">Invoices</th>
                <th scope="col">Payments</th>
              </tr>
            </thead>
            <tbody>
              {ready.units.map(({ businessUnitId, businessUnitName, currency, invoices, payments }) => (
                <tr key={`${businessUnitId} ${currency}`} className={ROW}>
                  <td>{businessUnitName}</td>
                  <td>{`${invoices.count} · ${formatMoney(cents(invoices.cents), currency)}`}</td>
                  <td>{`${payments.count} · ${formatMoney(cents(payments.cents), currency)}`}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <Written written={post.data} />
      </section>
      <section aria-label="Batches" className="flex flex-col gap-2">
        <h2 className="font-semibold">Batches</h2>
        {list.isSuccess && batches.length === 0 && (
          <EmptyState text="No batch yet. What is posted together stands here, to be exported." />
        )}
        {batches.length > 0 && (
          <table className={TABLE}>
            <thead>
              <tr>
                <th scope="col">Batch</th>
                <th scope="col">Status</th>
                <th scope="col">Entries</th>
                <th scope="col">Debit and credit</th>
                <th scope="col">Posted by</th>
              </tr>
            </thead>
            <tbody>
              {batches.map(({ id, number, status, entries, sums, posted }) => (
                <tr key={id} className={ROW}>
                  <td>
                    <Link to="/postings/$id" params={{ id }} className="underline">
                      {number}
                    </Link>
                  </td>
                  <td>{status}</td>
                  <td>{entries}</td>
                  <td>
                    {sums
                      .map(({ currency, debitCents }) => formatMoney(cents(debitCents), currency))
                      .join(', ')}
                  </td>
                  <td>{posted.byName}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        {list.hasNextPage && (
          <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            Older batches
          </Button>
        )}
      </section>
    </div>
  );
}

function Written({ written }: { written: PostingWritten | undefined }) {
  if (!written) return null;
  return (
    <>
      {written.batch && (
        <p role="status">
          {'Posted in '}
          <Link to="/postings/$id" params={{ id: written.batch.id }} className="underline">
            {`batch ${written.batch.number}`}
          </Link>
        </p>
      )}
      <Outcomes outcomes={written.outcomes} />
    </>
  );
}
