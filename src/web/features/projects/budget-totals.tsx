import type { Budget } from '#contract/project.ts';
import { cents } from '#domain/money.ts';
import { formatMinutes } from '../../lib/format.ts';
import { MoneyText } from '../../ui/money-text.tsx';
import { Tooltip } from '../../ui/tooltip.tsx';
import { BUDGET_WORDS, quantityText } from './budget-words.ts';
import { cellClass, headClass, tableClass } from './grid.ts';

const NOT_BOUGHT = 'Nothing has been bought for this project: no purchase order and no vendor bill names it.';

/** Budget, actual and what is left per kind; for whoever sees no costs, the hours. */
export function BudgetTotals({ budget }: { budget: Budget }) {
  const { labor, rows } = budget;
  const withCosts = labor.costCents !== undefined;
  const heads = withCosts
    ? ['', 'Hours', 'Worked', `Budget ${budget.currency}`, 'Actual', 'Left']
    : ['', 'Hours', 'Worked'];
  return (
    <section aria-label="Budget against actual" className="flex flex-col gap-2">
      <table className={tableClass}>
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col" className={head ? `${headClass} text-right` : headClass}>
                {head || <span className="sr-only">Kind</span>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows
            .filter(({ kind }) => withCosts || kind === 'Labor')
            .map((row) => (
              <tr key={row.kind} className="group">
                <th scope="row" className={`${cellClass} font-normal`}>
                  {BUDGET_WORDS[row.kind]}
                </th>
                <td className={`${cellClass} text-right tabular-nums`}>
                  {row.kind === 'Labor' && quantityText('Labor', row.budgetQuantity)}
                </td>
                <td className={`${cellClass} text-right tabular-nums`}>
                  {row.kind === 'Labor' && formatMinutes(labor.minutes)}
                </td>
                {withCosts && (
                  <>
                    <Amount value={row.budgetCents} />
                    <Amount value={row.actualCents} because={row.kind === 'Labor' ? undefined : NOT_BOUGHT} />
                    <Amount value={row.leftCents} warns />
                  </>
                )}
              </tr>
            ))}
        </tbody>
      </table>
      <p className="flex flex-wrap justify-between gap-x-4 text-muted">
        <span>
          {labor.unratedMinutes > 0 &&
            `${formatMinutes(labor.unratedMinutes)} of work ${withCosts ? 'is not in the costs: nobody has said what that technician’s hour costs.' : 'has no cost yet.'}`}
        </span>
        <span className="ml-auto">
          Invoiced to the customer{' '}
          <MoneyText
            amount={cents(budget.invoicedCents)}
            currency={budget.currency}
            className="ml-1 font-semibold text-text"
          />
        </span>
      </p>
    </section>
  );
}

type AmountProps = { value: number | null; because?: string | undefined; warns?: boolean };

function Amount({ value, because, warns = false }: AmountProps) {
  if (value === null) return <td className={cellClass} />;
  const text = (
    <MoneyText amount={cents(value)} className={warns && value < 0 ? 'font-semibold text-danger' : ''} />
  );
  return (
    <td className={`${cellClass} text-right`}>
      {because ? (
        <Tooltip text={because}>
          {/* A button, so that the reason is found by keyboard too. */}
          <button type="button" className="text-muted">
            {text}
            <span className="sr-only">. {because}</span>
          </button>
        </Tooltip>
      ) : (
        text
      )}
    </td>
  );
}
