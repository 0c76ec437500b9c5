import { dayOf } from '#domain/time.ts';
import type { MovesScope } from '../data/history.ts';
import { useNow } from '../lib/clock.ts';
import { Dialog } from '../ui/dialog.tsx';
import { MovesPanel } from './moves-panel.tsx';

/** Whose moves are asked for, and in which words. */
export type MovesQuestion = { readonly title: string; readonly scope: MovesScope };

export function MovesDialog({
  question,
  zone,
  onClose,
}: {
  question: MovesQuestion;
  zone: string;
  onClose: () => void;
}) {
  const now = useNow(60_000);
  return (
    <Dialog open onOpenChange={onClose} title={question.title} width="normal">
      <MovesPanel scope={question.scope} zone={zone} today={dayOf(now, zone)} />
    </Dialog>
  );
}
