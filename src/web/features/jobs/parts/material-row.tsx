import { useMutation } from '@tanstack/react-query';
import { clsx } from 'clsx';
import { Undo2 } from 'lucide-react';
import type { JobMaterial } from '#contract/job-parts.ts';
import { cents } from '#domain/money.ts';
import { jobPartsMutations } from '../../../data/job-parts.ts';
import { formatDayTime } from '../../../lib/format.ts';
import { errorText } from '../../../lib/refusal-text.ts';
import { unitsText } from '../../../lib/stock-words.ts';
import { rowClass } from '../../../parts/section.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { MoneyText } from '../../../ui/money-text.tsx';
import { toast } from '../../../ui/toast-store.ts';

export type MaterialRowProps = {
  material: JobMaterial;
  jobId: number;
  viewerZone: string;
  mayTakeBack: boolean;
};

/** One use: what, how much, from where, by whom; put back it stays and says so. */
export function MaterialRow({ material, jobId, viewerZone, mayTakeBack }: MaterialRowProps) {
  const { mutate, isPending } = useMutation(jobPartsMutations.takeBack());
  const { id, skuCode, skuName, unit, quantity, place, serials, technicianName, takenBackOn } = material;
  const what = `${unitsText(quantity)} ${unit} of ${skuCode}`;
  const takeBack = () =>
    mutate(
      { jobId, materialId: id },
      {
        onSuccess: () => toast({ title: `${what} lies at ${place} again`, tone: 'success' }),
        onError: (error) => toast({ title: 'Not put back', body: errorText(error), tone: 'error' }),
      },
    );
  return (
    <div className={clsx(rowClass, 'flex-wrap', takenBackOn !== null && 'text-muted')}>
      <span className={clsx('min-w-20 text-right tabular-nums', takenBackOn !== null && 'line-through')}>
        {unitsText(quantity)} {unit}
      </span>
      <span className="min-w-0">
        <bdi className="font-medium">{skuCode}</bdi> <bdi className="wrap-anywhere text-muted">{skuName}</bdi>
        {serials.length > 0 && (
          <bdi className="block text-xs wrap-anywhere text-muted">{serials.join(', ')}</bdi>
        )}
      </span>
      <span className="text-xs text-muted">
        {takenBackOn === null
          ? `from ${place}, ${technicianName ?? material.usedByName}, ${formatDayTime(material.usedOn, viewerZone)}`
          : `put back at ${place} by ${material.takenBackByName}, ${formatDayTime(takenBackOn, viewerZone)}`}
      </span>
      <span className="ml-auto flex items-center gap-2">
        {material.amountCents !== null && takenBackOn === null && (
          <MoneyText amount={cents(material.amountCents)} />
        )}
        {mayTakeBack && takenBackOn === null && (
          <IconButton
            label={`Put back ${what}`}
            icon={<Undo2 aria-hidden />}
            busy={isPending}
            onClick={takeBack}
          />
        )}
      </span>
    </div>
  );
}
