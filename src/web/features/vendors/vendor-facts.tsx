import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Setup } from '#contract/setup.ts';
import type { Vendor } from '#contract/vendor.ts';
import { percentOfRate, rate } from '#domain/money.ts';
import { OPEN_STATUSES } from '#domain/purchasing/purchase-order.ts';
import { nameIn } from '../../data/setup.ts';
import { DELIVERY_WORDS } from '../../lib/delivery-words.ts';
import { formatPhone } from '../../lib/format.ts';
import { Section } from '../../parts/section.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';

const percent = (share: number): string => `${percentOfRate(rate(share))} %`;
const phoneLink = (phone: string): ReactNode =>
  phone ? <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{formatPhone(phone)}</a> : null;

/** What stands on the vendor, to be read. */
export function VendorFacts({ vendor, setup }: { vendor: Vendor; setup: Setup }) {
  const { street, unit, city, state, zip, country, email, paymentTermId, remittanceVendorId } = vendor;
  const person = `${vendor.contactFirstName} ${vendor.contactLastName}`.trim();
  const place = [[street, unit].filter(Boolean).join(' '), city, [state, zip].filter(Boolean).join(' ')];
  const address = [...place, country === 'US' ? '' : country].filter(Boolean).join(', ');
  return (
    <>
      <Section title="Reach">
        <div className="px-3 py-2.5 break-words">
          <DefinitionList
            items={[
              { term: 'Primary contact', value: person ? <bdi>{person}</bdi> : null },
              { term: 'Phone', value: phoneLink(vendor.phone) },
              { term: 'E-mail', value: email ? <a href={`mailto:${email}`}>{email}</a> : null },
              { term: 'Fax', value: vendor.fax ? formatPhone(vendor.fax) : null },
              { term: 'Address', value: address ? <bdi>{address}</bdi> : null },
              { term: 'External key', value: vendor.externalKey && <bdi>{vendor.externalKey}</bdi> },
            ]}
          />
        </div>
      </Section>
      <Section title="Buying">
        <div className="px-3 py-2.5 break-words">
          <DefinitionList
            items={[
              { term: 'Orders go out', value: DELIVERY_WORDS[vendor.deliveryOption] },
              {
                term: 'Payment term',
                value: paymentTermId === null ? 'due on receipt' : nameIn(setup.paymentTerms, paymentTermId),
              },
              {
                term: 'Remit to',
                value:
                  remittanceVendorId === null ? (
                    'the vendor itself'
                  ) : (
                    <VendorLink id={remittanceVendorId} name={vendor.remittanceVendorName ?? ''} />
                  ),
              },
              { term: 'Default tax', value: percent(vendor.defaultTaxRate) },
              { term: 'Over-receipt tolerance', value: percent(vendor.overReceiptTolerance) },
              { term: 'Price tolerance', value: percent(vendor.priceTolerance) },
              { term: 'Open orders', value: vendor.openOrders === 0 ? null : <OpenOrders vendor={vendor} /> },
              ...(vendor.paidFor.length > 0
                ? [{ term: 'Paid for', value: <PaidFor vendor={vendor} /> }]
                : []),
            ]}
          />
        </div>
      </Section>
      {vendor.memo && (
        <Section title="Memo">
          <p className="m-0 px-3 py-2.5 break-words whitespace-pre-line">
            <bdi>{vendor.memo}</bdi>
          </p>
        </Section>
      )}
    </>
  );
}

const VendorLink = ({ id, name }: { id: number; name: string }) => (
  <Link to="/vendors/$id" params={{ id }} className="underline">
    <bdi>{name}</bdi>
  </Link>
);

const OpenOrders = ({ vendor: { id, openOrders } }: { vendor: Vendor }) => (
  <Link
    to="/purchase-orders"
    search={{ vendor: id, status: OPEN_STATUSES }}
    className="underline tabular-nums"
  >
    {openOrders.toLocaleString('en-US')}
  </Link>
);

const PaidFor = ({ vendor }: { vendor: Vendor }) => (
  <ul className="m-0 list-none p-0">
    {vendor.paidFor.map((one) => (
      <li key={one.id}>
        <VendorLink {...one} />
      </li>
    ))}
  </ul>
);
