import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { FileUp } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { ImportState } from '#contract/import.ts';
import type { ImportKind } from '#contract/import-kinds.ts';
import { isImportBusy } from '#domain/import-steps.ts';
import { importQueries } from '../../data/imports.ts';
import { clock } from '../../lib/clock.ts';
import { formatBytes } from '../../lib/format.ts';
import { KIND_WORDS } from '../../lib/import-reason-text.ts';
import { OpeningImport } from '../../parts/list-import/opening-import.tsx';
import { PageBar } from '../../parts/page-bar.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Button } from '../../ui/button.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { FileDrop } from './file-drop.tsx';
import { ImportStatusTag } from './import-status-tag.tsx';
import { type Upload, useUpload } from './use-upload.ts';

const count = (value: number) =>
  value === 0 ? <span className="text-faint">–</span> : value.toLocaleString('en-US');
const toWrite = ({ kind, fates }: ImportState) =>
  fates.create + fates.report + fates.update + (kind === 'service-requests' ? fates.duplicate : 0);

function columnsOf(zone: string): DataColumn<ImportState>[] {
  return [
    {
      id: 'file',
      title: 'File',
      width: 260,
      grow: 1,
      fixed: true,
      cell: (one) => (
        <Link to="/settings/imports" search={{ import: one.id }}>
          {one.fileName}
        </Link>
      ),
    },
    { id: 'kind', title: 'Holds', width: 130, cell: ({ kind }) => KIND_WORDS[kind].title },
    { id: 'status', title: 'Status', width: 220, cell: (one) => <StatusCell state={one} /> },
    { id: 'rows', title: 'Rows', width: 90, align: 'right', cell: (one) => count(one.rowsTotal) },
    {
      id: 'book',
      title: 'Written or to write',
      width: 140,
      align: 'right',
      cell: (one) => count(toWrite(one)),
    },
    {
      id: 'exists',
      title: 'Already here',
      width: 110,
      align: 'right',
      cell: (one) => count(one.fates.exists),
    },
    { id: 'reject', title: 'Left out', width: 90, align: 'right', cell: (one) => count(one.fates.reject) },
    {
      id: 'created',
      title: 'Uploaded',
      width: 150,
      cell: (one) => <TimeText at={one.createdOn} zone={zone} withDay />,
    },
  ];
}

function StatusCell({ state }: { state: ImportState }) {
  return (
    <span className="flex items-center gap-2">
      <ImportStatusTag status={state.status} />
      {isImportBusy(state.status) && (
        <ProgressBar
          label={`Rows of ${state.fileName}`}
          value={state.rowsDone}
          max={state.rowsTotal}
          className="w-24"
        />
      )}
    </span>
  );
}

/** Every import, newest first, under the place to drop the next file. */
export function ImportsList({ kind = 'service-requests' }: { kind: ImportKind | undefined }) {
  const { data } = useSuspenseQuery(importQueries.list());
  const navigate = useNavigate();
  const [isOpening, setOpening] = useState(false);
  const upload = useUpload(kind);
  const columns = useMemo(() => columnsOf(clock.zone()), []);
  return (
    <div className="flex h-full flex-col gap-4 p-5">
      <PageBar title="Imports">
        <Button icon={<FileUp aria-hidden />} onClick={() => setOpening(true)}>
          Opening balances
        </Button>
      </PageBar>
      {isOpening && <OpeningImport onClose={() => setOpening(false)} />}
      <FileDrop
        kind={kind}
        onKind={(next) => void navigate({ to: '/settings/imports', search: { kind: next }, replace: true })}
        onFile={upload.start}
        busy={upload.isPending ? <Sending upload={upload} /> : undefined}
      />
      <UploadProblem problem={upload.problem} />
      <div className="min-h-40 flex-1 overflow-hidden rounded-lg border border-line">
        <DataTable
          label="Imports"
          rows={data.items}
          columns={columns}
          rowKey={(one) => one.id}
          sortedBy="server"
          onOpen={({ id }) => void navigate({ to: '/settings/imports', search: { import: id } })}
          empty={<EmptyState text="Nothing was imported yet. Drop a file above to begin." />}
        />
      </div>
    </div>
  );
}

function Sending({ upload: { file, share, cancel } }: { upload: Upload }) {
  const size = file?.size ?? 0;
  const isSent = share >= 1;
  return (
    <div className="min-w-0 flex-1">
      <div className="flex items-center gap-3">
        <p className="min-w-0 flex-1 truncate" aria-live="polite">
          <b className="font-semibold">{file?.name}</b>{' '}
          <span className="text-muted tabular-nums">
            {isSent
              ? `${formatBytes(size)} sent. The server reads its columns and counts its rows…`
              : `${formatBytes(size * share)} of ${formatBytes(size)} sent`}
          </span>
        </p>
        <Button onClick={cancel}>Cancel upload</Button>
      </div>
      <ProgressBar
        label={`Upload of ${file?.name ?? 'the file'}`}
        value={isSent ? undefined : share}
        max={1}
        className="mt-2"
      />
    </div>
  );
}

function UploadProblem({ problem }: { problem: Upload['problem'] }) {
  if (!problem) return null;
  return 'sentence' in problem ? (
    <ProblemBanner messages={[problem.sentence]} />
  ) : (
    <ProblemNote error={problem.error} />
  );
}
