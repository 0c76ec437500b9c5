import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { ArrowLeftRight, Merge } from 'lucide-react';
import { useState } from 'react';
import type { Customer } from '#contract/customer.ts';
import { duplicateReasonText } from '#contract/duplicate-reason-text.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { customerQueries } from '../../data/customers.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import { CustomerPicker } from '../../parts/customer-picker.tsx';
import { PageBar } from '../../parts/page-bar.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button, buttonClass } from '../../ui/button.tsx';
import { PageHeader } from '../../ui/page-header.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { draftOf } from './draft-of.ts';
import { type Choice, MergeChoice, usualChoice } from './merge-choice.tsx';
import { useMerge } from './use-merge.ts';

/** Two customers side by side who may be one. Both are in the cache; without the other one it is asked for first. */
export function MergePage({ id, withId }: { id: number; withId: number | undefined }) {
  const { data: customer } = useSuspenseQuery(customerQueries.detail(id));
  return (
    <div className="mx-auto max-w-5xl px-5 py-3.5">
      <PageBar title="Merge customers" />
      {withId === undefined || withId === id ? (
        <ChooseOther customer={customer} />
      ) : (
        <Both key={`${id} ${withId}`} keep={customer} absorbId={withId} />
      )}
    </div>
  );
}

function ChooseOther({ customer }: { customer: Customer }) {
  const navigate = useNavigate();
  const likely = useQuery(customerQueries.matches(draftOf(customer)));
  const choose = (withId: number) =>
    void navigate({ to: '/customers/$id/merge', params: { id: customer.id }, search: { with: withId } });
  return (
    <>
      <PageHeader
        title={
          <>
            Who else is <bdi>{customer.name}</bdi>?
          </>
        }
      />
      <div className="mt-3 max-w-md">
        <CustomerPicker
          aria-label="The other customer"
          value={null}
          onValueChange={(hit) => hit && hit.id !== customer.id && choose(hit.id)}
          autoFocus
        />
      </div>
      {likely.data && likely.data.items.length > 0 && (
        <section aria-label="Likely" className="mt-4">
          <h2 className="text-xs font-semibold text-muted">Likely</h2>
          {likely.data.items.map(({ customer: other, reasons }) => (
            <p key={other.id} className="mt-2 flex flex-wrap items-center gap-2 wrap-anywhere">
              <Button onClick={() => choose(other.id)}>
                <bdi className="truncate">{other.name}</bdi>
                <span className="truncate text-muted">{other.address || other.phone}</span>
              </Button>
              <span className="text-xs text-muted">{duplicateReasonText(reasons)}</span>
            </p>
          ))}
        </section>
      )}
    </>
  );
}

function Both({ keep, absorbId }: { keep: Customer; absorbId: number }) {
  const { data: absorb } = useSuspenseQuery(customerQueries.detail(absorbId));
  const [choice, setChoice] = useState<Choice>(() => usualChoice(keep, absorb));
  const merging = useMerge(keep, absorb);
  const mayMerge = mayCall(useCurrentUser(), 'customers.merge');
  const gone = [keep, absorb].find(({ active }) => !active);
  const lockedBecause = mayMerge
    ? gone && refusalText(gone.mergedInto ? 'customer.merged' : 'customer.inactive', { name: gone.name })
    : 'Your role does not change customers.';
  return (
    <>
      <PageHeader
        title="Are these one customer?"
        actions={
          <>
            <Link to="/customers/$id" params={{ id: keep.id }} className={buttonClass('secondary', 'form')}>
              Leave both
            </Link>
            <Link
              to="/customers/$id/merge"
              params={{ id: absorb.id }}
              search={{ with: keep.id }}
              replace
              className={buttonClass('secondary', 'form')}
            >
              <ArrowLeftRight aria-hidden /> Keep the other
            </Link>
            <Button
              size="form"
              variant="primary"
              icon={<Merge aria-hidden />}
              busy={merging.isPending}
              disabledReason={lockedBecause}
              onClick={() => merging.run(choice)}
            >
              Merge
            </Button>
          </>
        }
      />
      <p className="mt-1 wrap-anywhere text-muted">
        Jobs, invoices, projects, notes, files and calls of <bdi>{absorb.name}</bdi> go to{' '}
        <bdi>{keep.name}</bdi>. Links to it lead there. The step can be undone for 24 hours.
      </p>
      <div className="mt-3 flex flex-col gap-3">
        {gone && (
          <ProblemBanner
            tone="warning"
            messages={[
              refusalText(gone.mergedInto ? 'customer.merged' : 'customer.inactive', { name: gone.name }),
            ]}
            actions={
              <Link to="/customers/$id" params={{ id: gone.mergedInto ?? gone.id }} className={buttonClass()}>
                Open
              </Link>
            }
          />
        )}
        <ProblemNote error={merging.error} />
      </div>
      <div className="mt-3 overflow-x-auto rounded-lg border border-line bg-surface px-3">
        <MergeChoice keep={keep} absorb={absorb} choice={choice} onChoose={setChoice} />
      </div>
    </>
  );
}
