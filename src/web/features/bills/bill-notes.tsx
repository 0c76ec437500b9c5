import type { ReactNode } from 'react';
import type { BillCardView } from '#contract/bill.ts';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { BillLink } from './bill-facts.tsx';

/** What is to be known of it before anything else: the same paper twice, another in its place. */
export function BillNotes({ card: { bill, sameNumber } }: { card: BillCardView }) {
  const links: ReactNode[] = [
    ...(bill.replacedBy
      ? [
          <span key="replaced">
            Its receipt was corrected: <BillLink to={bill.replacedBy} /> took its place.
          </span>,
        ]
      : []),
    ...(bill.creditOf
      ? [
          <span key="of">
            A credit: it makes <BillLink to={bill.creditOf} /> good.
          </span>,
        ]
      : []),
    ...(bill.creditedBy
      ? [
          <span key="by">
            It was made good: <BillLink to={bill.creditedBy} /> is its credit.
          </span>,
        ]
      : []),
  ];
  return (
    <div className="mt-3 flex flex-col gap-2 empty:hidden">
      {sameNumber.length > 0 && (
        <ProblemBanner
          tone="warning"
          title="Perhaps the same paper twice."
          messages={[
            <span key="same">
              {sameNumber.map((one, index) => (
                <span key={one.id}>
                  {index > 0 && ', '}
                  <BillLink to={one} />
                </span>
              ))}{' '}
              of this vendor {sameNumber.length === 1 ? 'has' : 'have'} the number{' '}
              <bdi>{bill.vendorInvoiceNumber}</bdi>, too.
            </span>,
          ]}
        />
      )}
      <ProblemBanner tone="info" messages={links} />
    </div>
  );
}
