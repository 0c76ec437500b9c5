import type { ReturnCardView } from '#contract/vendor-return.ts';
import { formatCents, lineTotal, quantity, unitPrice } from '#domain/money.ts';
import { costText, unitsText } from '../../lib/stock-words.ts';
import { Section } from '../../parts/section.tsx';

const head = 'border-b border-line bg-surface px-2 py-1.5 text-xs font-normal text-muted';
const cell = 'border-b border-line px-2 py-1.5 align-top';
const figure = `${cell} text-right whitespace-nowrap tabular-nums`;

/** What goes or went back, as it stands. */
export function ReturnLines({ card }: { card: ReturnCardView }) {
  return (
    <Section title="Lines" count={card.lines.length}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is scrolled by keyboard, too */}
      <section aria-label="Lines of the return" tabIndex={0} className="overflow-auto focus-inset">
        <table
          aria-label="Lines of the return"
          className="w-full min-w-2xl border-separate border-spacing-0 text-left"
        >
          <thead>
            <tr>
              <th scope="col" className={`${head} text-right`}>
                #
              </th>
              <th scope="col" className={head}>
                Part
              </th>
              <th scope="col" className={head}>
                Description
              </th>
              <th scope="col" className={`${head} text-right`}>
                Back
              </th>
              <th scope="col" className={head}>
                From
              </th>
              <th scope="col" className={`${head} text-right`}>
                Cost
              </th>
              <th scope="col" className={`${head} text-right`}>
                Value
              </th>
            </tr>
          </thead>
          <tbody>
            {card.lines.map((line) => (
              <tr key={line.id}>
                <td className={`${figure} text-muted`}>{line.position}</td>
                <td className={`${cell} min-w-28 wrap-anywhere`}>
                  <bdi className="font-medium">{line.skuCode}</bdi>
                  {line.vendorPartNumber && (
                    <bdi className="block text-xs text-muted">{line.vendorPartNumber}</bdi>
                  )}
                </td>
                <td className={`${cell} min-w-40 wrap-anywhere`}>
                  <bdi>{line.description}</bdi>
                  {line.serials.length > 0 && (
                    <span className="block text-xs text-muted">
                      Serial <bdi>{line.serials.join(', ')}</bdi>
                    </span>
                  )}
                </td>
                <td className={figure}>
                  {unitsText(line.quantity)} <span className="text-xs text-muted">{line.unit}</span>
                </td>
                <td className={`${cell} wrap-anywhere`}>
                  <bdi>{line.place}</bdi>
                </td>
                <td className={figure}>{costText(line.cost)}</td>
                <td className={figure}>
                  {formatCents(lineTotal(quantity(line.quantity), unitPrice(line.cost)))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </Section>
  );
}
