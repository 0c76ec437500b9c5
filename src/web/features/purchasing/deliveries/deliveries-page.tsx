import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { CalendarPlus, ChevronLeft, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { Day } from '#domain/time.ts';
import { setupQueries } from '../../../data/setup.ts';
import { spendQueries } from '../../../data/spend.ts';
import { formatDay } from '../../../lib/format.ts';
import type { RawSearch } from '../../../lib/search-params.ts';
import { firstWeekday } from '../../../lib/week.ts';
import { ClearAll, optionsOf, SomeOf } from '../../../parts/list-filters.tsx';
import { PageBar } from '../../../parts/page-bar.tsx';
import { PickedVendor } from '../../../parts/picked-vendor.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { Section } from '../../../parts/section.tsx';
import { useHomeDay } from '../../../parts/use-home-day.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { BuyingViews } from '../buying-views.tsx';
import { byDay, type DeliveriesSearch, deliveriesIn, spanOf, stepped } from './delivery-days.ts';
import { DeliveryRow } from './delivery-rows.tsx';
import { FeedDialog } from './feed-dialog.tsx';

/** What vendors are to bring: overdue first, then day by day of a week or a month. */
export function DeliveriesPage({ address }: { address: RawSearch }) {
  const search = deliveriesIn(address);
  const navigate = useNavigate();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const today = useHomeDay();
  const [isFeedOpen, setFeedOpen] = useState(false);
  const first = firstWeekday();
  const day = search.day ?? today;
  const span = spanOf(search, day, first);
  const [from, to] = span;
  const found = useQuery(
    spendQueries.deliveries({ from, to, vendorId: search.vendor, businessUnitIds: search.bu }),
  );
  const change = (changes: Partial<DeliveriesSearch>) =>
    void navigate({ to: '/purchase-orders/deliveries', search: { ...search, ...changes }, replace: true });
  const { overdue, days } = byDay(found.data?.items ?? [], span);
  const filled = days.filter(({ deliveries }) => deliveries.length > 0);
  const word = search.span === 'month' ? 'month' : 'week';
  return (
    <div className="flex h-full min-h-0 flex-col">
      <PageBar title="Deliveries" />
      <div className="flex flex-wrap items-center gap-2 border-b border-line px-2.5 py-1.5">
        <BuyingViews at="/purchase-orders/deliveries" />
        <Segmented
          label="Span"
          value={search.span ?? 'week'}
          onValueChange={(next) => change({ span: next })}
          options={[
            { value: 'week', label: 'Week' },
            { value: 'month', label: 'Month' },
          ]}
        />
        <IconButton
          label={`Previous ${word}`}
          variant="secondary"
          icon={<ChevronLeft aria-hidden />}
          onClick={() => change({ day: stepped(search, day, first, -1) })}
        />
        <span className="font-semibold tabular-nums" aria-live="polite">
          {formatDay(from, { today })} – {formatDay(to, { today })}
        </span>
        <IconButton
          label={`Next ${word}`}
          variant="secondary"
          icon={<ChevronRight aria-hidden />}
          onClick={() => change({ day: stepped(search, day, first, 1) })}
        />
        <Button variant="ghost" onClick={() => change({ day: undefined })}>
          Today
        </Button>
        <PickedVendor id={search.vendor} onChange={(vendor) => change({ vendor })} />
        <SomeOf
          label="Business unit"
          options={optionsOf(setup.businessUnits)}
          value={search.bu}
          onChange={(bu) => change({ bu })}
        />
        <ClearAll
          isFiltered={search.vendor !== undefined || search.bu !== undefined}
          onClear={() => change({ vendor: undefined, bu: undefined })}
        />
        <Button
          className="ml-auto"
          size="dense"
          icon={<CalendarPlus aria-hidden />}
          onClick={() => setFeedOpen(true)}
        >
          In my calendar…
        </Button>
      </div>
      <div className="min-h-0 flex-1 overflow-auto px-3 pb-6">
        {found.error && (
          <div className="py-3">
            <ProblemNote error={found.error} onRetry={() => void found.refetch()} />
          </div>
        )}
        {found.isPending && !found.error && <SkeletonRows rows={8} />}
        {found.isSuccess && overdue.length === 0 && filled.length === 0 && (
          <EmptyState
            text={`Nothing is awaited in this ${word}. What is with a vendor stands here on the day it is to come.`}
          />
        )}
        {overdue.length > 0 && (
          <Section title="Overdue" count={overdue.length}>
            <ul>
              {overdue.map((delivery) => (
                <DeliveryRow key={delivery.id} delivery={delivery} today={today} />
              ))}
            </ul>
          </Section>
        )}
        {(search.span === 'month' ? filled : overdue.length + filled.length > 0 ? days : []).map((one) => (
          <Section key={one.day} title={dayTitle(one.day, today)} count={one.deliveries.length || undefined}>
            {one.deliveries.length === 0 ? (
              <p className="px-3 py-1 text-faint">Nothing</p>
            ) : (
              <ul>
                {one.deliveries.map((delivery) => (
                  <DeliveryRow key={delivery.id} delivery={delivery} today={today} />
                ))}
              </ul>
            )}
          </Section>
        ))}
        {found.data?.isCut && (
          <p className="py-3 text-muted">There are more than are shown. Choose a vendor or a week.</p>
        )}
      </div>
      {isFeedOpen && <FeedDialog onClose={() => setFeedOpen(false)} />}
    </div>
  );
}

const dayTitle = (day: Day, today: Day): string =>
  day === today ? `Today, ${formatDay(day, { today })}` : formatDay(day, { today });
