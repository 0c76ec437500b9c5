import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { BatchView } from '#contract/posting.ts';
import { cents } from '#domain/money.ts';
import { FILE_FORMATS, type FileFormat } from '#domain/posting/files.ts';
import { postingMutations, postingQueries, readPostingFile } from '../../data/postings.ts';
import { formatMoney } from '../../lib/format.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { saveTextFile } from '../../parts/text-file.ts';
import { Button } from '../../ui/button.tsx';
import { Outcomes } from './outcomes.tsx';
import { ROW, TABLE } from './table-class.ts';

const FORMATS: Readonly<Record<FileFormat, string>> = {
  csv: 'Documents (CSV)',
  iif: 'QuickBooks (IIF)',
  journal: 'Journal (CSV)',
};

/** A batch with its journal: taken apart while it is open, downloaded once it is exported. */
export function BatchPage({ id }: { id: number }) {
  const { data: batch } = useSuspenseQuery(postingQueries.detail(id));
  const unpost = useMutation(postingMutations.unpost());
  const exporting = useMutation(postingMutations.export());
  const [failed, setFailed] = useState<unknown>(null);
  const { version } = batch;
  const isOpen = batch.status === 'Open';
  const isBusy = unpost.isPending || exporting.isPending;
  const download = (format: FileFormat) => {
    setFailed(null);
    readPostingFile(id, format).then(
      ({ name, content, mediaType }) => saveTextFile(name, content, `${mediaType};charset=utf-8`),
      setFailed,
    );
  };
  return (
    <div className="flex h-full min-h-0 flex-col gap-4 overflow-auto p-3">
      <PageBar title={`Batch ${batch.number}`} />
      <div className="flex flex-wrap items-center gap-2">
        <Link to="/postings" className="underline">
          Postings
        </Link>
        <span className="text-muted">{`${batch.status}, posted by ${batch.posted.byName}`}</span>
        {isOpen && batch.entries > 0 && (
          <>
            <Button
              variant="primary"
              busy={exporting.isPending}
              disabled={isBusy}
              onClick={() => exporting.mutate({ id, version })}
            >
              Export
            </Button>
            <Button busy={unpost.isPending} disabled={isBusy} onClick={() => unpost.mutate({ id, version })}>
              Un-post all
            </Button>
          </>
        )}
        {!isOpen &&
          FILE_FORMATS.map((format) => (
            <Button key={format} onClick={() => download(format)}>
              {FORMATS[format]}
            </Button>
          ))}
      </div>
      <ProblemNote error={unpost.error ?? exporting.error ?? failed} />
      <Outcomes outcomes={unpost.data?.outcomes ?? []} />
      <Journal
        batch={batch}
        onUnpost={
          isOpen && !isBusy ? (document) => unpost.mutate({ id, version, documents: [document] }) : null
        }
      />
    </div>
  );
}

type Document = NonNullable<BatchView['journal'][number]['document']>;
type JournalProps = { batch: BatchView; onUnpost: ((document: Document) => void) | null };

const Journal = ({ batch, onUnpost }: JournalProps) => (
  <table className={TABLE}>
    <caption className="pb-2 text-left font-semibold">Journal</caption>
    <thead>
      <tr>
        <th scope="col">Date</th>
        <th scope="col">Document</th>
        <th scope="col">Account</th>
        <th scope="col">Debit</th>
        <th scope="col">Credit</th>
      </tr>
    </thead>
    {batch.journal.map((entry) => (
      <tbody key={entry.position} className={ROW}>
        <tr>
          <td>{entry.on}</td>
          <td colSpan={4}>
            {`${entry.label} · ${entry.customerName}`}
            {entry.document && onUnpost && (
              <Button
                size="dense"
                variant="ghost"
                aria-label={`Un-post ${entry.label.toLowerCase()}`}
                onClick={() => entry.document && onUnpost(entry.document)}
              >
                Un-post
              </Button>
            )}
          </td>
        </tr>
        {entry.lines.map(({ account, name, cents: amount }) => (
          <tr key={`${account} ${name}`}>
            <td />
            <td />
            <td>{`${account} ${name}`}</td>
            <td>{amount > 0 && formatMoney(cents(amount), entry.currency)}</td>
            <td>{amount < 0 && formatMoney(cents(-amount), entry.currency)}</td>
          </tr>
        ))}
      </tbody>
    ))}
  </table>
);
