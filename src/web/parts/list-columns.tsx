/** Columns that several lists have. */
import { Link } from '@tanstack/react-router';
import type { Setup } from '#contract/setup.ts';
import { nameIn } from '../data/setup.ts';
import type { DataColumn } from '../ui/data-column.ts';
import { TagNames } from './tag-names.tsx';

type Head = Pick<DataColumn<never>, 'id' | 'title' | 'width' | 'grow' | 'fixed'>;

/** Words that are shown, sorted by and exported as they stand. */
export const wordsColumn = <Row,>(head: Head, of: (row: Row) => string): DataColumn<Row> => ({
  ...head,
  cell: of,
  sortBy: (row) => of(row) || null,
  text: of,
});

/** Several people, or the faint word for none. */
export const peopleColumn = <Row,>(head: Head, of: (row: Row) => readonly string[]): DataColumn<Row> => ({
  ...head,
  cell: (row) => of(row).join(', ') || <span className="text-faint">nobody</span>,
  sortBy: (row) => of(row).join(', ') || null,
  text: (row) => of(row).join('; '),
});

/** Free text is read, not sorted by. */
export const proseColumn = <Row,>(head: Head, of: (row: Row) => string): DataColumn<Row> => ({
  ...head,
  cell: of,
  text: of,
});

type OfCustomer = { readonly customerId: number; readonly customerName: string };

export const customerColumn = <Row extends OfCustomer>(): DataColumn<Row> => ({
  ...wordsColumn<Row>(
    { id: 'customer', title: 'Customer', width: 150, grow: 2 },
    ({ customerName }) => customerName,
  ),
  cell: ({ customerId, customerName }) => (
    // A name written from right to left ends at the left: cut there, not at its beginning.
    <Link
      to="/customers/$id"
      params={{ id: customerId }}
      dir="auto"
      className="inline-block max-w-full truncate align-bottom text-text"
      tabIndex={-1}
    >
      {customerName}
    </Link>
  ),
});

export const jobTypeColumn = <Row extends { readonly jobTypeId: number }>(setup: Setup, width = 120) =>
  wordsColumn<Row>({ id: 'type', title: 'Type', width }, ({ jobTypeId }) =>
    nameIn(setup.jobTypes, jobTypeId),
  );

export const unitColumn = <Row extends { readonly businessUnitId: number }>(setup: Setup) =>
  wordsColumn<Row>({ id: 'unit', title: 'Business unit', width: 120 }, ({ businessUnitId }) =>
    nameIn(setup.businessUnits, businessUnitId),
  );

export const tagsColumn = <Row extends { readonly tagIds: readonly number[] }>(
  setup: Setup,
): DataColumn<Row> => ({
  id: 'tags',
  title: 'Tags',
  width: 120,
  cell: ({ tagIds }) => (
    <span className="inline-flex gap-1 align-middle">
      <TagNames ids={tagIds} />
    </span>
  ),
  text: ({ tagIds }) => tagIds.map((id) => nameIn(setup.tags, id)).join('; '),
});

type OfVisit = {
  readonly jobId: number;
  readonly jobNumber: number;
  readonly appointmentId: number;
  readonly appointmentNumber: number;
};

/** A visit by its number, which opens it in its job. */
export const visitColumn = <Row extends OfVisit>(): DataColumn<Row> => ({
  id: 'visit',
  title: 'Visit',
  width: 84,
  cell: ({ jobId, jobNumber, appointmentId, appointmentNumber }) => (
    <Link
      to="/jobs/$id"
      params={{ id: jobId }}
      search={{ visit: appointmentId }}
      className="font-medium tabular-nums"
      tabIndex={-1}
    >
      {jobNumber}-{appointmentNumber}
    </Link>
  ),
  sortBy: ({ jobNumber }) => jobNumber,
  text: ({ jobNumber, appointmentNumber }) => `${jobNumber}-${appointmentNumber}`,
});
