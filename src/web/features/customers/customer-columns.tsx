import { Link } from '@tanstack/react-router';
import type { CustomerSummary } from '#contract/customer.ts';
import type { Setup } from '#contract/setup.ts';
import { nameIn } from '../../data/setup.ts';
import { formatPhone } from '../../lib/format.ts';
import { TagNames } from '../../parts/tag-names.tsx';
import type { DataColumn } from '../../ui/data-column.ts';

/** The columns of the list. `text` is what the CSV says: tags by name, phone as it is kept. */
export const customerColumns = (setup: Setup): DataColumn<CustomerSummary>[] => [
  {
    id: 'name',
    title: 'Name',
    width: 220,
    grow: 2,
    fixed: true,
    cell: ({ id, name, doNotService }) => (
      <>
        <Link to="/customers/$id" params={{ id }} className="font-medium text-text" tabIndex={-1}>
          {/* An imported name may hold marks that turn the direction of what follows it. */}
          <bdi>{name}</bdi>
        </Link>
        {doNotService && <span className="ml-1.5 text-xs font-semibold text-danger">do not service</span>}
      </>
    ),
    sortBy: ({ name }) => name,
    text: ({ name }) => name,
  },
  {
    id: 'phone',
    title: 'Phone',
    width: 130,
    cell: ({ phone }) => <span className="tabular-nums">{formatPhone(phone)}</span>,
    sortBy: ({ phone }) => phone || null,
    text: ({ phone }) => phone,
  },
  {
    id: 'email',
    title: 'E-mail',
    width: 240,
    grow: 1,
    cell: ({ email }) => <bdi>{email}</bdi>,
    sortBy: ({ email }) => email || null,
    text: ({ email }) => email,
  },
  {
    id: 'address',
    title: 'Address',
    width: 220,
    grow: 2,
    cell: ({ address, locationCount }) => (
      <>
        {address ? <bdi>{address}</bdi> : <span className="text-faint">no location</span>}
        {locationCount > 1 && <span className="text-muted"> +{locationCount - 1}</span>}
      </>
    ),
    sortBy: ({ address }) => address || null,
    text: ({ address }) => address,
  },
  {
    id: 'type',
    title: 'Kind',
    width: 110,
    cell: ({ type }) => type,
    sortBy: ({ type }) => type,
    text: ({ type }) => type,
  },
  {
    id: 'locations',
    title: 'Locations',
    width: 90,
    align: 'right',
    cell: ({ locationCount }) => locationCount,
    sortBy: ({ locationCount }) => locationCount,
    text: ({ locationCount }) => String(locationCount),
  },
  {
    id: 'jobs',
    title: 'Jobs',
    width: 70,
    align: 'right',
    cell: ({ jobCount }) => jobCount,
    sortBy: ({ jobCount }) => jobCount,
    text: ({ jobCount }) => String(jobCount),
  },
  {
    id: 'tags',
    title: 'Tags',
    width: 150,
    grow: 1,
    cell: ({ tagIds }) => (
      <span className="inline-flex gap-1 align-middle">
        <TagNames ids={tagIds} />
      </span>
    ),
    text: ({ tagIds }) => tagIds.map((id) => nameIn(setup.tags, id)).join('; '),
  },
];
