import { Link } from '@tanstack/react-router';
import type { Setup } from '#contract/setup.ts';
import type { VendorSummary } from '#contract/vendor.ts';
import { percentOfRate, rate } from '#domain/money.ts';
import { nameIn } from '../../data/setup.ts';
import { DELIVERY_WORDS } from '../../lib/delivery-words.ts';
import { formatPhone } from '../../lib/format.ts';
import { tagsColumn, wordsColumn } from '../../parts/list-columns.tsx';
import type { DataColumn } from '../../ui/data-column.ts';

/** The columns of the list. `text` is what the CSV says: tags by name, phone as it is kept. */
export const vendorColumns = (setup: Setup): DataColumn<VendorSummary>[] => [
  {
    id: 'name',
    title: 'Name',
    width: 200,
    grow: 3,
    fixed: true,
    cell: ({ id, name }) => (
      <Link to="/vendors/$id" params={{ id }} className="font-medium text-text" tabIndex={-1}>
        {/* An imported name may hold marks that turn the direction of what follows it. */}
        <bdi>{name}</bdi>
      </Link>
    ),
    sortBy: ({ name }) => name,
    text: ({ name }) => name,
  },
  wordsColumn({ id: 'contact', title: 'Contact', width: 130, grow: 1 }, ({ contactName }) => contactName),
  {
    ...wordsColumn<VendorSummary>({ id: 'phone', title: 'Phone', width: 150 }, ({ phone }) => phone),
    cell: ({ phone }) => <span className="tabular-nums">{formatPhone(phone)}</span>,
  },
  wordsColumn({ id: 'email', title: 'E-mail', width: 190, grow: 2 }, ({ email }) => email),
  wordsColumn({ id: 'street', title: 'Street', width: 150, grow: 1 }, ({ street }) => street),
  wordsColumn({ id: 'city', title: 'City', width: 110, grow: 1 }, ({ city }) => city),
  wordsColumn({ id: 'state', title: 'State', width: 64 }, ({ state }) => state),
  wordsColumn({ id: 'term', title: 'Payment term', width: 120 }, ({ paymentTermId }) =>
    paymentTermId === null ? '' : nameIn(setup.paymentTerms, paymentTermId),
  ),
  wordsColumn(
    { id: 'delivery', title: 'Orders go out', width: 170 },
    ({ deliveryOption }) => DELIVERY_WORDS[deliveryOption],
  ),
  {
    id: 'tax',
    title: 'Tax %',
    width: 70,
    align: 'right',
    cell: ({ defaultTaxRate }) => percentOfRate(rate(defaultTaxRate)),
    sortBy: ({ defaultTaxRate }) => defaultTaxRate,
    text: ({ defaultTaxRate }) => percentOfRate(rate(defaultTaxRate)),
  },
  tagsColumn(setup),
  wordsColumn({ id: 'key', title: 'External key', width: 120 }, ({ externalKey }) => externalKey ?? ''),
];

/** What a laptop has no room for; the column choice brings them. */
export const HIDDEN_AT_FIRST: readonly string[] = ['street', 'state', 'tax', 'key'];
