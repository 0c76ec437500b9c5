import { useQuery } from '@tanstack/react-query';
import { Redo2, Undo2 } from 'lucide-react';
import type { Operation } from '#contract/history.ts';
import { operationQueries } from '../../data/operations.ts';
import { clock, useNow } from '../../lib/clock.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { useUndo } from '../../parts/use-undo.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { stepSentence } from './step-sentence.ts';

const SHOWN = 10;
const MOST_REDOABLE = 3;

/** One's own last steps; each can be taken back for a day, and done again until the next one. */
export function MySteps({ mayUndo }: { mayUndo: boolean }) {
  const { data, error, refetch } = useQuery(operationQueries.list());
  const { undo, redo, isPending, refusal, dismiss } = useUndo();
  const now = useNow();
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  if (!data) return <SkeletonRows rows={4} />;
  if (data.items.length + data.redoable.length === 0)
    return <EmptyState text="What you do appears here, and can be undone for a day." />;
  const text = (step: Operation) => {
    const { what, whose } = stepSentence(step, clock.zone());
    return [what, whose].filter(Boolean);
  };
  return (
    <>
      <ul>
        {data.redoable.slice(0, MOST_REDOABLE).map((step) => (
          <li
            key={step.id}
            className="flex items-center gap-2 border-t border-line py-1.5 pr-2 pl-4 text-muted first:border-t-0"
          >
            <p className="min-w-0 flex-1 truncate">Undone: {text(step).join(' ')}</p>
            {mayUndo && (
              <IconButton
                label={`Do again: ${text(step).join(' ')}`}
                icon={<Redo2 aria-hidden />}
                disabled={isPending}
                onClick={() => redo(step.id)}
              />
            )}
          </li>
        ))}
        {data.items.slice(0, SHOWN).map((step) => (
          <li
            key={step.id}
            className="flex items-center gap-2 border-t border-line py-1.5 pr-2 pl-4 first:border-t-0"
          >
            <div className="min-w-0 flex-1">
              <p className="truncate">
                {text(step)[0]} <span className="text-muted">{text(step)[1]}</span>
              </p>
              <p className="text-xs text-muted">
                <TimeText at={step.at} zone={clock.zone()} now={now} />
              </p>
            </div>
            {mayUndo && (
              <IconButton
                label={`Undo: ${text(step).join(' ')}`}
                icon={<Undo2 aria-hidden />}
                disabledReason={step.undoable ? undefined : 'This step cannot be undone any more.'}
                disabled={isPending}
                onClick={() => undo(step.id)}
              />
            )}
          </li>
        ))}
      </ul>
      <UndoRefusedDialog error={refusal} onClose={dismiss} />
    </>
  );
}
