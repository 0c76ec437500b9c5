import { Link } from '@tanstack/react-router';
import type { Sku } from '#contract/sku.ts';
import { COMING_STATUSES } from '#domain/purchasing/purchase-order.ts';
import { costText, unitsText } from '../../lib/stock-words.ts';
import { Section } from '../../parts/section.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';
import { marginText } from './margin-text.ts';

const yesNo = (is: boolean): string => (is ? 'yes' : 'no');

const OnOrder = ({ sku: { id, onOrder, unit } }: { sku: Sku }) =>
  onOrder === 0 ? null : (
    <Link to="/purchase-orders" search={{ sku: id, status: COMING_STATUSES }} className="underline">
      <span className="tabular-nums">{unitsText(onOrder)}</span> <bdi>{unit}</bdi>
    </Link>
  );

/** What stands on the SKU, to be read. */
export function SkuFacts({ sku }: { sku: Sku }) {
  return (
    <>
      <Section title="Facts">
        <div className="px-3 py-2.5 break-words">
          <DefinitionList
            items={[
              { term: 'Kind', value: sku.kind },
              { term: 'Unit', value: <bdi>{sku.unit}</bdi> },
              { term: 'Cost', value: <span className="tabular-nums">{costText(sku.cost)}</span> },
              {
                term: 'Average cost',
                value: sku.averageCost !== null && (
                  <span className="tabular-nums" title="Of all accepted bills: value ÷ quantity">
                    {costText(sku.averageCost)}
                  </span>
                ),
              },
              {
                term: 'Price',
                value: sku.salePrice !== null && (
                  <span className="tabular-nums">
                    {costText(sku.salePrice)}
                    {sku.price === null && <span className="text-muted"> by the markup rules</span>}
                  </span>
                ),
              },
              { term: 'Margin', value: <span className="tabular-nums">{marginText(sku)}</span> },
              { term: 'Taxable', value: yesNo(sku.taxable) },
              { term: 'Serial numbers', value: sku.serialized ? 'one for each unit' : null },
              { term: 'GL account', value: sku.glAccountName && <bdi>{sku.glAccountName}</bdi> },
              { term: 'On order', value: <OnOrder sku={sku} /> },
              { term: 'External key', value: sku.externalKey && <bdi>{sku.externalKey}</bdi> },
            ]}
          />
        </div>
      </Section>
      {sku.description && (
        <Section title="Description">
          <p className="m-0 px-3 py-2.5 break-words whitespace-pre-line">
            <bdi>{sku.description}</bdi>
          </p>
        </Section>
      )}
    </>
  );
}
