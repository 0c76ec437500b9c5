import { useQuery } from '@tanstack/react-query';
import { jobQueries } from '../../../data/jobs.ts';
import { customerPaymentQueries } from '../../../data/payments.ts';

type Asked = {
  readonly customerId?: number | undefined;
  readonly invoiceId?: number | undefined;
  readonly jobId?: number | undefined;
};

/** Who pays: the customer the address names, or that of the invoice or job it names. */
export function usePayer({ customerId, invoiceId, jobId }: Asked) {
  const invoice = useQuery({
    ...customerPaymentQueries.invoice(invoiceId ?? 0),
    enabled: customerId === undefined && invoiceId !== undefined,
  });
  const job = useQuery({
    ...jobQueries.detail(jobId ?? 0),
    enabled: customerId === undefined && invoiceId === undefined && jobId !== undefined,
  });
  const asked = invoiceId !== undefined ? invoice : job;
  return {
    customerId: customerId ?? invoice.data?.invoice.customerId ?? job.data?.job.billToCustomerId,
    isReading: asked.isLoading,
    error: asked.error,
    refetch: () => asked.refetch(),
  };
}
