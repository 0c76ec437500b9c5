import { useMutation, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { BodyIn } from '#contract/endpoints.ts';
import type { Proposal, Proposals, Raised } from '#contract/replenishment.ts';
import type { ReplenishmentPolicy } from '#domain/replenishment/need.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { orderQueries } from '../../../data/purchase-orders.ts';
import { replenishmentMutations, replenishmentQueries } from '../../../data/replenishment.ts';
import { setupQueries } from '../../../data/setup.ts';
import { setupRecordQueries } from '../../../data/setup-records.ts';
import { isPassing } from '../../../lib/api.ts';
import type { RawSearch } from '../../../lib/search-params.ts';
import { mayCall } from '../../../lib/session.ts';
import { LeaveGuard } from '../../../parts/leave-guard.tsx';
import { PageBar } from '../../../parts/page-bar.tsx';
import { ProblemNote } from '../../../parts/problem-note.tsx';
import { SkeletonRows } from '../../../ui/skeleton.tsx';
import { keepUsed, lastUsed, NEVER } from '../new/last-used.ts';
import { presetOf } from '../new/new-order-values.ts';
import { Nothing } from './nothing-proposed.tsx';
import { type Edit, type Edits, groupsOf, keyOf, linesToRaise } from './proposal-edits.ts';
import { RaiseBar } from './raise-bar.tsx';
import { RaisedOrders } from './raised-orders.tsx';
import { policyOf, type ReplenishmentSearch, searchIn } from './replenishment-search.ts';
import { ReplenishmentToolbar } from './replenishment-toolbar.tsx';
import { UnsoldLines } from './unsold-lines.tsx';
import { VendorLines } from './vendor-lines.tsx';

/** What lies too low and what jobs took, as orders to be raised: by vendor, with what they come to. */
export function ReplenishmentPage({ address }: { address: RawSearch }) {
  const search = searchIn(address);
  const navigate = useNavigate();
  const policy = policyOf(search);
  const list = useQuery(replenishmentQueries.list(policy));
  const onSearch = (changes: Partial<ReplenishmentSearch>) =>
    void navigate({ to: '/replenishment', search: { ...search, ...changes }, replace: true });
  return (
    <>
      <PageBar title="Replenishment" />
      <div className="flex flex-col gap-3 px-5 py-3.5 max-sm:px-3">
        <ReplenishmentToolbar search={search} lines={list.data?.lines ?? []} onSearch={onSearch} />
        {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
        {list.isPending && <SkeletonRows rows={8} label="Counting what is needed" />}
        {list.data && <Lines proposals={list.data} place={search.place} policy={policy} />}
      </div>
    </>
  );
}

const NONE: Edits = new Map();
type LinesProps = { proposals: Proposals; place: number | undefined; policy: ReplenishmentPolicy };

function Lines({ proposals, place, policy }: LinesProps) {
  const user = useCurrentUser();
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const { data: types } = useQuery(setupRecordQueries.list('purchaseOrderType'));
  const recent = useQuery(orderQueries.search('', 1));
  const [edits, setEdits] = useState(NONE);
  const [chosen, setChosen] = useState<{ typeId?: number; businessUnitId?: number }>({});
  const [raised, setRaised] = useState<Raised['orders']>([]);
  const { mutateAsync, isPending, error } = useMutation(replenishmentMutations.raise());
  // After a lost answer the same lines go out under the same key: they are ordered once.
  const unanswered = useRef<BodyIn<'replenishment.raise'> | null>(null);

  const shown = useMemo(
    () =>
      proposals.lines.filter(
        ({ inventoryLocationId }) => place === undefined || inventoryLocationId === place,
      ),
    [proposals, place],
  );
  const { groups, unsold } = useMemo(() => groupsOf(shown, edits), [shown, edits]);
  const onEdit = useCallback(
    (keys: readonly string[], changes: Edit) =>
      setEdits(
        (now) => new Map([...now, ...keys.map((key) => [key, { ...now.get(key), ...changes }] as const)]),
      ),
    [],
  );
  const units = setup.businessUnits.filter(
    ({ id }) => user.businessUnitIds === null || user.businessUnitIds.includes(id),
  );
  const last = lastUsed() ?? recent.data?.items[0] ?? NEVER;
  const typeId = chosen.typeId ?? presetOf(types?.items ?? [], last.typeId);
  const businessUnitId = chosen.businessUnitId ?? presetOf(units, last.businessUnitId);
  const currency = units.find(({ id }) => id === businessUnitId)?.currency ?? units[0]?.currency ?? 'USD';

  async function raise(): Promise<void> {
    if (typeId === null || businessUnitId === null) return;
    const body = { policy, typeId, businessUnitId, lines: linesToRaise(groups) };
    const again = unanswered.current;
    const variables = again && JSON.stringify(again) === JSON.stringify(body) ? again : body;
    try {
      const { orders } = await mutateAsync(variables);
      unanswered.current = null;
      keepUsed({ typeId, businessUnitId, inventoryLocationId: last.inventoryLocationId });
      setRaised((before) => [...before, ...orders]);
      setEdits(NONE);
    } catch (problem) {
      // Said by `error`; what was ordered meanwhile is read again and leaves the list.
      unanswered.current = isPassing(problem) ? variables : null;
    }
  }

  return (
    <>
      <RaisedOrders orders={raised} />
      <ProblemNote error={error} />
      {shown.length === 0 ? (
        <Nothing
          wasRaised={raised.length > 0}
          isFiltered={place !== undefined && proposals.lines.length > 0}
        />
      ) : (
        <>
          {mayCall(user, 'replenishment.raise') && groups.length > 0 && (
            <RaiseBar
              groups={groups}
              types={types}
              units={units}
              typeId={typeId}
              businessUnitId={businessUnitId}
              currency={currency}
              isSending={isPending}
              onChoose={setChosen}
              onRaise={() => void raise()}
            />
          )}
          {groups.map((group) => (
            <VendorLines
              key={group.vendorId}
              group={group}
              edits={edits}
              currency={currency}
              onEdit={onEdit}
            />
          ))}
          <UnsoldLines lines={unsold} />
          {proposals.left > 0 && (
            <p className="text-muted">{proposals.left} more are proposed once these are ordered.</p>
          )}
          <p className="text-xs text-muted">
            Where no level is set yet, set the least and the most on the page of a{' '}
            <Link to="/skus" className="underline">
              SKU
            </Link>
            .
          </p>
        </>
      )}
      <LeaveGuard when={hasEdits(shown, edits)} />
    </>
  );
}

const hasEdits = (lines: readonly Proposal[], edits: Edits): boolean =>
  lines.some((one) => edits.has(keyOf(one)));
