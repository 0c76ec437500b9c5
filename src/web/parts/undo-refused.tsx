import type { ProblemError } from '#contract/problem.ts';
import { recordWord } from '../lib/record-words.ts';
import { refusalText } from '../lib/refusal-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { SideBySide } from './side-by-side.tsx';
import { useValueWording } from './use-value-wording.ts';

type Changed = { kind: string; id: number; field: string; yours: unknown; theirs: unknown };

const changedIn = (error: ProblemError): Changed[] =>
  (Array.isArray(error.params.changed) ? error.params.changed : []).filter(
    (one): one is Changed => typeof one === 'object' && one !== null && 'field' in one,
  );

/** See `UndoRefusedDialog`. */
export function UndoRefused({ error, onClose }: { error: ProblemError; onClose: () => void }) {
  const wording = useValueWording();
  const changed = changedIn(error);
  const isRedo = error.code === 'redo.changed_since';
  const several = new Set(changed.map(({ kind, id }) => `${kind} ${id}`)).size > 1;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={isRedo ? 'Not done again' : 'Not undone'}
      description={refusalText(error.code, error.params)}
      footer={
        <Button size="form" variant="primary" onClick={onClose}>
          Keep it as it is
        </Button>
      }
    >
      <SideBySide
        rows={changed.map(({ kind, field, yours, theirs }) => ({
          field,
          mine: yours,
          theirs,
          detail: several ? recordWord(kind) : undefined,
        }))}
        theirsTitle="Now"
        mineTitle={isRedo ? 'After your undo' : 'After your step'}
        wording={wording}
      />
    </Dialog>
  );
}
