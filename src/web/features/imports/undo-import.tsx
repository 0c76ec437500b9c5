import { useMutation } from '@tanstack/react-query';
import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import type { ImportState } from '#contract/import.ts';
import { importMutations } from '../../data/imports.ts';
import { clock } from '../../lib/clock.ts';
import { formatDayTime } from '../../lib/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';

/** Takes back what an import has written, after a second look; there for a day. */
export function UndoImport({ state }: { state: ImportState }) {
  const { id, undoUntil } = state;
  const undo = useMutation(importMutations.undo());
  const [isAsked, setIsAsked] = useState(false);
  if (undoUntil === null || undoUntil < clock.now()) return null;
  const until = `until ${formatDayTime(undoUntil, clock.zone())}`;
  return (
    <>
      {isAsked ? (
        <>
          <span className="text-sm">Take back every row that nobody has worked on since?</span>
          <Button size="form" onClick={() => setIsAsked(false)}>
            Keep them
          </Button>
          <Button variant="danger" size="form" busy={undo.isPending} onClick={() => undo.mutate({ id })}>
            Take them back
          </Button>
        </>
      ) : (
        <Button size="form" title={`Possible ${until}`} onClick={() => setIsAsked(true)}>
          <Undo2 aria-hidden />
          Undo this import
        </Button>
      )}
      <ProblemNote error={undo.error} />
    </>
  );
}
