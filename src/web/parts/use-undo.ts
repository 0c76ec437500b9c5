import { useMutation } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ProblemError } from '#contract/problem.ts';
import { operationMutations } from '../data/operations.ts';
import { problemOf } from '../lib/api.ts';
import type { noteText } from '../lib/note-text.ts';
import { readLater } from '../lib/read-later.ts';
import { toldError } from '../lib/told-text.ts';
import { toast } from '../ui/toast-store.ts';

type Way = 'undo' | 'redo';
const doneTexts = readLater(() => import('../lib/done-text.ts'));
type Done = { readonly verb: string; readonly notes: Parameters<typeof noteText>[0][] };

/**
 * Takes back one's last step, or the one named, and does again what was taken back; each says what was done and offers
 * the other. `refusal` is set when somebody changed the same fields since: show it with UndoRefusedDialog.
 */
export function useUndo() {
  const { mutateAsync: takeBack, isPending: isUndoing } = useMutation(operationMutations.undo());
  const { mutateAsync: doAgain, isPending: isRedoing } = useMutation(operationMutations.redo());
  const [refusal, setRefusal] = useState<ProblemError | null>(null);
  const isThere = useRef(false);
  useEffect(() => {
    isThere.current = true;
    return () => {
      isThere.current = false;
    };
  }, []);
  // Promises instead of the mutation's callbacks: a toast outlives the dialog whose step it tells of.
  const go = useCallback(
    (way: Way, operationId?: number): void => {
      const isUndo = way === 'undo';
      const said = isUndo ? 'Undone' : 'Done again';
      const tell = async ({ verb, notes }: Done, step: number) => {
        // It is done, whether or not its words could be read.
        const words = await doneTexts.read().catch(() => null);
        toast({
          ...(words ? words.doneText(said, verb, notes) : { title: said }),
          tone: notes.length > 0 ? 'warning' : 'success',
          action: isUndo
            ? { label: 'Redo', act: () => go('redo', step) }
            : { label: 'Undo', act: () => go('undo', step) },
        });
      };
      const sent = isUndo
        ? takeBack({ operationId }).then((done) => tell(done, done.undoneOperationId))
        : doAgain({ operationId }).then((done) => tell(done, done.redoneOperationId));
      sent.catch((error: unknown) => {
        const problem = problemOf(error);
        // Who made something has gone on to its page: the place for both versions side by side is left with the list.
        if (problem?.code === `${way}.changed_since` && isThere.current) setRefusal(problem);
        else if (problem?.code === `${way}.nothing`) toast({ title: toldError(error) });
        else
          toast({
            title: isUndo ? 'Not undone' : 'Not done again',
            body: toldError(error),
            tone: 'error',
          });
      });
    },
    [takeBack, doAgain],
  );
  const undo = useCallback((operationId?: number) => go('undo', operationId), [go]);
  const redo = useCallback((operationId?: number) => go('redo', operationId), [go]);
  const dismiss = useCallback(() => setRefusal(null), []);
  return { undo, redo, isPending: isUndoing || isRedoing, refusal, dismiss };
}
