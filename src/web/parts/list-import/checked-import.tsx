import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { MOST_IMPORTED } from '#contract/import-limits.ts';
import type { RowReason } from '#contract/list-import.ts';
import type { ImportChecked } from '#contract/list-imported.ts';
import type { ListImport } from '../../data/list-imports.ts';
import { toast } from '../../ui/toast-store.ts';
import { fileProblemText } from './import-words.ts';
import { ListImportDialog } from './list-import-dialog.tsx';

export type CheckedImportProps = {
  of: ListImport;
  /** "vendors" */
  what: string;
  description: string;
  /** What an undo takes back, said before anything is written. */
  undoNote: string;
  /** The list as a file of the same columns. */
  fileUrl?: string;
  /** What the link to it says, where it is not the list itself. */
  fileText?: string;
  reasonText: (reason: RowReason) => string;
  /** "Vendors: 2 added, 1 changed" */
  doneText: (counts: ImportChecked['counts']) => string;
  onUndo: (operationId: number) => void;
  onClose: () => void;
};

/** A file of a list that only the server knows whole: it is checked there, and written as it was checked or not at all. */
export function CheckedImport(props: CheckedImportProps) {
  const { of, what, description, undoNote, fileUrl, fileText, reasonText, doneText, onUndo, onClose } = props;
  const [csv, setCsv] = useState<string | null>(null);
  const [checked, setChecked] = useState<ImportChecked | null>(null);
  const [isOvertaken, setOvertaken] = useState(false);
  const check = useMutation(of.check());
  const write = useMutation(of.write());
  const read = (text: string | null) => {
    setCsv(text);
    setChecked(null);
    setOvertaken(false);
    write.reset();
    check.reset();
    if (text !== null) check.mutate({ csv: text }, { onSuccess: setChecked });
  };
  const bring = () =>
    write.mutate(
      { csv: csv!, seen: checked!.seen },
      {
        onSuccess: ({ isWritten, operationId, check: now }) => {
          if (!isWritten) {
            setChecked(now);
            setOvertaken(true);
            return;
          }
          toast({
            title: doneText(now.counts),
            tone: 'success',
            ...(operationId && { action: { label: 'Undo', act: () => onUndo(operationId) } }),
          });
          onClose();
        },
      },
    );
  const problem = checked?.problem ?? null;
  return (
    <ListImportDialog
      what={what}
      description={description}
      note={
        <Note isOvertaken={isOvertaken}>
          {undoNote}{' '}
          {fileUrl && (
            <a href={fileUrl} download className="underline">
              {fileText ?? 'Save the list as such a file'}
            </a>
          )}
        </Note>
      }
      mostBytes={MOST_IMPORTED.bytes}
      problem={problem && fileProblemText(problem, MOST_IMPORTED.rows)}
      preview={problem ? null : checked}
      isChecking={check.isPending}
      isWriting={write.isPending}
      error={check.error ?? write.error}
      reasonText={reasonText}
      onText={read}
      onWrite={bring}
      onClose={onClose}
    />
  );
}

const Note = ({ isOvertaken, children }: { isOvertaken: boolean; children: ReactNode }) => (
  <>
    {isOvertaken && (
      <span role="alert" className="mb-1 block text-sm text-danger">
        Somebody changed some of this since the file was checked, so nothing was written. This is what the
        file does now.
      </span>
    )}
    {children}
  </>
);
