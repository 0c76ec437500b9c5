import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import type { ImportRow, ImportState } from '#contract/import.ts';
import { type ImportKind, ROW_FATES, type RowFate } from '#contract/import-kinds.ts';
import { REASON_TITLES } from '#contract/import-sentences.ts';
import { importQueries } from '../../data/imports.ts';
import { clock } from '../../lib/clock.ts';
import { fateWords, importReasonText } from '../../lib/import-reason-text.ts';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { Chip } from '../../ui/chip.tsx';
import type { DataColumn } from '../../ui/data-column.ts';
import { DataTable } from '../../ui/data-table.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { FateIcon, FateTag, fateWord } from './fate-tag.tsx';
import { RowDrawer } from './row-drawer.tsx';

export type RowsPanelProps = { state: ImportState; fate: RowFate | undefined };

/** Every row's fate: counts as chips that filter, the rows with their reasons, and how often each reason occurs. */
export function RowsPanel({ state, fate }: RowsPanelProps) {
  const zone = state.mapping?.timeZone ?? clock.zone();
  const isBooked = state.status !== 'Checked';
  const query = useInfiniteQuery({
    ...importQueries.rows(state.id, fate),
    placeholderData: keepPreviousData,
  });
  const { data, error, hasNextPage, isFetching, fetchNextPage } = query;
  const rows = useMemo(() => data?.pages.flatMap(({ items }) => items) ?? [], [data]);
  const columns = useMemo(() => columnsOf(state.kind, zone, isBooked), [state.kind, zone, isBooked]);
  const [shown, setShown] = useState<ImportRow | null>(null);
  return (
    <div className="flex min-h-80 flex-1 overflow-hidden rounded-lg border border-line bg-surface">
      <div className="min-w-0 flex-1">
        <ProblemNote error={error} onRetry={() => void query.refetch()} />
        <DataTable
          label="Rows of the file"
          rows={rows}
          columns={columns}
          rowKey={(row) => row.line}
          sortedBy="server"
          loading={data === undefined}
          toolbar={<FateChips state={state} fate={fate} isBooked={isBooked} />}
          totalRows={data?.pages[0]?.total ?? rows.length}
          onEndReached={() => {
            if (hasNextPage && !isFetching) void fetchNextPage();
          }}
          onOpen={setShown}
          empty={<EmptyState text="No row has this fate." />}
        />
      </div>
      <Reasons state={state} />
      <RowDrawer
        kind={state.kind}
        row={shown}
        zone={zone}
        isBooked={isBooked}
        onClose={() => setShown(null)}
      />
    </div>
  );
}

function FateChips({ state, fate, isBooked }: RowsPanelProps & { isBooked: boolean }) {
  const navigate = useNavigate();
  const show = (next: RowFate | undefined) =>
    void navigate({ to: '/settings/imports', search: { import: state.id, fate: next }, replace: true });
  return (
    <fieldset className="flex flex-wrap gap-1.5">
      <legend className="sr-only">Rows by fate</legend>
      <Chip pressed={fate === undefined} onClick={() => show(undefined)}>
        All
      </Chip>
      {ROW_FATES.filter((one) => state.fates[one] > 0 || one === fate).map((one) => (
        <span key={one} title={fateWords(state.kind, one).means}>
          <Chip
            icon={<FateIcon fate={one} />}
            tone={one === 'reject' ? 'danger' : 'plain'}
            pressed={fate === one}
            onClick={() => show(fate === one ? undefined : one)}
          >
            {fateWord(state.kind, one, isBooked)}{' '}
            <b className="font-semibold">{state.fates[one].toLocaleString('en-US')}</b>
          </Chip>
        </span>
      ))}
    </fieldset>
  );
}

function Reasons({ state: { reasons } }: { state: ImportState }) {
  if (reasons.length === 0) return null;
  return (
    <aside aria-label="Remarks" className="w-72 shrink-0 overflow-auto border-l border-line px-3 py-2.5">
      <h2 className="mb-1.5 text-xs text-muted">Remarks</h2>
      <ul className="text-sm">
        {reasons.map(({ code, count }) => (
          <li key={code} className="flex gap-2 border-b border-line py-1">
            <span className="min-w-0 flex-1">{REASON_TITLES[code]}</span>
            <span className="tabular-nums">{count.toLocaleString('en-US')}</span>
          </li>
        ))}
      </ul>
    </aside>
  );
}

function columnsOf(kind: ImportKind, zone: string, isBooked: boolean): DataColumn<ImportRow>[] {
  return [
    { id: 'line', title: 'Line', width: 72, align: 'right', fixed: true, cell: ({ line }) => line },
    {
      id: 'fate',
      title: 'Fate',
      width: 170,
      cell: ({ fate }) => <FateTag kind={kind} fate={fate} isBooked={isBooked} />,
    },
    {
      id: 'request',
      title: kind === 'service-requests' ? 'Request' : 'Key',
      width: 130,
      cell: ({ externalId, jobId, customerId }) => {
        if (jobId !== null)
          return (
            <Link to="/jobs/$id" params={{ id: jobId }} tabIndex={-1}>
              {externalId}
            </Link>
          );
        if (customerId !== null)
          return (
            <Link to="/customers/$id" params={{ id: customerId }} tabIndex={-1}>
              {externalId}
            </Link>
          );
        return externalId || <span className="text-faint">none</span>;
      },
    },
    { id: 'summary', title: 'Summary', width: 220, grow: 1, cell: ({ summary }) => summary },
    {
      id: 'reasons',
      title: 'Reasons',
      width: 360,
      grow: 2,
      cell: ({ reasons }) => {
        const text = reasons.map((reason) => importReasonText(reason, zone)).join(' ');
        return <span title={text}>{text}</span>;
      },
    },
  ];
}
