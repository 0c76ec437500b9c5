import { useInfiniteQuery } from '@tanstack/react-query';
import type { StockMovement } from '#contract/sku.ts';
import { skuQueries } from '../../data/skus.ts';
import { MOVEMENT_WORDS, movedText } from '../../lib/stock-words.ts';
import { MoreRows } from '../../parts/more-rows.tsx';
import { ProblemNote } from '../../parts/problem-note.tsx';
import { rowClass, Section } from '../../parts/section.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { TimeText } from '../../ui/time-text.tsx';
import { SerialList } from './serial-list.tsx';
import { cellClass, headClass, numberClass, tableClass } from './table-class.ts';

/** The ledger, newest first: what lies anywhere is the sum of it. */
export function SkuMovements({ skuId, zone }: { skuId: number; zone: string }) {
  const list = useInfiniteQuery(skuQueries.movements(skuId));
  const rows = list.data?.items ?? [];
  const hasSerials = rows.some(({ serialsIn, serialsOut }) => serialsIn.length + serialsOut.length > 0);
  return (
    <Section title="Movements" count={list.data?.total}>
      {list.error && <ProblemNote error={list.error} onRetry={() => void list.refetch()} />}
      {list.isPending && <SkeletonRows rows={3} label="Loading the movements" />}
      {list.data && rows.length === 0 && (
        <p className={`${rowClass} text-muted`}>Nothing has come or gone yet.</p>
      )}
      {rows.length > 0 && (
        <table className={tableClass} aria-label="Movements">
          <thead>
            <tr>
              {['When', 'Who', 'What', 'Place'].map((head) => (
                <th key={head} scope="col" className={headClass}>
                  {head}
                </th>
              ))}
              <th scope="col" className={`${headClass} text-right`}>
                Quantity
              </th>
              {[...(hasSerials ? ['Serial numbers'] : []), 'Memo'].map((head) => (
                <th key={head} scope="col" className={headClass}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <MovementRow key={row.id} row={row} zone={zone} hasSerials={hasSerials} />
            ))}
          </tbody>
        </table>
      )}
      {list.hasNextPage && (
        <div className="px-3">
          <MoreRows list={list} words="movements" />
        </div>
      )}
    </Section>
  );
}

type MovementRowProps = { row: StockMovement; zone: string; hasSerials: boolean };

const MovementRow = ({ row, zone, hasSerials }: MovementRowProps) => (
  <tr className="group">
    <td className={cellClass}>
      <TimeText at={row.at} zone={zone} withDay />
    </td>
    <td className={`${cellClass} wrap-anywhere`}>
      <bdi>{row.actorName}</bdi>
    </td>
    <td className={cellClass}>{MOVEMENT_WORDS[row.kind]}</td>
    <td className={`${cellClass} wrap-anywhere`}>
      <bdi>{row.place}</bdi>
    </td>
    <td className={`${cellClass} ${numberClass}`}>{movedText(row.quantity)}</td>
    {hasSerials && (
      <td className={cellClass}>
        <SerialList
          serials={[
            ...row.serialsIn.map((serial) => `+${serial}`),
            ...row.serialsOut.map((serial) => `−${serial}`),
          ]}
        />
      </td>
    )}
    <td className={`${cellClass} wrap-anywhere`}>
      <bdi>{row.memo}</bdi>
    </td>
  </tr>
);
