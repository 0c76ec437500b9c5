import type { ReactNode } from 'react';
import { csvText } from '#domain/csv-text.ts';

export type DataColumn<Row> = {
  id: string;
  /** the head, also its name in the column choice and the CSV file */
  title: string;
  cell: (row: Row) => ReactNode;
  /** makes the column sortable; null goes last either way */
  sortBy?: ((row: Row) => string | number | null) | undefined;
  /** plain text for the CSV file: dates as ISO, money as 1234.50; left out: the column is not exported */
  text?: ((row: Row) => string) | undefined;
  /** px, the least it takes (default 120) */
  width?: number | undefined;
  /** takes a share of the room that is left; at least one column should */
  grow?: number | undefined;
  align?: 'left' | 'right' | undefined;
  /** cannot be hidden: the column that names the row */
  fixed?: boolean | undefined;
};

export type TableSort = { id: string; desc: boolean };

const leastWidth = 120;

/** On paper nothing scrolls sideways: the columns share the sheet in proportion. */
export function paperTracks<Row>(columns: readonly DataColumn<Row>[]): string {
  return columns.map((column) => `minmax(0, ${column.width ?? leastWidth}fr)`).join(' ');
}

/** The tracks of a CSS grid and the width below which the table scrolls sideways. */
export function gridTracks<Row>(
  columns: readonly DataColumn<Row>[],
  selectable: boolean,
): { tracks: string; minWidth: number } {
  const widths = columns.map((column) => column.width ?? leastWidth);
  const tracks = columns.map((column, index) =>
    column.grow ? `minmax(${widths[index]}px, ${column.grow}fr)` : `${widths[index]}px`,
  );
  if (!columns.some((column) => column.grow)) tracks.push('minmax(0, 1fr)');
  if (selectable) tracks.unshift('40px');
  return {
    tracks: tracks.join(' '),
    minWidth: widths.reduce((sum, width) => sum + width, selectable ? 40 : 0),
  };
}

/** The columns that have a text, heads first. */
export function csvOf<Row>(columns: readonly DataColumn<Row>[], rows: readonly Row[]): string {
  const shown = columns.filter((column) => column.text);
  return csvText([
    shown.map((column) => column.title),
    ...rows.map((row) => shown.map((column) => column.text!(row))),
  ]);
}
