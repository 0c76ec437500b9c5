import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useCurrentUser } from '../../../data/current-user.ts';
import { invoiceQueries } from '../../../data/invoices.ts';
import { setupQueries } from '../../../data/setup.ts';
import { PageBar } from '../../../parts/page-bar.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { NewInvoiceForm } from './new-invoice-form.tsx';
import { NEW_KINDS } from './new-invoice-values.ts';

export type NewInvoicePageProps = {
  /** As the address says it. */
  kind: string | undefined;
  about: number | undefined;
  project: number | undefined;
};

/** An invoice of its own; that of a job is there since it was booked. */
export function NewInvoicePage({ kind, about, project }: NewInvoicePageProps) {
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const read = useQuery({ ...invoiceQueries.detail(about ?? 0), enabled: about !== undefined });
  const units = setup.businessUnits.filter(
    ({ id, active }) => active && (user.businessUnitIds === null || user.businessUnitIds.includes(id)),
  );
  return (
    <>
      <PageBar title="New invoice" />
      {read.error ? (
        <div className="px-5 py-3.5">
          <ProblemNote error={read.error} onRetry={() => void read.refetch()} />
        </div>
      ) : about !== undefined && !read.data ? (
        <SkeletonRows rows={6} label="Loading the invoice" />
      ) : (
        <NewInvoiceForm
          setup={setup}
          units={units}
          kind={NEW_KINDS.find((one) => one === kind) ?? 'PointOfSale'}
          about={read.data?.invoice ?? null}
          projectId={project}
        />
      )}
    </>
  );
}
