import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Phone } from 'lucide-react';
import { useState } from 'react';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { customerQueries } from '../../data/customers.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { mayCall } from '../../lib/session.ts';
import { HistoryList } from '../../parts/history-list.tsx';
import { PageBar } from '../../parts/page-bar.tsx';
import { TagNames } from '../../parts/tag-names.tsx';
import { buttonClass } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { Select } from '../../ui/select.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { Tabs } from '../../ui/tabs.tsx';
import { CustomerFacts } from './customer-facts.tsx';
import { CustomerJobs } from './customer-jobs.tsx';
import { CustomerPlaces } from './customer-places.tsx';
import { CustomerReach } from './customer-reach.tsx';

/** The customer is in the cache: the route read it. */
export function CustomerPage({ id }: { id: number }) {
  const user = useCurrentUser();
  const { data: customer } = useSuspenseQuery(customerQueries.detail(id));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const mayBook = mayCall(user, 'jobs.book');
  const lockedBecause = mayCall(user, 'customers.update')
    ? undefined
    : 'Your role does not change customers.';
  const since = dayOf(customer.createdOn, homeZone(setup, user.businessUnitIds)).slice(0, 4);
  return (
    <SplitPane label="Side panel" side={<Side id={id} locations={customer.locations} />}>
      <PageBar title={customer.name} />
      <div className="px-5 py-3.5">
        <PageHeader
          title={customer.name}
          detail={
            <>
              {customer.type} · since {since}
              <TagNames ids={customer.tagIds} />
            </>
          }
          actions={
            mayBook && (
              <Link to="/book" search={{ customer: id }} className={buttonClass('primary', 'form')}>
                <Phone aria-hidden /> Book a job
              </Link>
            )
          }
        />
        {customer.doNotService && (
          <div className="mt-3">
            <ProblemBanner
              title="Do not service"
              messages={['Nobody goes there. A dispatcher or admin can book all the same.']}
            />
          </div>
        )}
        <div className="mt-3">
          <CustomerFacts customer={customer} lockedBecause={lockedBecause} />
        </div>
        <CustomerPlaces customer={customer} setup={setup} lockedBecause={lockedBecause} mayBook={mayBook} />
        <CustomerReach customer={customer} lockedBecause={lockedBecause} />
        <CustomerJobs customerId={id} setup={setup} />
      </div>
    </SplitPane>
  );
}

type Part = `customer-${number}` | `location-${number}`;

/** What happened to the customer, or to one of their locations. */
function Side({ id, locations }: { id: number; locations: readonly { id: number; street: string }[] }) {
  const [part, setPart] = useState<Part>(`customer-${id}`);
  const [kind, recordId] = part.split('-') as ['customer' | 'location', string];
  return (
    <Tabs
      label="About the customer"
      value="history"
      onValueChange={() => {}}
      className="h-full px-3.5"
      panelClassName="overflow-y-auto"
      items={[
        {
          id: 'history',
          label: 'History',
          content: (
            <>
              <div className="pt-2">
                <Select<Part>
                  aria-label="History of"
                  size="dense"
                  value={part}
                  onValueChange={setPart}
                  options={[
                    { value: `customer-${id}`, label: 'Customer' },
                    ...locations.map((one) => ({ value: `location-${one.id}` as const, label: one.street })),
                  ]}
                />
              </div>
              <HistoryList kind={kind} id={Number(recordId)} />
            </>
          ),
        },
      ]}
    />
  );
}
