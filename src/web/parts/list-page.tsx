import { FileUp, Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ClearAll } from './list-filters.tsx';
import { RecordList, type RecordListProps } from './record-list.tsx';
import type { ListAddress } from './use-list-address.tsx';

type Address = Pick<ListAddress<never>, 'table' | 'views' | 'clear'>;

export type ListPageProps<Row extends { readonly id: number }> = Omit<
  RecordListProps<Row>,
  keyof Address['table'] | 'toolbar' | 'empty'
> & {
  /** One of them, in a sentence: "order". */
  one: string;
  /** The state of the list in its URL (`useListAddress`). */
  address: Address;
  isFiltered: boolean;
  /** What the list is narrowed to, each as a chip. */
  filters: ReactNode;
  /** The way to a new one, for who may make one. */
  add?: ReactNode;
  /** Other ways in, behind it. */
  more?: ReactNode;
  /** While there are none at all: a sentence that says what one is, with the way to it (`add`, if nothing else). */
  nothing: string;
  nothingAction?: ReactNode;
};

/**
 * The page of a list: filters, the way to a new record, saved views, the rows, and what stands in place of them. Rows are
 * selected only where something is done to many at once (`bulkActions`).
 */
export function ListPage<Row extends { readonly id: number }>({
  one,
  address,
  isFiltered,
  filters,
  add,
  more,
  nothing,
  nothingAction = add,
  ...list
}: ListPageProps<Row>) {
  const { selection, onSelectionChange, ...table } = address.table;
  // Then the button stands under the sentence that says what one is.
  const hasNone = list.list.data?.pages[0]?.items.length === 0 && !isFiltered;
  return (
    <RecordList<Row>
      {...list}
      {...table}
      {...(list.bulkActions && { selection, onSelectionChange })}
      toolbar={
        <>
          {filters}
          <ClearAll isFiltered={isFiltered} onClear={address.clear} />
          {!hasNone && add}
          {more}
          {address.views}
        </>
      }
      empty={
        isFiltered ? (
          <EmptyState
            text={`No ${one} fits these filters.`}
            action={<Button onClick={address.clear}>Clear all</Button>}
          />
        ) : (
          <EmptyState text={nothing} action={nothingAction || undefined} />
        )
      }
    />
  );
}

/** "New order", of `ListPage`. */
export const AddButton = ({ label, onPress }: { label: string; onPress: () => void }) => (
  <Button size="dense" variant="primary" icon={<Plus aria-hidden />} onClick={onPress}>
    {label}
  </Button>
);

/** Opens the dialog of a file. */
export const ImportButton = ({ label = 'Import…', onPress }: { label?: string; onPress: () => void }) => (
  <Button size="dense" variant="ghost" icon={<FileUp aria-hidden />} onClick={onPress}>
    {label}
  </Button>
);
