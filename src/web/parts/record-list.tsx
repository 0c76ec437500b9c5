import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query';
import { type ReactNode, useMemo } from 'react';
import { csvOf } from '../ui/data-column.ts';
import { DataTable, type DataTableProps } from '../ui/data-table.tsx';
import { usePrinting } from '../ui/use-printing.ts';
import { PageBar } from './page-bar.tsx';
import { PaperHead } from './paper-head.tsx';
import { ProblemNote } from './problem-note.tsx';
import { saveTextFile } from './text-file.ts';
import { useAllPages } from './use-all-pages.ts';

type Page<Row> = { readonly items: readonly Row[]; readonly total: number | null };
const NO_ROWS: never[] = [];

export type RecordListProps<Row extends { readonly id: number }> = Omit<
  DataTableProps<Row>,
  'rows' | 'rowKey' | 'label' | 'loading' | 'totalRows' | 'hasMore' | 'onEndReached' | 'onExport' | 'empty'
> & {
  /** What the rows are, for the bar and the table: "Jobs". */
  title: string;
  list: UseInfiniteQueryResult<InfiniteData<Page<Row>>>;
  /** "jobs.csv"; every row goes into it, also those not read yet. */
  fileName: string;
  /** Instead of rows, once it is known that there are none. */
  empty: ReactNode;
};

/** The page of a list that is read from the server in pages: rows while scrolling, sorting and CSV over all of them. */
export function RecordList<Row extends { readonly id: number }>({
  title,
  list,
  fileName,
  empty,
  ...table
}: RecordListProps<Row>) {
  const all = useAllPages(list, Boolean(table.sort));
  const rows = useMemo(() => list.data?.pages.flatMap(({ items }) => items) ?? NO_ROWS, [list.data]);
  const printing = usePrinting();
  const total = list.data?.pages[0]?.total ?? undefined;
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageBar title={title} />
      {printing && <PaperHead title={title} read={rows.length} total={total} hasMore={list.hasNextPage} />}
      {list.error && (
        <div className="p-3">
          <ProblemNote error={list.error} onRetry={() => void list.refetch()} />
        </div>
      )}
      <div className="min-h-0 flex-1">
        <DataTable
          {...table}
          label={title}
          rows={rows}
          rowKey={({ id }) => id}
          totalRows={total}
          hasMore={list.hasNextPage}
          loading={list.isPending || all.isReading}
          onEndReached={() => {
            if (list.hasNextPage && !list.isFetchingNextPage) void list.fetchNextPage();
          }}
          onExport={(listed, shown) =>
            void all.read(listed).then((every) => every && saveTextFile(fileName, csvOf(shown, every)))
          }
          empty={list.isSuccess && empty}
        />
      </div>
    </div>
  );
}
