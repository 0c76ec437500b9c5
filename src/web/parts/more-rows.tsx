import { Button } from '../ui/button.tsx';

export type MoreRowsProps = {
  list: {
    data: { items: readonly unknown[]; total: number } | undefined;
    hasNextPage: boolean;
    isFetchingNextPage: boolean;
    fetchNextPage: () => unknown;
  };
  /** "notes", "jobs" */
  words: string;
};

/** Below a list that is not read to its end: how much of it stands here, and the rest on request. */
export function MoreRows({ list, words }: MoreRowsProps) {
  if (!list.hasNextPage || !list.data) return null;
  const { items, total } = list.data;
  return (
    <p className="m-0 flex items-center gap-3 py-2 text-xs text-muted">
      {items.length.toLocaleString('en-US')} of {total.toLocaleString('en-US')} {words}
      <Button busy={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
        Show more
      </Button>
    </p>
  );
}
