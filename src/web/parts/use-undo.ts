import { useMutation } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { ProblemError } from '#contract/problem.ts';
import { operationMutations } from '../data/operations.ts';
import { problemOf } from '../lib/api.ts';
import { noteText } from '../lib/note-text.ts';
import { errorText } from '../lib/refusal-text.ts';
import { verbWords } from '../lib/trade-words.ts';
import { toast } from '../ui/toast-store.ts';

/**
 * Takes back one's last step, or the one named, and says what was undone. `refusal` is set when somebody changed the
 * same fields since: show it with UndoRefusedDialog.
 */
export function useUndo() {
  const { mutate, isPending } = useMutation(operationMutations.undo());
  const [refusal, setRefusal] = useState<ProblemError | null>(null);
  const undo = useCallback(
    (operationId?: number) =>
      mutate(
        { operationId },
        {
          onSuccess: ({ verb, notes }) =>
            toast({
              title: `Undone: ${verbWords(verb)}`,
              body: notes.length > 0 ? notes.map((note) => noteText(note)).join(' ') : undefined,
              tone: notes.length > 0 ? 'warning' : 'success',
            }),
          onError: (error) => {
            const problem = problemOf(error);
            if (problem?.code === 'undo.changed_since') setRefusal(problem);
            else if (problem?.code === 'undo.nothing') toast({ title: errorText(error) });
            else toast({ title: 'Not undone', body: errorText(error), tone: 'error' });
          },
        },
      ),
    [mutate],
  );
  const dismiss = useCallback(() => setRefusal(null), []);
  return { undo, isPending, refusal, dismiss };
}
