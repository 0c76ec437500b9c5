import { useQuery } from '@tanstack/react-query';
import { decimalOfQuantity, quantity } from '#domain/money.ts';
import { invoiceQueries } from '../../../data/invoices.ts';
import { jobPartsQueries } from '../../../data/job-parts.ts';
import { jobQueries } from '../../../data/jobs.ts';
import { Button } from '../../../ui/button.tsx';

export type TakeOverProps = {
  job: { readonly id: number; readonly number: number };
  /** Lines as they come out of a spreadsheet. */
  onTake: (text: string) => void;
};

/** What was used on the job, and what stands on its invoice, put on its order: each SKU once, with all there is of it. */
export function TakeOver({ job, onTake }: TakeOverProps) {
  const parts = useQuery(jobPartsQueries.ofJob(job.id));
  const card = useQuery(jobQueries.detail(job.id));
  const invoiceId = card.data?.invoice.id;
  const invoice = useQuery({ ...invoiceQueries.detail(invoiceId ?? 0), enabled: invoiceId !== undefined });
  const used = new Map<string, number>();
  for (const { skuCode, quantity: count, takenBackOn } of parts.data?.materials ?? []) {
    if (takenBackOn === null) used.set(skuCode, (used.get(skuCode) ?? 0) + count);
  }
  const billed = new Map<string, number>();
  for (const { kind, skuCode, quantity: count } of invoice.data?.items ?? []) {
    const isThing = kind === 'Material' || kind === 'Equipment';
    if (isThing && skuCode !== null && count > 0) billed.set(skuCode, (billed.get(skuCode) ?? 0) + count);
  }
  if (used.size === 0 && billed.size === 0) return null;
  const take = (counts: ReadonlyMap<string, number>) => () =>
    onTake(
      [
        'SKU\tQuantity',
        ...[...counts].map(([code, count]) => `${code}\t${decimalOfQuantity(quantity(count))}`),
      ].join('\n'),
    );
  return (
    <p className="flex flex-wrap gap-2">
      {used.size > 0 && (
        <Button onClick={take(used)}>
          Take over {used.size === 1 ? 'the material' : `${used.size} materials`} used on job {job.number}
        </Button>
      )}
      {billed.size > 0 && (
        <Button onClick={take(billed)}>
          Take over {billed.size === 1 ? 'the item' : `${billed.size} items`} of its invoice
        </Button>
      )}
    </p>
  );
}
