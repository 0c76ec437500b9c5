import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Archive, ArchiveRestore, Merge, Phone } from 'lucide-react';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { customerQueries } from '../../data/customers.ts';
import { homeZone, setupQueries } from '../../data/setup.ts';
import { mayCall } from '../../lib/session.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { TagNames } from '../../parts/tag-names.tsx';
import { UndoRefusedDialog } from '../../parts/undo-refused-dialog.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { SplitPane } from '../../ui/split-pane.tsx';
import { CustomerFacts } from './customer-facts.tsx';
import { CustomerJobs } from './customer-jobs.tsx';
import { CustomerOwes } from './customer-owes.tsx';
import { CustomerPlaces } from './customer-places.tsx';
import { CustomerReach } from './customer-reach.tsx';
import { CustomerSide } from './customer-side.tsx';
import { LikelySame } from './likely-same.tsx';
import { useOutOfUse } from './use-out-of-use.ts';

/** The customer is in the cache: the route read it. */
export function CustomerPage({ id }: { id: number }) {
  const user = useCurrentUser();
  const { data: customer } = useSuspenseQuery(customerQueries.detail(id));
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const outOfUse = useOutOfUse();
  const mayBook = mayCall(user, 'jobs.book');
  const lockedBecause = mayCall(user, 'customers.update')
    ? undefined
    : 'Your role does not change customers.';
  const zone = homeZone(setup, user.businessUnitIds);
  const since = dayOf(customer.createdOn, zone).slice(0, 4);
  return (
    <SplitPane
      stacks
      label="Side panel"
      side={<CustomerSide id={id} locations={customer.locations} zone={zone} />}
    >
      <PageBar title={customer.name} />
      <div className="px-5 py-3.5">
        <PageHeader
          title={<bdi>{customer.name}</bdi>}
          detail={
            <>
              <span className="shrink-0">
                {customer.type} · since {since}
              </span>
              <span className="flex min-w-0 flex-wrap gap-1">
                <TagNames ids={customer.tagIds} />
              </span>
            </>
          }
          actions={
            <>
              <Link to="/customers/$id/merge" params={{ id }} className={buttonClass('ghost', 'form')}>
                <Merge aria-hidden /> Merge…
              </Link>
              <Button
                size="form"
                variant="ghost"
                icon={customer.active ? <Archive aria-hidden /> : <ArchiveRestore aria-hidden />}
                disabledReason={lockedBecause}
                busy={outOfUse.isPending}
                onClick={() => outOfUse.setCustomer(customer, !customer.active)}
              >
                {customer.active ? 'Take out of use' : 'Bring back'}
              </Button>
              {mayBook && customer.active && (
                <Link to="/book" search={{ customer: id }} className={buttonClass('primary', 'form')}>
                  <Phone aria-hidden /> Book a job
                </Link>
              )}
            </>
          }
        />
        {!customer.active && (
          <div className="mt-3">
            <ProblemBanner
              tone="info"
              title={customer.mergedInto ? 'Merged with another customer' : 'Out of use'}
              messages={[
                customer.mergedInto
                  ? 'Everything of this one stands there now.'
                  : 'Not found by the search and cannot be booked. Bring the customer back to go on.',
              ]}
              actions={
                customer.mergedInto && (
                  <Link to="/customers/$id" params={{ id: customer.mergedInto }} className={buttonClass()}>
                    Open
                  </Link>
                )
              }
            />
          </div>
        )}
        {customer.active && <LikelySame customer={customer} />}
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
        <CustomerOwes customerId={id} />
        <CustomerJobs customerId={id} setup={setup} />
        <UndoRefusedDialog error={outOfUse.refusal} onClose={outOfUse.dismiss} />
      </div>
    </SplitPane>
  );
}
