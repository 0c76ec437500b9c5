import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { FileUp, Plus, Search } from 'lucide-react';
import { useCallback, useMemo, useState } from 'react';
import { setupEndpoint } from '#contract/setup-endpoint.ts';
import type { SetupRecord } from '#contract/setup-record.ts';
import type { SetupKind } from '#domain/setup/kind-titles.ts';
import { setupKind } from '#domain/setup/kinds.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { setupCsvUrl, setupRecordQueries } from '../../../data/setup-records.ts';
import { mayCall } from '../../../lib/session.ts';
import { openDownload } from '../../../parts/open-download.ts';
import { PageBar } from '../../../parts/page-bar.tsx';
import { useTypedFilter } from '../../../parts/use-typed-filter.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { SettingsFrame } from '../settings-frame.tsx';
import { BulkHide } from './bulk-hide.tsx';
import { ImportDialog } from './import-dialog.tsx';
import { inListOrder } from './in-list-order.ts';
import { PeriodActions } from './period-actions.tsx';
import { type Lists, useReferenceLists } from './references.ts';
import { quietColumns, setupColumns } from './setup-columns.tsx';
import { SetupDrawer } from './setup-drawer.tsx';

export type SetupSearch = {
  q?: string | undefined;
  /** Also those not in use any more. */
  all?: 'yes' | undefined;
  /** The record open in the drawer, or a new one. */
  open?: number | 'new' | undefined;
};

/** One set-up list: search, columns, those not in use on demand, and a drawer to add or change one. */
export function SetupListPage({ kind, search }: { kind: SetupKind; search: SetupSearch }) {
  const { slug, title, one, purpose } = setupKind(kind);
  const navigate = useNavigate();
  const lists = useReferenceLists(kind);
  const { data: list } = useSuspenseQuery(setupRecordQueries.list(kind));
  const go = useCallback(
    (next: SetupSearch, { replace = false } = {}) =>
      void navigate({
        to: '/settings/$list',
        params: { list: slug },
        search: (before) => ({ ...before, ...next }),
        replace,
      }),
    [navigate, slug],
  );
  const filter = useTypedFilter(search.q ?? '', (q) => go({ q }, { replace: true }));
  const [importing, setImporting] = useState(false);
  const [selection, setSelection] = useState(NOTHING);
  const [hidden, setHidden] = useState<readonly string[]>(() => quietColumns(kind));
  const columns = useMemo(() => setupColumns(kind, lists, (open) => go({ open })), [kind, lists, go]);
  const inOrder = useMemo(() => inListOrder(kind, list.items, lists), [kind, list, lists]);
  const rows = useMemo(
    () =>
      inOrder.filter(
        (record) => (record.active || search.all === 'yes') && matches(record, kind, lists, search.q),
      ),
    [inOrder, kind, lists, search.all, search.q],
  );
  const record = list.items.find(({ id }) => id === search.open) ?? null;
  const hiddenRows = list.items.filter(({ active }) => !active).length;
  const mayWrite = mayCall(useCurrentUser(), setupEndpoint(kind, 'create'));
  const addButton = mayWrite && (
    <Button variant="primary" icon={<Plus aria-hidden />} onClick={() => go({ open: 'new' })}>
      Add {one}
    </Button>
  );
  return (
    <SettingsFrame>
      <PageBar title={title}>
        {/* With none yet the button stands under the sentence that says what they are for. */}
        {(rows.length > 0 || search.q) && addButton}
        {kind === 'accountingPeriod' && <PeriodActions periods={list.items} />}
        {mayWrite && (
          <Button icon={<FileUp aria-hidden />} onClick={() => setImporting(true)}>
            Import
          </Button>
        )}
      </PageBar>
      <DataTable
        label={title}
        rows={rows}
        columns={columns}
        rowKey={({ id }) => id}
        hidden={hidden}
        onHiddenChange={setHidden}
        {...(mayWrite && {
          selection,
          onSelectionChange: setSelection,
          bulkActions: (selected: readonly SetupRecord[]) => (
            <BulkHide kind={kind} selected={selected} onDone={() => setSelection(NOTHING)} />
          ),
        })}
        onOpen={({ id }) => go({ open: id })}
        onExport={() => openDownload(setupCsvUrl(kind))}
        toolbar={
          <>
            <span className="w-56">
              <TextField
                type="search"
                size="dense"
                aria-label={`Search ${title.toLowerCase()}`}
                placeholder="Any word in the list"
                before={<Search aria-hidden />}
                {...filter}
              />
            </span>
            {hiddenRows > 0 && (
              <Checkbox
                label={`Also ${hiddenRows} not in use`}
                checked={search.all === 'yes'}
                onChange={({ target }) => go({ all: target.checked ? 'yes' : undefined }, { replace: true })}
              />
            )}
            {rows.length > 0 && <span className="min-w-0 text-xs text-muted">{purpose}</span>}
          </>
        }
        empty={
          <EmptyState
            text={search.q ? `Nothing matches “${search.q}”.` : `There are none yet. ${purpose}`}
            action={!search.q && addButton}
          />
        }
      />
      {((search.open === 'new' && mayWrite) || record) && (
        <SetupDrawer
          key={record ? `${record.id} ${kind}` : `new ${kind}`}
          kind={kind}
          record={record}
          mayWrite={mayWrite}
          onClose={() => go({ open: undefined })}
        />
      )}
      {importing && (
        <ImportDialog kind={kind} records={list.items} lists={lists} onClose={() => setImporting(false)} />
      )}
    </SettingsFrame>
  );
}

const NOTHING: ReadonlySet<string> = new Set();

/** Every word typed is somewhere in what the list shows of the record. */
function matches(record: SetupRecord, kind: SetupKind, lists: Lists, query = ''): boolean {
  if (!query) return true;
  const shown = setupColumns(kind, lists, () => {})
    .map(({ text }) => text?.(record) ?? '')
    .join(' ')
    .toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => shown.includes(word));
}
