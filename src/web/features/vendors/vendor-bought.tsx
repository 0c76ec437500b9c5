import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Vendor } from '#contract/vendor.ts';
import { cents, percentOfRate, rate } from '#domain/money.ts';
import { addDays, type Day, dayOf } from '#domain/time.ts';
import { spendQueries } from '../../data/spend.ts';
import { clock, useNow } from '../../lib/clock.ts';
import { formatMoney } from '../../lib/format.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Section } from '../../parts/section.tsx';
import { DefinitionList } from '../../ui/definition-list.tsx';

type Sum = { readonly currency: string; readonly receivedCents: number };

/** What came from here in a year and by year, and how much of it by the day they had named. */
export function VendorBought({ vendor: { id } }: { vendor: Pick<Vendor, 'id'> }) {
  const { data, error, refetch } = useQuery(spendQueries.ofVendor(id));
  const today = dayOf(useNow(60_000), clock.zone());
  if (error) return <ProblemNote error={error} onRetry={() => void refetch()} />;
  const years = [...new Set(data?.years.map(({ year }) => year))];
  const spent = (sums: readonly Sum[], from: Day, to: Day) => (
    <Link
      to="/purchase-orders/spend"
      search={{ vendor: id, by: 'type', from, to }}
      className="tabular-nums underline"
    >
      {sums.map((one) => formatMoney(cents(one.receivedCents), one.currency)).join(' · ')}
    </Link>
  );
  return (
    <Section title="Bought here">
      <div className="px-3 py-2.5">
        {data && years.length === 0 ? (
          <p className="m-0 text-muted">Nothing has come from this vendor yet.</p>
        ) : (
          <DefinitionList
            items={[
              {
                term: 'Last 12 months',
                value: data?.lastYear.length ? spent(data.lastYear, yearBefore(today), today) : null,
              },
              ...years.map((year) => ({
                term: String(year),
                value: spent(
                  data!.years.filter((one) => one.year === year),
                  `${year}-01-01` as Day,
                  `${year}-12-31` as Day,
                ),
              })),
              { term: 'On time', value: data ? onTimeText(data.onTime) : null },
            ]}
          />
        )}
      </div>
    </Section>
  );
}

/** The first day of the twelve months that end today. */
const yearBefore = (today: Day): Day =>
  addDays(`${Number(today.slice(0, 4)) - 1}${today.slice(4).replace('-02-29', '-02-28')}` as Day, 1);

function onTimeText({
  counted,
  onTime,
  rate: share,
}: {
  counted: number;
  onTime: number;
  rate: number | null;
}) {
  if (share === null) return 'no day was named for what came';
  const percent = percentOfRate(rate(Math.round(share / 10_000) * 10_000));
  return `${percent} % of the last 12 months: ${onTime} of ${counted} lines by the day they named`;
}
