import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { formatQuantity, quantity } from '#domain/money.ts';
import { spendQueries } from '../../data/spend.ts';
import { formatDay } from '../../lib/format.ts';
import { costText } from '../../lib/stock-words.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { rowClass, Section, useFewRows } from '../../parts/section.tsx';
import { Select } from '../../ui/select.tsx';
import { cellClass, headClass, numberClass, tableClass } from './table-class.ts';

/** The list cannot offer undefined, so every vendor is a number none has. */
const ALL = 0;
const NONE: never[] = [];

/** What it cost on every order a vendor has had, of one vendor or of all: the newest first. */
export function SkuPrices({ skuId }: { skuId: number }) {
  const { data, error, refetch } = useQuery(spendQueries.ofSku(skuId));
  const [vendorId, setVendorId] = useState(ALL);
  const prices = data?.items ?? NONE;
  const vendors = [...new Map(prices.map((one) => [one.vendorId, one.vendorName]))];
  const { shown, more } = useFewRows(prices.filter((one) => vendorId === ALL || one.vendorId === vendorId));
  return (
    <Section
      title="Prices on orders"
      count={data && prices.length}
      action={
        vendors.length > 1 && (
          <Select
            aria-label="Vendor of the prices"
            size="dense"
            value={vendorId}
            onValueChange={setVendorId}
            options={[
              { value: ALL, label: 'All vendors' },
              ...vendors.map(([value, label]) => ({ value, label })),
            ]}
          />
        )
      }
    >
      {error && <ProblemNote error={error} onRetry={() => void refetch()} />}
      {data && prices.length === 0 && (
        <p className={`${rowClass} text-muted`}>It has not been ordered yet.</p>
      )}
      {shown.length > 0 && (
        <table className={tableClass} aria-label="Prices on orders">
          <thead>
            <tr>
              {['Ordered', 'Order', 'Vendor'].map((head) => (
                <th key={head} scope="col" className={headClass}>
                  {head}
                </th>
              ))}
              {['Quantity', 'Cost each'].map((head) => (
                <th key={head} scope="col" className={`${headClass} text-right`}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.id}>
                <td className={`${cellClass} tabular-nums`}>{formatDay(one.date, { year: true })}</td>
                <td className={`${cellClass} tabular-nums`}>
                  <Link to="/purchase-orders/$id" params={{ id: one.orderId }}>
                    {one.orderNumber}
                  </Link>
                </td>
                <td className={`${cellClass} wrap-anywhere`}>
                  <Link to="/vendors/$id" params={{ id: one.vendorId }} className="text-text">
                    <bdi>{one.vendorName}</bdi>
                  </Link>
                </td>
                <td className={`${cellClass} ${numberClass}`}>{formatQuantity(quantity(one.quantity))}</td>
                <td className={`${cellClass} ${numberClass}`}>
                  {costText(one.cost)} <span className="text-xs text-muted">{one.currency}</span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {more}
    </Section>
  );
}
