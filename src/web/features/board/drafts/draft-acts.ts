/** What is done with a draft as a whole, from its bar and from the list. */
import { useMutation } from '@tanstack/react-query';
import type { DraftHead } from '#contract/draft.ts';
import { draftMutations } from '../../../data/drafts.ts';
import { toldError } from '../../../lib/told-text.ts';
import { toast } from '../../../ui/toast-store.ts';

const failed = (error: Error) => toast({ title: 'Not changed', body: toldError(error), tone: 'error' });

/** Deletes it, with a way back for a day. */
export function usePutAway() {
  const { mutate } = useMutation(draftMutations.change());
  return ({ id, version, name }: DraftHead, onDone?: () => void) =>
    mutate(
      { id, version, changes: { active: false } },
      {
        onSuccess: (draft) => {
          onDone?.();
          toast({
            title: `“${name}” deleted`,
            tone: 'success',
            action: {
              label: 'Undo',
              act: () =>
                mutate({ id, version: draft.version, changes: { active: true } }, { onError: failed }),
            },
          });
        },
        onError: failed,
      },
    );
}

export async function copyLink({ id, shared }: Pick<DraftHead, 'id' | 'shared'>): Promise<void> {
  const link = `${location.origin}/board?draft=${id}`;
  try {
    await navigator.clipboard.writeText(link);
    toast({
      title: 'Link copied',
      body: shared ? undefined : 'Share the draft, or colleagues cannot open it.',
      tone: shared ? 'success' : 'warning',
    });
  } catch {
    // No permission, or not over https: it can still be copied by hand.
    toast({ title: 'The link', body: link });
  }
}
