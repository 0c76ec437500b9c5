import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportState } from '#contract/import.ts';
import type { RowFate } from '#domain/import-requests/fields.ts';
import { importMutations } from '../../data/imports.ts';
import { madeWords } from '../../lib/import-reason-text.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { RowsPanel } from './rows-panel.tsx';

/** What a run would do, row by row, and the button that does it. */
export function CheckedImport({ state, fate }: { state: ImportState; fate: RowFate | undefined }) {
  const run = useMutation(importMutations.run());
  const { create, report, duplicate } = state.fates;
  const bookings = create + report + duplicate;
  const requests = `${bookings.toLocaleString('en-US')} ${bookings === 1 ? 'request' : 'requests'}`;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1">
          {bookings > 0 ? (
            <>
              Importing makes <b className="font-semibold">{madeWords(state.made).main}</b>. Nothing is
              written yet.
            </>
          ) : (
            'There is nothing to import: every row is already here or left out.'
          )}
        </p>
        <Link
          to="/settings/imports"
          search={{ import: state.id, step: 'mapping' }}
          className={buttonClass('secondary', 'form')}
        >
          Change columns or time
        </Link>
        <Button
          variant="primary"
          size="form"
          busy={run.isPending}
          disabledReason={bookings > 0 ? undefined : 'Every row is already here or left out.'}
          onClick={() => run.mutate({ id: state.id })}
        >
          Import {requests}
        </Button>
      </div>
      <ProblemNote error={run.error} />
      <RowsPanel state={state} fate={fate} />
    </>
  );
}
