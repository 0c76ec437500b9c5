import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChevronLeft } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { ImportState } from '#contract/import.ts';
import { importQueries, isBusy } from '../../data/imports.ts';
import { clock } from '../../lib/clock.ts';
import { formatDayTime } from '../../lib/format.ts';
import { ENCODING_WORDS, IMPORT_STATUS_WORDS, momentInZone } from '../../lib/import-reason-text.ts';
import { PageBar } from '../../parts/page-bar.tsx';
import { announce } from '../../ui/announcer.tsx';
import { type Step, Steps } from '../../ui/steps.tsx';
import { CheckedImport } from './checked-import.tsx';
import { DoneImport } from './done-import.tsx';
import { ImportStatusTag } from './import-status-tag.tsx';
import type { ImportsSearch } from './imports-search.ts';
import { MappingForm } from './mapping-form.tsx';
import { StoppedImport } from './stopped-import.tsx';
import { WorkingImport } from './working-import.tsx';

export type ImportViewProps = { importId: number; search: ImportsSearch };

/** One import, from its columns to its result; what is on show follows from where it stands. */
export function ImportView({ importId, search }: ImportViewProps) {
  const { data: state } = useSuspenseQuery(importQueries.detail(importId));
  useFreshAfterWork(state);
  return (
    <div className="flex h-full min-h-0 flex-col gap-4 p-5">
      <PageBar title={state.fileName}>
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
  if (isBusy(state.status)) return <WorkingImport state={state} />;
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
  const wasBusy = useRef(isBusy(status));
  useEffect(() => {
    const ended = wasBusy.current && !isBusy(status);
    wasBusy.current = isBusy(status);
    if (!ended) return;
    void client.resetQueries({ queryKey: [...importQueries.all(), 'rows', id] });
    void client.invalidateQueries({ queryKey: importQueries.list().queryKey });
    announce(`${IMPORT_STATUS_WORDS[status]}.`);
  }, [client, id, status]);
}

const rows = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`;

function stepsOf(state: ImportState): Step[] {
  const { status, mapping, rowsTotal, rowsDone, encoding } = state;
  const wasChecked = status === 'Checked' || status === 'Running' || status === 'Done';
  const zone = clock.zone();
  const checkDetail =
    status === 'Checking' ? `${rows(rowsDone)} so far` : wasChecked ? rows(rowsTotal) : 'nothing is written';
  const runDetail =
    status === 'Running'
      ? `${rows(rowsDone)} so far`
      : status === 'Done'
        ? rows(rowsDone)
        : 'jobs are booked';
  return [
    {
      label: 'File',
      detail: `${rows(rowsTotal)}, ${ENCODING_WORDS[encoding]}, ${formatDayTime(state.createdOn, zone)}`,
      state: 'done',
    },
    {
      label: 'Columns and time',
      detail: mapping?.asOf
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
      state: status === 'Done' ? 'done' : status === 'Running' ? 'part' : 'todo',
    },
  ];
}
