import { noteText } from '../lib/note-text.ts';
import type { Params, Wording } from '../lib/refusal-params.ts';
import { toast } from '../ui/toast-store.ts';

type Step = {
  readonly operationId: number;
  readonly notes: readonly { readonly code: string; readonly params: Params }[];
};

/**
 * Tells that a step was done, what it did beside what was asked, and offers its Undo.
 * @returns the toast, for what is added to it later
 */
export function tellStep(
  title: string,
  { operationId, notes }: Step,
  wording: Wording,
  undo: (operationId: number) => void,
): number {
  const body = [...new Set(notes.map((note) => noteText(note, wording)))].join(' ');
  return toast({
    title,
    body: body || undefined,
    tone: body ? 'warning' : 'success',
    action: { label: 'Undo', act: () => undo(operationId) },
  });
}
