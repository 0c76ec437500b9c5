import type { ImportState } from '#contract/import.ts';
import type { RowFate } from '#contract/import-kinds.ts';
import { ProblemBanner } from '../../ui/problem-banner.tsx';
import { RowsPanel } from './rows-panel.tsx';

const rows = (count: number) => `${count.toLocaleString('en-US')} ${count === 1 ? 'row' : 'rows'}`;

/** What an undo has taken back, and what stays with the reason of each. */
export function UndoneImport({ state, fate }: { state: ImportState; fate: RowFate | undefined }) {
  const { undone, stays } = state.fates;
  return (
    <>
      <p>
        This import was undone: <b className="font-semibold">{rows(undone)}</b> taken back. The same file can
        be imported again.
      </p>
      {stays > 0 && (
        <ProblemBanner
          tone="warning"
          messages={[
            `${rows(stays)} ${stays === 1 ? 'stays' : 'stay'}: somebody has worked on them since. Their reasons stand below, under “Stays”.`,
          ]}
        />
      )}
      <RowsPanel state={state} fate={fate} />
    </>
  );
}
