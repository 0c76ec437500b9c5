import { useRouterState } from '@tanstack/react-router';
import { Redo2, Undo2 } from 'lucide-react';
import { useCurrentUser } from '../../data/current-user.ts';
import { mayCall } from '../../lib/session.ts';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { useUndo } from '../../parts/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { shortcutLabel, useShortcut } from '../../ui/shortcut.ts';
import { Tooltip } from '../../ui/tooltip.tsx';

/**
 * Takes back one's last step, whatever page it was made on, and does again what was taken back last. In a field Ctrl+Z
 * and Ctrl+Y stay the field's own.
 */
export function UndoRedo() {
  const allowed = mayCall(useCurrentUser(), 'operations.undo');
  const { undo, redo, isPending, refusal, dismiss } = useUndo();
  const inPage = { enabled: allowed && !isPending, whileTyping: false };
  useShortcut('Mod+Z', () => undo(), inPage);
  useShortcut('Mod+Shift+Z', () => redo(), inPage);
  useShortcut('Mod+Y', () => redo(), inPage);
  // There the keys are the draft's own (`board/drafts/use-draft-undo.ts`), these buttons stay the live board's.
  const isDraft = useRouterState({ select: ({ location }) => location.search.draft !== undefined });
  if (!allowed) return null;
  const where = isDraft ? ' on the live board' : '';
  const keysOf = (combo: string) => (isDraft ? '' : `, ${shortcutLabel(combo)}`);
  return (
    <>
      <Tooltip text={`Undo my last step${where}${keysOf('Mod+Z')}`}>
        <Button
          icon={<Undo2 aria-hidden />}
          aria-keyshortcuts={isDraft ? undefined : 'Control+Z Meta+Z'}
          busy={isPending}
          onClick={() => undo()}
        >
          <span className="max-lg:sr-only">Undo{isDraft && ' live'}</span>
        </Button>
      </Tooltip>
      <Tooltip text={`Do again what I undid last${where}${keysOf('Mod+Shift+Z')}`}>
        <Button
          icon={<Redo2 aria-hidden />}
          aria-keyshortcuts={isDraft ? undefined : 'Control+Shift+Z Meta+Shift+Z Control+Y'}
          onClick={() => !isPending && redo()}
        >
          <span className="sr-only">Redo{isDraft && ' live'}</span>
        </Button>
      </Tooltip>
      <UndoRefusedDialog error={refusal} onClose={dismiss} />
    </>
  );
}
