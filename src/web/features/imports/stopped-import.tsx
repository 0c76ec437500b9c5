import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportState } from '#contract/import.ts';
import type { RowFate } from '#domain/import-requests/fields.ts';
import { importMutations, importQueries } from '../../data/imports.ts';
import { importProblemText } from '../../lib/import-reason-text.ts';
import { textOf } from '../../lib/refusal-params.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { RowsPanel } from './rows-panel.tsx';

/** Canceled or failed: why, what stays, and how to go on. */
export function StoppedImport({ state, fate }: { state: ImportState; fate: RowFate | undefined }) {
  const { id, problem, rowsDone, rowsTotal } = state;
  const run = useMutation(importMutations.run());
  const { data } = useInfiniteQuery(importQueries.rows(id));
  // Only a run books: a row that has a job which nobody had before says that one was under way.
  const wasRunning =
    data?.pages[0]?.items.some(({ jobId, fate: of }) => jobId !== null && of !== 'exists') ?? false;
  const requestId = textOf(problem?.params.requestId);
  const where = `${rowsDone.toLocaleString('en-US')} of ${rowsTotal.toLocaleString('en-US')} rows`;
  return (
    <>
      <ProblemBanner
        tone={problem ? 'danger' : 'warning'}
        messages={[
          `${problem ? importProblemText(problem) : 'This was stopped.'} ${
            wasRunning ? `${where} were dealt with; what is booked stays booked.` : 'Nothing was booked.'
          }`,
        ]}
        footnote={requestId && `Request ${requestId}`}
        actions={
          <>
            <Link
              to="/settings/imports"
              search={{ import: id, step: 'mapping' }}
              className={buttonClass(wasRunning ? 'secondary' : 'primary')}
            >
              Check again
            </Link>
            {wasRunning && (
              <Button variant="primary" busy={run.isPending} onClick={() => run.mutate({ id })}>
                Go on importing
              </Button>
            )}
          </>
        }
      />
      <ProblemNote error={run.error} />
      {rowsDone > 0 && <RowsPanel state={state} fate={fate} />}
    </>
  );
}
