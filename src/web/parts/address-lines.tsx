import type { ReactNode } from 'react';
import type { InvoiceDocument } from '#contract/job-invoice.ts';
import { decimalOfRate, rate } from '#domain/money.ts';

type Tax = NonNullable<InvoiceDocument['tax']>;

/** Who or where, as a document keeps it: name, street, town. */
export function AddressLines({ of }: { of: InvoiceDocument['billTo'] }) {
  const street = [of.street, of.unit].filter(Boolean).join(', ');
  const town = [of.city, [of.state, of.zip].filter(Boolean).join(' ')].filter(Boolean).join(', ');
  return (
    <Lines>
      {[of.name, street, town].filter(Boolean).map((line) => (
        <bdi key={line}>{line}</bdi>
      ))}
    </Lines>
  );
}

/** The zone, and its rates: “6.25 % on material”. */
export const TaxLines = ({ of: { name, rates } }: { of: Tax }) => (
  <Lines>
    {name}
    {rates.map(rateText).join(', ') || 'no rates'}
  </Lines>
);

const rateText = (one: Tax['rates'][number]): string =>
  `${decimalOfRate(rate(one.rate * 100))} % ${one.base === 'Subtotal' ? 'on all' : `on ${one.base.toLowerCase()}`}`;

export function Lines({ children }: { children: ReactNode[] | ReactNode }) {
  return (
    <span className="flex flex-col text-sm">
      {[children].flat().map((line, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines of one address, in their order
        <span key={at} className="min-w-0 break-words">
          {line}
        </span>
      ))}
    </span>
  );
}
