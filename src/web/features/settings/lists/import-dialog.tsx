import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { fateCounts, rowsToRead } from '#contract/rows-to-read.ts';
import { MOST_ROWS, planSetupImport } from '#contract/setup-import.ts';
import type { SetupRecord } from '#contract/setup-record.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { setupRecordMutations } from '../../../data/setup-records.ts';
import { fileProblemText, rowReasonText } from '../../../parts/list-import/import-words.ts';
import { ListImportDialog } from '../../../parts/list-import/list-import-dialog.tsx';
import { useUndo } from '../../../parts/use-undo.ts';
import { toast } from '../../../ui/toast-store.ts';
import type { Lists } from './references.ts';

export type ImportDialogProps = {
  kind: SetupKind;
  records: readonly SetupRecord[];
  lists: Lists;
  onClose: () => void;
};

/** A CSV into a set-up list, planned here on the list as it is shown; one undo takes all of it back. */
export function ImportDialog({ kind, records, lists, onClose }: ImportDialogProps) {
  const { title } = setupKind(kind);
  const { undo } = useUndo();
  const [csv, setCsv] = useState<string | null>(null);
  const bring = useMutation(setupRecordMutations.bring());
  const plan = useMemo(
    () => (csv === null ? null : planSetupImport(kind, csv, records, idIn(lists))),
    [kind, csv, records, lists],
  );
  const preview = useMemo(
    () => (plan?.ok ? { ...plan, counts: fateCounts(plan.rows), rows: rowsToRead(plan.rows) } : null),
    [plan],
  );
  const write = () =>
    bring.mutate(
      { kind, csv: csv! },
      {
        onSuccess: ({ operationId, created, updated }) => {
          toast({
            title: `${title}: ${created} added, ${updated} changed`,
            tone: 'success',
            ...(operationId && { action: { label: 'Undo', act: () => undo(operationId) } }),
          });
          onClose();
        },
      },
    );
  return (
    <ListImportDialog
      what={title.toLowerCase()}
      description="A CSV file with the columns of this list, as its own CSV has them. A row is found again by its external key, else by its name."
      problem={plan && !plan.ok ? fileProblemText(plan, MOST_ROWS) : null}
      preview={preview}
      isWriting={bring.isPending}
      error={bring.error}
      reasonText={rowReasonText}
      onText={(text) => {
        bring.reset();
        setCsv(text);
      }}
      onWrite={write}
      onClose={onClose}
    />
  );
}

/** As the server finds it: a name only one record in use has is that record's, else it is nobody's. */
const idIn = (lists: Lists) => (kind: string, name: string) => {
  const wanted = name.toLowerCase();
  const all = (lists[kind] ?? []).filter(
    (one) => one.name.toLowerCase() === wanted || one.key?.toLowerCase() === wanted,
  );
  const inUse = all.filter(({ active }) => active);
  const fits = inUse.length > 0 ? inUse : all;
  return fits.length === 1 ? fits[0]!.id : undefined;
};
