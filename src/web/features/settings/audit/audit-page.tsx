import { useInfiniteQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Search } from 'lucide-react';
import { useMemo, useState } from 'react';
import { dayOf } from '#domain/time.ts';
import { auditQueries } from '../../../data/audit.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { homeZone, setupQueries } from '../../../data/setup.ts';
import { userQueries } from '../../../data/users.ts';
import { clock } from '../../../lib/clock.ts';
import { DayRangeChip } from '../../../parts/day-range-chip.tsx';
import { RecordList } from '../../../parts/record-list.tsx';
import { useTypedFilter } from '../../../parts/use-typed-filter.ts';
import type { TableSort } from '../../../ui/data-column.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FilterChip } from '../../../ui/filter-chip.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { SettingsFrame } from '../settings-frame.tsx';
import { auditColumns, RESULT_WORDS } from './audit-columns.tsx';
import { filtersOf } from './audit-filters.ts';
import type { AuditSearch } from './audit-search.ts';

/** Who did what, when, with what result and from where: read only, for admins. */
export function AuditPage({ search }: { search: AuditSearch }) {
  const navigate = useNavigate();
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data: users } = useSuspenseQuery(userQueries.list());
  const zone = homeZone(setup, user.businessUnitIds);
  const list = useInfiniteQuery(auditQueries.list(filtersOf(search, zone)));
  const [sort, setSort] = useState<TableSort | null>(null);
  const columns = useMemo(() => auditColumns(zone), [zone]);
  const go = (changes: Partial<AuditSearch>) =>
    void navigate({ to: '/settings/audit', search: { ...search, ...changes }, replace: true });
  const typed = useTypedFilter(search.q ?? '', (q) => go({ q }));
  return (
    <SettingsFrame>
      <RecordList
        title="Audit"
        list={list}
        fileName="audit.csv"
        columns={columns}
        sort={sort}
        onSortChange={setSort}
        toolbar={
          <>
            <span className="w-60">
              <TextField
                type="search"
                size="dense"
                aria-label="Search the audit"
                placeholder="What was done, or a request"
                before={<Search aria-hidden />}
                {...typed}
              />
            </span>
            <FilterChip
              label="Who"
              options={users.items.map(({ id, name }) => ({ value: id, label: name }))}
              value={search.who === undefined ? [] : [search.who]}
              onValueChange={(who) => go({ who: who.at(-1) })}
            />
            <FilterChip
              label="Result"
              options={Object.entries(RESULT_WORDS).map(([value, label]) => ({ value, label }))}
              value={search.result ? [search.result] : []}
              onValueChange={(result) => go({ result: result.at(-1) as AuditSearch['result'] })}
            />
            <DayRangeChip
              label="Day"
              first={search.day}
              last={search.until}
              today={dayOf(clock.now(), zone)}
              looks="back"
              onChange={(day, until) => go({ day, until })}
            />
          </>
        }
        empty={<EmptyState text="Nothing fits these filters." />}
      />
    </SettingsFrame>
  );
}
