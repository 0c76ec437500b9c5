import { fireEvent, render, screen, within } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { DataColumn } from './data-column.ts';
import { DataTable, type DataTableProps } from './data-table.tsx';

type Order = { id: number; number: string; vendor: string; totalCents: number | null };
const orders: Order[] = Array.from({ length: 10_000 }, (_, i) => ({
  id: i + 1,
  number: `PO ${i + 1}`,
  vendor: ['Ferguson', 'Carrier', 'Rheem'][i % 3]!,
  totalCents: i === 4 ? null : ((i * 7919) % 10_000) * 10,
}));
const columns: DataColumn<Order>[] = [
  { id: 'number', title: 'Number', cell: (o) => o.number, text: (o) => o.number, fixed: true },
  { id: 'vendor', title: 'Vendor', cell: (o) => o.vendor, sortBy: (o) => o.vendor, text: (o) => o.vendor },
  {
    id: 'total',
    title: 'Total',
    cell: (o) => o.totalCents ?? '–',
    sortBy: (o) => o.totalCents,
    align: 'right',
  },
];

function Orders(props: Partial<DataTableProps<Order>>) {
  const [selection, setSelection] = useState<ReadonlySet<string>>(new Set());
  return (
    <DataTable
      label="Purchase orders"
      rows={orders}
      columns={columns}
      rowKey={(o) => o.id}
      selection={selection}
      onSelectionChange={setSelection}
      totals={(chosen) => `${chosen.reduce((sum, o) => sum + (o.totalCents ?? 0), 0)} cents`}
      {...props}
    />
  );
}

// jsdom lays nothing out: without a height the window on the rows would be empty.
beforeEach(() => {
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(320);
  vi.spyOn(Element.prototype, 'clientWidth', 'get').mockReturnValue(800);
});
afterEach(() => vi.restoreAllMocks());

const grid = () => screen.getByRole('grid', { name: 'Purchase orders' });
const focusedRow = () => document.activeElement?.getAttribute('aria-rowindex');
const press = (key: string, more = {}) => fireEvent.keyDown(document.activeElement!, { key, ...more });
const cellsOf = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent);
const dataRows = () => within(grid()).getAllByRole('row').slice(1);
const startInTable = () => dataRows()[0]!.focus();

it('ten thousand rows are announced but only the window around the visible ones is drawn', () => {
  render(<Orders />);
  expect(grid().getAttribute('aria-rowcount')).toBe('10001');
  expect(screen.getByText('10,000 rows')).toBeTruthy();
  expect(dataRows().length).toBeGreaterThan(10);
  expect(dataRows().length).toBeLessThan(60);
});

it('arrows, Home and End move from row to row, to the very last one', () => {
  render(<Orders />);
  startInTable();
  press('ArrowDown');
  press('ArrowDown');
  expect(focusedRow()).toBe('4');
  press('ArrowUp');
  expect(focusedRow()).toBe('3');
  press('End');
  expect(focusedRow()).toBe('10001');
  press('ArrowDown');
  expect(focusedRow()).toBe('10001');
  press('Home');
  expect(focusedRow()).toBe('2');
});

it('only one row is in the tab order', () => {
  render(<Orders />);
  startInTable();
  press('ArrowDown');
  expect(dataRows().filter((row) => row.tabIndex === 0)).toEqual([document.activeElement]);
});

it('Enter opens the row with the focus', () => {
  const opened: number[] = [];
  render(<Orders onOpen={(o) => opened.push(o.id)} />);
  startInTable();
  press('ArrowDown');
  press('Enter');
  expect(opened).toEqual([2]);
});

it('Space and Shift with the arrows select, the bar adds up, Escape lets go', () => {
  render(<Orders />);
  startInTable();
  press(' ');
  press('ArrowDown', { shiftKey: true });
  press('ArrowDown', { shiftKey: true });
  const bar = screen.getByRole('region', { name: 'Selection' });
  expect(bar.textContent).toContain('3 selected');
  expect(bar.textContent).toContain(`${(0 + 7919 + 5838) * 10} cents`);
  press('Escape');
  expect(screen.queryByRole('region', { name: 'Selection' })).toBeNull();
});

it('select all takes every row, drawn or not', () => {
  render(<Orders />);
  fireEvent.click(screen.getByRole('checkbox', { name: 'Select all' }));
  expect(screen.getByRole('region', { name: 'Selection' }).textContent).toContain('10,000 selected');
});

it('a click on a head sorts up, then down, then as it came; rows without a value stay last', () => {
  const orders = [
    { id: 1, number: 'PO 1', vendor: 'Rheem', totalCents: 500 },
    { id: 2, number: 'PO 2', vendor: 'Carrier', totalCents: null },
    { id: 3, number: 'PO 3', vendor: 'Ferguson', totalCents: 70 },
  ];
  render(<Orders rows={orders} />);
  const head = screen.getByRole('columnheader', { name: 'Total' });
  const numbers = () => dataRows().map((row) => cellsOf(row)[1]);
  fireEvent.click(within(head).getByRole('button'));
  expect(head.getAttribute('aria-sort')).toBe('ascending');
  expect(numbers()).toEqual(['PO 3', 'PO 1', 'PO 2']);
  fireEvent.click(within(head).getByRole('button'));
  expect(head.getAttribute('aria-sort')).toBe('descending');
  expect(numbers()).toEqual(['PO 1', 'PO 3', 'PO 2']);
  fireEvent.click(within(head).getByRole('button'));
  expect(numbers()).toEqual(['PO 1', 'PO 2', 'PO 3']);
});

