import { useMutation } from '@tanstack/react-query';
import type { ImportState } from '#contract/import.ts';
import { importMutations } from '../../data/imports.ts';
import { IMPORT_STATUS_WORDS, madeWords } from '../../lib/import-reason-text.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';

const STOP: Partial<Record<ImportState['status'], string>> = {
  Checking: 'Stop the check',
  Running: 'Stop the import',
  Undoing: 'Stop the undo',
};
const STOPPED: Partial<Record<ImportState['status'], string>> = {
  Checking: 'Nothing is written yet.',
  Running: 'Rows already written stay when it is stopped; it can go on later.',
  Undoing: 'Rows already taken back stay so when it is stopped; it can go on later.',
};

/** A check, a run or an undo under way: how far, what came of it so far, and a way to stop it. */
export function WorkingImport({ state }: { state: ImportState }) {
  const cancel = useMutation(importMutations.cancel());
  const isRun = state.status === 'Running';
  const made = madeWords(state.made).main;
  const [done, total] = [state.rowsDone, state.rowsTotal].map((count) => count.toLocaleString('en-US'));
  return (
    <section className="rounded-lg border border-line bg-surface px-4 py-3" aria-label="Progress">
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 tabular-nums">
          <b className="font-semibold">{IMPORT_STATUS_WORDS[state.status]}</b> row {done} of {total}
        </p>
        <Button busy={cancel.isPending} onClick={() => cancel.mutate({ id: state.id })}>
          {STOP[state.status]}
        </Button>
      </div>
      <ProgressBar
        label={IMPORT_STATUS_WORDS[state.status]}
        value={state.rowsDone}
        max={Math.max(1, state.rowsTotal)}
        className="my-2.5"
      />
      <p className="text-sm text-muted tabular-nums">
        {isRun && made && `Made so far: ${made}. `}
        {STOPPED[state.status]} You can leave this page: the work goes on.
      </p>
      <ProblemNote error={cancel.error} />
    </section>
  );
}
