import { useQuery } from '@tanstack/react-query';
import type { SetupRecord } from '#contract/setup-record.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { SETUP_KINDS } from '#domain/setup/kinds.ts';
import { setupRecordQueries } from '../../../data/setup-records.ts';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';

type Use = { readonly of: string; readonly count: number; readonly names: readonly string[] };

const WORDS: Readonly<Record<string, [one: string, many: string]>> = {
  openJob: ['open job names', 'open jobs name'],
  openOrder: ['open order names', 'open orders name'],
  customer: ['customer has', 'customers have'],
  location: ['location is in', 'locations are in'],
  vendor: ['vendor has', 'vendors have'],
  sku: ['SKU is booked to', 'SKUs are booked to'],
  paymentType: ['payment type is booked to', 'payment types are booked to'],
  project: ['project is in', 'projects are in'],
};

/** "3 open jobs name it: #1042, #1043 and 1 more." */
function wordsOfUse({ of, count, names }: Use): string {
  const list = of in SETUP_KINDS ? SETUP_KINDS[of as SetupKind] : null;
  const [one, many] = WORDS[of] ?? [
    `${list?.one ?? 'record'} names`,
    `${list?.title.toLowerCase() ?? 'records'} name`,
  ];
  const more = count > names.length ? ` and ${count - names.length} more` : '';
  return `${count} ${count === 1 ? one : many} it: ${names.join(', ')}${more}.`;
}

export type HideQuestionProps = {
  kind: SetupKind;
  record: SetupRecord;
  name: string;
  busy: boolean;
  onConfirm: () => void;
  onClose: () => void;
};

/** Says what names the record; what does keeps it, new work cannot choose it any more. */
export function HideQuestion({ kind, record, name, busy, onConfirm, onClose }: HideQuestionProps) {
  const { data } = useQuery(setupRecordQueries.uses(kind, record.id));
  if (!data) return null;
  const uses = data.uses.map(wordsOfUse);
  return (
    <ConfirmDialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Take ${name} out of use?`}
      description={
        uses.length > 0
          ? `${uses.join(' ')} They keep it; new work cannot choose it any more.`
          : 'Nothing names it. New work cannot choose it any more.'
      }
      action="Take out of use"
      busy={busy}
      onConfirm={onConfirm}
    />
  );
}
