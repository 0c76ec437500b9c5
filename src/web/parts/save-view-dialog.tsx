import { useMutation } from '@tanstack/react-query';
import type { SavedView } from '#contract/saved-view.ts';
import { viewMutations } from '../data/saved-views.ts';
import { NameDialog } from './name-dialog.tsx';

export type SaveViewDialogProps = {
  page: string;
  search: Record<string, string>;
  /** null: a new one of what is shown now. */
  view: SavedView | null;
  /** What of the page it keeps, where it is no list. */
  keeps?: string | undefined;
  onSaved: (view: SavedView) => void;
  onClose: () => void;
};

/** Names a view of a list, and says whether the others have it too. */
export function SaveViewDialog({ page, search, view, keeps, onSaved, onClose }: SaveViewDialogProps) {
  const create = useMutation(viewMutations.create());
  const change = useMutation(viewMutations.change());
  return (
    <NameDialog
      title={view ? `View ${view.name}` : 'Save this view'}
      description={`${keeps ?? 'Filters, order and columns'} as they are shown now.`}
      begin={view}
      sharedLabel="Everybody in the office sees it"
      saveLabel="Save view"
      busy={create.isPending || change.isPending}
      error={create.error ?? change.error}
      onSave={(naming) =>
        view
          ? change.mutate({ id: view.id, version: view.version, changes: naming }, { onSuccess: onSaved })
          : create.mutate({ page, search, ...naming }, { onSuccess: onSaved })
      }
      onClose={onClose}
    />
  );
}
