import { useMutation } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { ImportState } from '#contract/import.ts';
import type { RowFate } from '#contract/import-kinds.ts';
import { evidenceOf, hasDates } from '#domain/import-requests/date-order.ts';
import { importMutations } from '../../data/imports.ts';
import { KIND_WORDS, madeWords } from '../../lib/import-reason-text.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { orderWords } from './dates-field.tsx';
import { MissingNames } from './missing-names.tsx';
import { RowsPanel } from './rows-panel.tsx';

/** What a run would do, row by row, and the button that does it. */
export function CheckedImport({ state, fate }: { state: ImportState; fate: RowFate | undefined }) {
  const run = useMutation(importMutations.run());
  const { main, rest } = madeWords(state.made);
  const writes = rowsToWrite(state);
  const { one, many } = KIND_WORDS[state.kind];
  const evidence = evidenceOf(state.columns, state.mapping?.columns ?? {});
  const order = state.mapping?.dates;
  const dates = order && hasDates(evidence) ? `${orderWords(order, evidence.example)}.` : '';
  const things = `${writes.toLocaleString('en-US')} ${writes === 1 ? one : many}`;
  return (
    <>
      <div className="flex flex-wrap items-center gap-2">
        <p className="min-w-0 flex-1">
          {writes > 0 ? (
            <>
              {main && (
                <>
                  Importing makes <b className="font-semibold">{main}</b>.{' '}
                </>
              )}
              {state.fates.update > 0 && <>It changes {changedRows(state)}. </>}
              {rest && <span className="text-muted">The lists get {rest}. </span>}
              {dates} Nothing is written yet.
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
          disabledReason={writes > 0 ? undefined : 'Every row is already here or left out.'}
          onClick={() => run.mutate({ id: state.id })}
        >
          Import {things}
        </Button>
      </div>
      <MissingNames state={state} />
      <ProblemNote error={run.error} />
      <RowsPanel state={state} fate={fate} />
    </>
  );
}

/** Rows with which a run writes something. */
const rowsToWrite = ({ kind, fates }: ImportState): number =>
  fates.create + fates.report + fates.update + (kind === 'service-requests' ? fates.duplicate : 0);

const changedRows = ({ kind, fates: { update } }: ImportState): string =>
  `${update.toLocaleString('en-US')} ${update === 1 ? KIND_WORDS[kind].one : KIND_WORDS[kind].many}`;
