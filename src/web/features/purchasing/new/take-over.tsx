import { useQuery } from '@tanstack/react-query';
import { decimalOfQuantity, quantity } from '#domain/money.ts';
import { jobPartsQueries } from '../../../data/job-parts.ts';
import { Button } from '../../../ui/button.tsx';

export type TakeOverProps = {
  job: { readonly id: number; readonly number: number };
  /** Lines as they come out of a spreadsheet. */
  onTake: (text: string) => void;
};

/** What was used on the job, put on its order: each SKU once, with all that was used of it. */
export function TakeOver({ job, onTake }: TakeOverProps) {
  const { data } = useQuery(jobPartsQueries.ofJob(job.id));
  const used = new Map<string, number>();
  for (const { skuCode, quantity: count, takenBackOn } of data?.materials ?? []) {
    if (takenBackOn === null) used.set(skuCode, (used.get(skuCode) ?? 0) + count);
  }
  if (used.size === 0) return null;
  const lines = [...used].map(([code, count]) => `${code}\t${decimalOfQuantity(quantity(count))}`);
  return (
    <p>
      <Button onClick={() => onTake(['SKU\tQuantity', ...lines].join('\n'))}>
        Take over {used.size === 1 ? 'the material' : `${used.size} materials`} used on job {job.number}
      </Button>
    </p>
  );
}
