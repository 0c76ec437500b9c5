import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Customer } from '#contract/customer.ts';
import { duplicateReasonText } from '#contract/duplicate-reason-text.ts';
import { customerQueries } from '../../data/customers.ts';
import { buttonClass } from '../../ui/button.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { draftOf } from './draft-of.ts';

/** Told on the customer's page: who else in the books this is likely to be, and why. */
export function LikelySame({ customer }: { customer: Customer }) {
  const { data } = useQuery({ ...customerQueries.matches(draftOf(customer)), staleTime: 60_000 });
  const [first] = data?.items ?? [];
  if (!first) return null;
  return (
    <div className="mt-3">
      <ProblemBanner
        tone="warning"
        title="In the books twice?"
        messages={[
          <span key="who">
            <bdi>{first.customer.name}</bdi>
            {first.customer.address && `, ${first.customer.address}`} has {duplicateReasonText(first.reasons)}
            .
          </span>,
        ]}
        actions={
          <Link
            to="/customers/$id/merge"
            params={{ id: customer.id }}
            search={{ with: first.customer.id }}
            className={buttonClass()}
          >
            Compare and merge
          </Link>
        }
      />
    </div>
  );
}
