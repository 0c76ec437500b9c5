import { clsx } from 'clsx';
import { FileUp } from 'lucide-react';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';
import { IMPORT_KINDS, type ImportKind } from '#contract/import-kinds.ts';
import { KIND_WORDS } from '../../lib/import-reason-text.ts';
import { Button } from '../../ui/button.tsx';
import { Select } from '../../ui/select.tsx';

export type FileDropProps = {
  kind: ImportKind;
  onKind: (kind: ImportKind) => void;
  onFile: (file: File) => void;
  /** Instead of the invitation, while a file is on its way. */
  busy?: ReactNode;
};

const KINDS = IMPORT_KINDS.map((value) => ({ value, label: KIND_WORDS[value].title }));
const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes('Files');

/** A place to drop one file, with a button for those who choose it. */
export function FileDrop({ kind, onKind, onFile, busy }: FileDropProps) {
  const input = useRef<HTMLInputElement>(null);
  const [isOver, setIsOver] = useState(false);
  const take = (files: FileList | null) => {
    const file = files?.[0];
    if (file && !busy) onFile(file);
  };
  return (
    <section
      aria-label={`Import ${KIND_WORDS[kind].title.toLowerCase()}`}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setIsOver(true);
      }}
      onDragLeave={() => setIsOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setIsOver(false);
        take(event.dataTransfer.files);
      }}
      className={clsx(
        'flex min-h-23 items-center gap-3 rounded-lg border border-dashed px-4 py-3',
        isOver ? 'border-accent bg-accent-soft' : 'border-control-line bg-surface',
      )}
    >
      {busy ?? (
        <>
          <FileUp className="size-6 shrink-0 text-icon" aria-hidden />
          <div className="min-w-0 flex-1">
            <h2 className="text-base font-semibold">Import {KIND_WORDS[kind].title.toLowerCase()}</h2>
            <p className="text-sm text-muted">
              Drop a CSV file here. {KIND_WORDS[kind].text} You see what becomes of every row before anything
              is written.
            </p>
          </div>
          <div className="w-44 shrink-0">
            <Select
              aria-label="The file holds"
              size="form"
              value={kind}
              onValueChange={onKind}
              options={KINDS}
            />
          </div>
          <Button variant="primary" size="form" onClick={() => input.current?.click()}>
            Choose a file
          </Button>
          <input
            ref={input}
            type="file"
            accept=".csv,.txt,.tsv,text/csv"
            aria-label="CSV file"
            tabIndex={-1}
            className="sr-only"
            onChange={({ target }) => {
              take(target.files);
              // The same file again is a new choice: it may have been corrected.
              target.value = '';
            }}
          />
        </>
      )}
    </section>
  );
}