it('hidden columns are neither shown nor exported', () => {
  const exported: string[][] = [];
  render(
    <Orders
      rows={orders.slice(0, 2)}
      hidden={['vendor']}
      onExport={(rows, shown) => exported.push([String(rows.length), ...shown.map((c) => c.id)])}
    />,
  );
  expect(screen.queryByRole('columnheader', { name: 'Vendor' })).toBeNull();
  fireEvent.click(screen.getByRole('button', { name: 'CSV' }));
  expect(exported).toEqual([['2', 'number', 'total']]);
});

it('the focus stays on its record when the rows change places under it', () => {
  const few = orders.slice(0, 3);
  const { rerender } = render(<Orders rows={few} />);
  startInTable();
  rerender(<Orders rows={[...few].reverse()} />);
  press('ArrowUp');
  expect(cellsOf(document.activeElement as HTMLElement)[1]).toBe('PO 2');
});

it('on paper every row stands, not only the window', () => {
  render(<Orders rows={orders.slice(0, 200)} />);
  fireEvent(window, new Event('beforeprint'));
  expect(dataRows()).toHaveLength(200);
  expect(screen.queryByRole('checkbox')).toBeNull();
  fireEvent(window, new Event('afterprint'));
  expect(dataRows().length).toBeLessThan(60);
});

it('an empty list says what to do', () => {
  render(<Orders rows={[]} empty={<p>No orders yet.</p>} />);
  expect(screen.getByText('No orders yet.')).toBeTruthy();
});

it('from the search box the first row is one ArrowDown away, and one ArrowUp leads back', () => {
  render(<Orders toolbar={<input type="search" aria-label="Search" />} />);
  const box = screen.getByRole('searchbox', { name: 'Search' });
  box.focus();
  press('ArrowDown');
  expect(focusedRow()).toBe('2');
  press('ArrowDown');
  press('ArrowUp');
  expect(focusedRow()).toBe('2');
  press('ArrowUp');
  expect(document.activeElement).toBe(box);
});

it('ArrowDown where nothing has the focus goes to the first row; in a button or with another key it is theirs', () => {
  render(
    <>
      <button type="button">Menu</button>
      <Orders />
    </>,
  );
  const button = screen.getByRole('button', { name: 'Menu' });
  button.focus();
  press('ArrowDown');
  expect(document.activeElement).toBe(button);
  button.blur();
  expect(document.activeElement).toBe(document.body);
  press('ArrowDown', { altKey: true });
  expect(document.activeElement).toBe(document.body);
  press('ArrowDown');
  expect(focusedRow()).toBe('2');
  press('ArrowDown');
  expect(focusedRow()).toBe('3');
});

it('a row that is gone gives the focus to the one in its place, the last to the search box', () => {
  const toolbar = <input type="search" aria-label="Search" />;
  const { rerender } = render(<Orders rows={orders.slice(0, 3)} toolbar={toolbar} />);
  dataRows()[2]!.focus();
  rerender(<Orders rows={orders.slice(0, 2)} toolbar={toolbar} />);
  expect(focusedRow()).toBe('3');
  rerender(<Orders rows={[orders[1]!, orders[0]!]} toolbar={toolbar} />);
  expect(document.activeElement?.textContent).toContain('PO 2');
  rerender(<Orders rows={[]} loading toolbar={toolbar} />);
  rerender(<Orders rows={orders.slice(4, 6)} toolbar={toolbar} />);
  expect(focusedRow()).toBe('2');
  rerender(<Orders rows={[]} toolbar={toolbar} />);
  expect(document.activeElement).toBe(screen.getByRole('searchbox', { name: 'Search' }));
});

it('somebody who has left the rows is not called back when they change', () => {
  const { rerender } = render(<Orders rows={orders.slice(0, 3)} />);
  dataRows()[2]!.focus();
  dataRows()[2]!.blur();
  rerender(<Orders rows={orders.slice(0, 2)} />);
  expect(document.activeElement).toBe(document.body);
});

it('of a list read in part it says how much is read', () => {
  render(<Orders rows={orders.slice(0, 200)} totalRows={10_000} />);
  expect(screen.getByText('10,000 rows')).toBeTruthy();
  expect(screen.getByText('200 read')).toBeTruthy();
});

it('a list whose end is not known yet says so instead of counting what is read as all', () => {
  const { rerender } = render(<Orders rows={orders.slice(0, 100)} hasMore />);
  expect(screen.getByText('100+ rows')).toBeTruthy();
  expect(grid().getAttribute('aria-rowcount')).toBe('-1');
  rerender(<Orders rows={orders.slice(0, 130)} />);
  expect(screen.getByText('130 rows')).toBeTruthy();
});

it.each([
  ['of how many', { totalRows: 7567 }, 'The first 30 of 7,567 rows.'],
  ['that there are more', { hasMore: true }, 'The first 30 rows; there are more.'],
] as const)('paper that shows only what was read of a list says %s', (_what, more, says) => {
  render(<Orders rows={orders.slice(0, 30)} {...more} />);
  expect(screen.queryByText(says)).toBeNull();
  fireEvent(window, new Event('beforeprint'));
  expect(screen.getByText(says)).toBeTruthy();
});

it('paper that shows all of a list says nothing of a part', () => {
  render(<Orders rows={orders.slice(0, 30)} totalRows={30} />);
  fireEvent(window, new Event('beforeprint'));
  expect(screen.queryByText(/^The first/)).toBeNull();
});
