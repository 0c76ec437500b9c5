import { formatMoney } from '../../../lib/format.ts';
import type { ReturnFigures } from './return-check.ts';

/** What the vendor owes for it: the value less what they keep. */
export function ExpectedCredit({ figures, currency }: { figures: ReturnFigures; currency: string }) {
  const row = (title: string, amount: string, isSum = false) => (
    <div className={isSum ? 'contents font-semibold text-text' : 'contents text-muted'}>
      <dt>{title}</dt>
      <dd className="m-0 text-right tabular-nums">{amount}</dd>
    </div>
  );
  return (
    <dl aria-label="What credit is expected" className="m-0 grid grid-cols-[auto_auto] gap-x-6 gap-y-0.5">
      {row('Value', formatMoney(figures.value, currency))}
      {figures.fee > 0 && row('Restocking fee', `−${formatMoney(figures.fee, currency)}`)}
      {row('Expected credit', formatMoney(figures.expected, currency), true)}
    </dl>
  );
}
