import { useInfiniteQuery, useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportState } from '#contract/import.ts';
import type { RowFate } from '#contract/import-kinds.ts';
import { importMutations, importQueries } from '../../data/imports.ts';
import { importProblemText } from '../../lib/import-reason-text.ts';
import { textOf } from '../../lib/refusal-params.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { RowsPanel } from './rows-panel.tsx';
import { UndoImport } from './undo-import.tsx';

/** Canceled or failed: why, what stays, and how to go on. */
export function StoppedImport({ state, fate }: { state: ImportState; fate: RowFate | undefined }) {
  const { id, problem, rowsDone, rowsTotal } = state;
  const run = useMutation(importMutations.run());
  const { data } = useInfiniteQuery(importQueries.rows(id));
  // Only a run books: a row that has a job which nobody had before says that one was under way.
  const wasRunning =
    state.undoUntil !== null ||
    (state.kind === 'service-requests' &&
      data?.pages[0]?.items.some(({ jobId, fate: of }) => jobId !== null && of !== 'exists')) === true;
  const requestId = textOf(problem?.params.requestId);
  const where = `${rowsDone.toLocaleString('en-US')} of ${rowsTotal.toLocaleString('en-US')} rows`;
  return (
    <>
      <ProblemBanner
        tone={problem ? 'danger' : 'warning'}
        messages={[
          `${problem ? importProblemText(problem) : 'This was stopped.'} ${
            wasRunning
              ? `${where} were dealt with; ${state.kind === 'service-requests' ? 'what is booked stays booked' : 'what is written stays'}.`
              : nothing(state)
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
      <div className="flex flex-wrap items-center gap-2 empty:hidden">
        <UndoImport state={state} />
      </div>
      <ProblemNote error={run.error} />
      {rowsDone > 0 && <RowsPanel state={state} fate={fate} />}
    </>
  );
}

const nothing = ({ kind }: ImportState): string =>
  kind === 'service-requests' ? 'Nothing was booked.' : 'Nothing was written.';
