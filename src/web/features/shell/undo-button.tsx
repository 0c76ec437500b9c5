import { Undo2 } from 'lucide-react';
import { useCurrentUser } from '../../data/current-user.ts';
import { mayCall } from '../../lib/session.ts';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { useUndo } from '../../parts/use-undo.ts';
import { Button } from '../../ui/button.tsx';
import { shortcutLabel, useShortcut } from '../../ui/shortcut.ts';

/** Takes back one's last step, whatever page it was made on. Ctrl+Z in a field stays the field's own. */
export function UndoButton() {
  const allowed = mayCall(useCurrentUser(), 'operations.undo');
  const { undo, isPending, refusal, dismiss } = useUndo();
  useShortcut('Mod+Z', () => undo(), { enabled: allowed && !isPending, whileTyping: false });
  if (!allowed) return null;
  return (
    <>
      <Button
        icon={<Undo2 aria-hidden />}
        aria-keyshortcuts="Control+Z Meta+Z"
        title={`Undo my last step, ${shortcutLabel('Mod+Z')}`}
        busy={isPending}
        onClick={() => undo()}
      >
        Undo
      </Button>
      <UndoRefusedDialog error={refusal} onClose={dismiss} />
    </>
  );
}
