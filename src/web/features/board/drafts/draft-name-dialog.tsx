import { useMutation } from '@tanstack/react-query';
import type { DraftHead } from '#contract/draft.ts';
import { draftMutations } from '../../../data/drafts.ts';
import { NameDialog } from '../../../parts/name-dialog.tsx';

/** What a draft is called, and whether colleagues see it. */
export function DraftNameDialog({ draft, onClose }: { draft: DraftHead; onClose: () => void }) {
  const change = useMutation(draftMutations.change());
  const { id, version } = draft;
  return (
    <NameDialog
      title="Name and sharing"
      begin={draft}
      sharedLabel="Colleagues who dispatch may open it, copy it and publish from it"
      saveLabel="Save"
      busy={change.isPending}
      error={change.error}
      onSave={(changes) => change.mutate({ id, version, changes }, { onSuccess: onClose })}
      onClose={onClose}
    />
  );
}
