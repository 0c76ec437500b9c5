import { type ReactNode, useState } from 'react';
import type { RowFate, RowPlan, RowReason } from '#contract/list-import.ts';
import { decodedText } from '../../lib/decoded-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Tag, type Tone } from '../../ui/tag.tsx';
import { ProblemNote } from '../problem-note.tsx';

const FATES: Readonly<Record<RowFate, { word: string; tone: Tone }>> = {
  create: { word: 'New', tone: 'success' },
  update: { word: 'Changed', tone: 'info' },
  unchanged: { word: 'As it is', tone: 'neutral' },
  reject: { word: 'Left out', tone: 'danger' },
};

type ShownRow = Pick<RowPlan, 'line' | 'name' | 'fate' | 'changed' | 'reasons'>;
/** What becomes of a file; `rows` are those to read, all of them are counted. */
export type ImportPreview = {
  readonly counts: Readonly<Record<RowFate, number>>;
  readonly ignored: readonly string[];
  readonly rows: readonly ShownRow[];
};

export type ListImportDialogProps = {
  /** "vendors" */
  what: string;
  /** What the file holds, and what a row is found again by. */
  description: string;
  /** Said above the button: what can be taken back. */
  note?: ReactNode;
  /** Larger files are not sent. */
  mostBytes?: number;
  /** Why the file is refused whole. */
  problem: string | null;
  /** null: no file yet, or it is being checked. */
  preview: ImportPreview | null;
  isChecking?: boolean;
  isWriting: boolean;
  error: unknown;
  reasonText: (reason: RowReason) => string;
  /** The text of the file that was chosen; null: none that can be read. */
  onText: (csv: string | null) => void;
  onWrite: () => void;
  onClose: () => void;
};

/** A CSV into a list: every row's fate first, then all of it as one step. */
export function ListImportDialog({
  what,
  description,
  note,
  mostBytes = Number.POSITIVE_INFINITY,
  problem,
  preview,
  isChecking = false,
  isWriting,
  error,
  reasonText,
  onText,
  onWrite,
  onClose,
}: ListImportDialogProps) {
  const [isTooLarge, setTooLarge] = useState(false);
  const counted = (fate: RowFate) => (preview?.counts[fate] ?? 0).toLocaleString('en-US');
  const wanted = preview ? preview.counts.create + preview.counts.update : 0;
  const all = preview ? Object.values(preview.counts).reduce((sum, count) => sum + count, 0) : 0;
  const wrong = isTooLarge ? tooLargeText(mostBytes) : problem;
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title={`Import ${what}`}
      description={description}
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
            busy={isWriting || isChecking}
            onClick={onWrite}
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
            if (!file) return;
            setTooLarge(file.size > mostBytes);
            if (file.size > mostBytes) onText(null);
            else void decodedText(file).then(onText);
          }}
        />
      </label>
      {wrong !== null && (
        <p role="alert" className="mt-3 text-sm text-danger">
          {wrong}
        </p>
      )}
      {isChecking && (
        <p role="status" className="mt-3 text-sm text-muted">
          Checking the file …
        </p>
      )}
      {preview && (
        <>
          <p className="mt-3 mb-1 text-sm" role="status">
            {counted('create')} new · {counted('update')} changed · {counted('unchanged')} as they are ·{' '}
            {counted('reject')} left out
          </p>
          {preview.ignored.length > 0 && (
            <p className="mb-1 text-xs text-muted">Not read: {preview.ignored.join(', ')}.</p>
          )}
          <Rows rows={preview.rows} reasonText={reasonText} />
          {all > preview.rows.length && (
            <p className="mt-1 text-xs text-muted">
              {preview.rows.length} of {all.toLocaleString('en-US')} rows, what is left out first.
            </p>
          )}
        </>
      )}
      {note && <p className="mt-3 text-xs text-muted">{note}</p>}
      <ProblemNote error={error} />
    </Dialog>
  );
}

const tooLargeText = (mostBytes: number): string =>
  `The file is larger than ${Math.floor(mostBytes / 1_000_000)} MB. Part it in two, or leave out columns that do not change.`;

function Rows({ rows, reasonText }: Pick<ImportPreview, 'rows'> & Pick<ListImportDialogProps, 'reasonText'>) {
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
                {fate === 'reject' ? reasons.map(reasonText).join(' ') : changed.join(', ')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
