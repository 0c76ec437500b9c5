import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ImportState } from '#contract/import.ts';
import { isImportBusy } from '#domain/import-steps.ts';
import { importQueries } from '../../data/imports.ts';
import { clock } from '../../lib/clock.ts';
import { formatDayTime } from '../../lib/format.ts';
import {
  ENCODING_WORDS,
  IMPORT_STATUS_WORDS,
  KIND_WORDS,
  momentInZone,
} from '../../lib/import-reason-text.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { announce } from '../../ui/announcer.tsx';
import { type Step, Steps } from '../../ui/steps.tsx';
import { CheckedImport } from './checked-import.tsx';
import { DoneImport } from './done-import.tsx';
import { ImportStatusTag } from './import-status-tag.tsx';
import type { ImportsSearch } from './imports-search.ts';
import { MappingForm } from './mapping-form.tsx';
import { StoppedImport } from './stopped-import.tsx';
import { UndoneImport } from './undone-import.tsx';
import { WorkingImport } from './working-import.tsx';

export type ImportViewProps = { importId: number; search: ImportsSearch };

/** One import, from its columns to its result; what is on show follows from where it stands. */
export function ImportView({ importId, search }: ImportViewProps) {
  const { data: state } = useSuspenseQuery(importQueries.detail(importId));
  useFreshAfterWork(state);
  return (
    <div className="flex h-full min-h-0 flex-col gap-4 p-5">
      <PageBar title={state.fileName}>
        <span className="text-sm text-muted">{KIND_WORDS[state.kind].title}</span>
        <ImportStatusTag status={state.status} />
        <Link to="/settings/imports" className="flex items-center gap-1 text-sm whitespace-nowrap">
          <ChevronLeft className="size-3.5" aria-hidden />
          All imports
        </Link>
      </PageBar>
      <Steps label="Import" steps={stepsOf(state)} />
      <Phase state={state} search={search} />
    </div>
  );
}

function Phase({ state, search }: { state: ImportState; search: ImportsSearch }) {
  if (isImportBusy(state.status)) return <WorkingImport state={state} />;
  if (state.status === 'Undone') return <UndoneImport state={state} fate={search.fate} />;
  if (state.status === 'Done') return <DoneImport state={state} fate={search.fate} />;
  if (state.status === 'Uploaded' || search.step === 'mapping') return <MappingForm state={state} />;
  return state.status === 'Checked' ? (
    <CheckedImport state={state} fate={search.fate} />
  ) : (
    <StoppedImport state={state} fate={search.fate} />
  );
}

/** When a check or run ends, its rows are read anew and it is said aloud: nobody has to watch the bar. */
function useFreshAfterWork({ id, status }: ImportState): void {
  const client = useQueryClient();
  const wasBusy = useRef(isImportBusy(status));
  useEffect(() => {
    const ended = wasBusy.current && !isImportBusy(status);
    wasBusy.current = isImportBusy(status);
    if (!ended) return;
    void client.resetQueries({ queryKey: [...importQueries.all(), 'rows', id] });
    void client.invalidateQueries({ queryKey: importQueries.list().queryKey });
    announce(`${IMPORT_STATUS_WORDS[status]}.`);
  }, [client, id, status]);
}

const rows = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`;

function stepsOf(state: ImportState): Step[] {
  const { kind, status, mapping, rowsTotal, rowsDone, encoding } = state;
  const isOver = status === 'Done' || status === 'Undoing' || status === 'Undone';
  const wasChecked = status === 'Checked' || status === 'Running' || isOver;
  const zone = clock.zone();
  const checkDetail =
    status === 'Checking' ? `${rows(rowsDone)} so far` : wasChecked ? rows(rowsTotal) : 'nothing is written';
  const runDetail =
    status === 'Running'
      ? `${rows(rowsDone)} so far`
      : isOver
        ? rows(rowsTotal)
        : `${KIND_WORDS[state.kind].many} are written`;
  return [
    {
      label: 'File',
      detail: `${rows(rowsTotal)}, ${ENCODING_WORDS[encoding]}, ${formatDayTime(state.createdOn, zone)}`,
      state: 'done',
    },
    {
      label: kind === 'service-requests' || kind === 'jobs' ? 'Columns and time' : 'Columns',
      detail:
        mapping?.asOf && kind === 'service-requests'
          ? `${mapping.timeZone}, as of ${momentInZone(mapping.asOf, mapping.timeZone)}`
          : 'which column is what',
      state: mapping ? 'done' : 'part',
    },
    {
      label: 'Check',
      detail: checkDetail,
      state: wasChecked ? 'done' : status === 'Checking' ? 'part' : 'todo',
    },
    {
      label: 'Import',
      detail: runDetail,
      state: isOver ? 'done' : status === 'Running' ? 'part' : 'todo',
    },
  ];
}
