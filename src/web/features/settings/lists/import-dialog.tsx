import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useMemo, useState } from 'react';
import { planSetupImport, type SetupRowPlan } from '#contract/setup-import.ts';
import type { SetupRecord } from '#contract/setup-record.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { setupRecordMutations } from '../../../data/setup-records.ts';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { useUndo } from '../../../parts/use-undo.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Tag, type Tone } from '../../../ui/tag.tsx';
import { toast } from '../../../ui/toast-store.ts';
import { rowsToRead } from './import-rows.ts';
import { fileProblemText, rowReasonText } from './import-words.ts';
import type { Lists } from './references.ts';

const FATES: Readonly<Record<SetupRowPlan['fate'], { word: string; tone: Tone }>> = {
  create: { word: 'New', tone: 'success' },
  update: { word: 'Changed', tone: 'info' },
  unchanged: { word: 'As it is', tone: 'neutral' },
  reject: { word: 'Left out', tone: 'danger' },
};

export type ImportDialogProps = {
  kind: SetupKind;
  records: readonly SetupRecord[];
  lists: Lists;
  onClose: () => void;
};

/** A CSV into the list: every row's fate first, then all of it as one step that one undo takes back. */
export function ImportDialog({ kind, records, lists, onClose }: ImportDialogProps) {
  const { title, naming, fields } = setupKind(kind);
  const namingTitle = fields.find(({ name }) => name === naming)!.title;
  const { undo } = useUndo();
  const [csv, setCsv] = useState<string | null>(null);
  const bring = useMutation(setupRecordMutations.bring());
  const plan = useMemo(
    () => (csv === null ? null : planSetupImport(kind, csv, records, idIn(lists))),
    [kind, csv, records, lists],
  );
  const rows = plan?.ok ? plan.rows : [];
  const shown = useMemo(() => rowsToRead(plan?.ok ? plan.rows : []), [plan]);
  const count = (fate: SetupRowPlan['fate']) => rows.filter((row) => row.fate === fate).length;
  const counted = (fate: SetupRowPlan['fate']) => count(fate).toLocaleString('en-US');
  const wanted = count('create') + count('update');
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
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Import ${title.toLowerCase()}`}
      description="A CSV file with the columns of this list, as its own CSV has them. A row is found again by its external key, else by its name."
      width="wide"
      keepOnOutsidePress
      footer={
        <>
          <Button size="form" onClick={onClose}>
            Cancel
          </Button>
          <Button
            size="form"
            variant="primary"
            type="submit"
            disabled={wanted === 0}
            busy={bring.isPending}
            onClick={write}
          >
            {wanted === 0
              ? 'Nothing to write'
              : `Write ${wanted.toLocaleString('en-US')} ${wanted === 1 ? 'row' : 'rows'}`}
          </Button>
        </>
      }
    >
      <label className="flex flex-col gap-1">
        <span className="text-xs text-muted">CSV file</span>
        <input
          type="file"
          accept=".csv,.txt,text/csv"
          className="text-sm"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            bring.reset();
            if (file) void textOf(file).then(setCsv);
          }}
        />
      </label>
      {plan && !plan.ok && <Note>{fileProblemText(plan.code, plan.line, namingTitle)}</Note>}
      {plan?.ok && (
        <>
          <p className="mt-3 mb-1 text-sm" role="status">
            {counted('create')} new · {counted('update')} changed · {counted('unchanged')} as they are ·{' '}
            {counted('reject')} left out
          </p>
          {plan.ignored.length > 0 && (
            <p className="mb-1 text-xs text-muted">Not read: {plan.ignored.join(', ')}.</p>
          )}
          <Rows rows={shown} />
          {rows.length > shown.length && (
            <p className="mt-1 text-xs text-muted">
              {shown.length} of {rows.length.toLocaleString('en-US')} rows, what is left out first.
            </p>
          )}
        </>
      )}
      <ProblemNote error={bring.error} />
    </Dialog>
  );
}

const Note = ({ children }: { children: ReactNode }) => (
  <p role="alert" className="mt-3 text-sm text-danger">
    {children}
  </p>
);

function Rows({ rows }: { rows: readonly SetupRowPlan[] }) {
  return (
    <section
      aria-label="Rows of the file"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: scrolled by keyboard, as WCAG 2.1.1 asks of what has no control in it
      tabIndex={0}
      className="max-h-80 overflow-y-auto border-y border-line"
    >
      <table className="w-full table-fixed border-collapse text-sm">
        <thead className="sticky top-0 bg-raised text-left text-xs text-muted">
          <tr>
            <th className="w-14 py-1 font-normal">Line</th>
            <th className="font-normal">Name</th>
            <th className="w-24 font-normal">Becomes</th>
            <th className="font-normal">Why</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ line, name, fate, changed, reasons }) => (
            <tr key={line} className="border-t border-line align-top">
              <td className="py-1 text-muted tabular-nums">{line}</td>
              <td className="break-words pr-2">{name || '–'}</td>
              <td>
                <Tag tone={FATES[fate].tone}>{FATES[fate].word}</Tag>
              </td>
              <td className="break-words text-muted">
                {fate === 'reject' ? reasons.map(rowReasonText).join(' ') : changed.join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** UTF-8, or what spreadsheets of the western world write when it is not. */
async function textOf(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** As the server finds it: a name only one record in use has is that record's, else it is nobody's. */
const idIn = (lists: Lists) => (kind: string, name: string) => {
  const all = (lists[kind] ?? []).filter((one) => one.name.toLowerCase() === name.toLowerCase());
  const inUse = all.filter(({ active }) => active);
  const fits = inUse.length > 0 ? inUse : all;
  return fits.length === 1 ? fits[0]!.id : undefined;
};
