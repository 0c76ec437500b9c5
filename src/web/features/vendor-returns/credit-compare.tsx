import type { ReturnCardView } from '#contract/vendor-return.ts';
import { cents } from '#domain/money.ts';
import { expectedCredit, worthOf } from '#domain/purchasing/vendor-return.ts';
import { returnOf } from '../../data/vendor-returns.ts';
import { formatDay, formatMoney } from '../../lib/format.ts';
import { Section } from '../../parts/section.tsx';
import { creditDifference } from './credit-words.ts';

/** What was to be expected against what came. */
export function CreditCompare({ card }: { card: ReturnCardView }) {
  const { currency, credited } = card.vendorReturn;
  const back = returnOf(card);
  const expected = expectedCredit(back);
  const money = (amount: number) => formatMoney(cents(amount), currency);
  const difference = credited && creditDifference(expected, cents(credited.cents), currency);
  const fact = (title: string, shown: string, more?: string | null, isStrong = false) => (
    <div>
      <dt className="text-xs text-muted">{title}</dt>
      <dd className={`m-0 tabular-nums ${isStrong ? 'font-semibold' : ''}`}>
        {shown}
        {more && <span className="block text-xs font-normal text-muted">{more}</span>}
      </dd>
    </div>
  );
  return (
    <Section title="Credit">
      <dl className="m-0 grid grid-cols-2 gap-x-5 gap-y-2 px-3 py-2 sm:grid-cols-4">
        {fact('Value of the goods', money(worthOf(back.lines)))}
        {fact('Restocking fee', money(back.restockingFeeCents))}
        {fact('Expected', money(expected), null, true)}
        {credited ? (
          <div>
            <dt className="text-xs text-muted">Came</dt>
            <dd className="m-0 font-semibold tabular-nums">
              {money(credited.cents)}
              <span
                className={`block text-xs font-normal ${difference === 'as expected' ? 'text-muted' : 'text-warning'}`}
              >
                {difference}
              </span>
              <span className="block text-xs font-normal wrap-anywhere text-muted">
                {credited.number && (
                  <>
                    <bdi>{credited.number}</bdi>,{' '}
                  </>
                )}
                {formatDay(credited.on, { today: card.asking.today })}
              </span>
            </dd>
          </div>
        ) : (
          fact('Came', '–', card.vendorReturn.status === 'Returned' ? 'not yet' : null)
        )}
      </dl>
    </Section>
  );
}
