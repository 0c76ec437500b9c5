import { Link } from '@tanstack/react-router';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';
import type { Edit, Edits, VendorGroup } from './proposal-edits.ts';
import { ProposalRow } from './proposal-row.tsx';

export type VendorLinesProps = {
  group: VendorGroup;
  edits: Edits;
  currency: string;
  onEdit: (keys: readonly string[], changes: Edit) => void;
};

const head = 'border-b border-line px-1.5 py-1.5 text-xs font-normal whitespace-nowrap text-muted';
const NUMBER = 'text-right';
/** Of the same width at every vendor: what is on hand is read down the page. The SKU takes what is left. */
const HEADS = [
  ['SKU', ''],
  ['Place', 'w-40'],
  ['On hand', `w-18 ${NUMBER}`],
  ['On order', `w-18 ${NUMBER}`],
  ['For jobs', `w-18 ${NUMBER}`],
  ['Level', `w-20 ${NUMBER}`],
  ['Used', `w-16 ${NUMBER}`],
  ['Order', `w-22 ${NUMBER}`],
  ['Vendor', 'w-40'],
  ['Cost', `w-22 ${NUMBER}`],
  ['Total', `w-26 ${NUMBER}`],
] as const;

/** One vendor's lines with what they come to. */
export function VendorLines({ group, edits, currency, onEdit }: VendorLinesProps) {
  const { vendorId, vendorName, lines, count, orders, totalCents } = group;
  return (
    <section aria-label={vendorName}>
      <header className="mb-1 flex min-h-7 flex-wrap items-center gap-2">
        <Checkbox
          label={`Order from ${vendorName}`}
          hideLabel
          checked={count > 0}
          indeterminate={count > 0 && count < lines.length}
          onChange={({ target }) =>
            onEdit(
              lines.map(({ key }) => key),
              { isOut: !target.checked },
            )
          }
        />
        <h2 className="min-w-0 font-semibold">
          <Link to="/vendors/$id" params={{ id: vendorId }} dir="auto" className="wrap-anywhere">
            {vendorName}
          </Link>
        </h2>
        <span className="text-muted">
          {count} of {lines.length} {lines.length === 1 ? 'line' : 'lines'}
          {orders > 1 && `, ${orders} orders: one for each place`}
        </span>
        <MoneyText className="ml-auto font-semibold" amount={totalCents} currency={currency} />
      </header>
      <div className="overflow-x-auto rounded-lg border border-line bg-surface">
        <table
          className="w-full min-w-260 table-fixed border-separate border-spacing-0 text-left"
          aria-label={`Lines for ${vendorName}`}
        >
          <thead>
            <tr>
              <th scope="col" className={`${head} w-9`}>
                <span className="sr-only">Order it</span>
              </th>
              {HEADS.map(([word, look]) => (
                <th key={word} scope="col" className={`${head} ${look}`}>
                  {word}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <ProposalRow key={line.key} line={line} edit={edits.get(line.key)} onEdit={onEdit} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
