import { cleanup, screen, waitFor } from '@testing-library/react';
import { expect, it, vi } from 'vitest';
import { AddButton, ListPage, type ListPageProps } from './list-page.tsx';
import { renderInOffice } from './render-in-office.fixture.tsx';

type Row = { readonly id: number };

/** What `useInfiniteQuery` answers once a list is read. */
const read = (items: readonly Row[]) =>
  ({
    data: { pages: [{ items, total: items.length }], pageParams: [] },
    isSuccess: true,
    isPending: false,
    error: null,
    hasNextPage: false,
  }) as unknown as ListPageProps<Row>['list'];

function show(items: readonly Row[], more: Partial<ListPageProps<Row>> = {}) {
  const clear = vi.fn();
  const address = {
    table: {
      sort: null,
      onSortChange: vi.fn(),
      hidden: [],
      onHiddenChange: vi.fn(),
      selection: new Set<string>(),
      onSelectionChange: vi.fn(),
    },
    views: null,
    clear,
  };
  renderInOffice(
    <ListPage<Row>
      title="Returns"
      one="return"
      list={read(items)}
      fileName="returns.csv"
      columns={[{ id: 'number', title: 'Number', cell: ({ id }) => `Return ${id}`, fixed: true }]}
      address={address as unknown as ListPageProps<Row>['address']}
      isFiltered={false}
      filters={null}
      add={<AddButton label="New return" onPress={() => {}} />}
      nothing="Nothing went back yet."
      {...more}
    />,
  );
  return { clear };
}

it('the way to a new one stands under the sentence while there are none, else in the toolbar: once', async () => {
  show([]);
  await screen.findByText('Nothing went back yet.');
  expect(screen.getAllByText('New return')).toHaveLength(1);
});

it('where filters leave nothing, they are cleared from there, and nobody is told that there is none at all', async () => {
  const { clear } = show([], { isFiltered: true });
  await screen.findByText('No return fits these filters.');
  expect(screen.queryByText('Nothing went back yet.')).toBeNull();
  for (const button of screen.getAllByText('Clear all')) button.click();
  await waitFor(() => expect(clear).toHaveBeenCalledTimes(2));
  expect(screen.getAllByText('New return')).toHaveLength(1);
});

it('rows are selected only where something is done to many at once', async () => {
  show([{ id: 1 }]);
  await screen.findByText('New return');
  expect(screen.queryByRole('checkbox')).toBeNull();
  cleanup();
  show([{ id: 1 }], { bulkActions: () => 'Send' });
  await screen.findAllByRole('checkbox');
});
