import { useState } from 'react';
import type { Sku } from '#contract/sku.ts';
import { HistoryList } from '../../parts/history-list.tsx';
import { Select } from '../../ui/select.tsx';
import { Tabs } from '../../ui/tabs.tsx';

export type SkuSideProps = {
  sku: Sku;
  /** The zone times are read in. */
  zone: string;
};

/** What happened to the SKU, or to the level kept at one of its places. */
export function SkuSide({ sku, zone }: SkuSideProps) {
  const [levelId, setLevelId] = useState(0);
  const levels = sku.stock.flatMap(({ place, level }) => (level ? [{ value: level.id, label: place }] : []));
  // A level taken away while its history is read: the SKU's is there to go on with.
  const shown = levels.some(({ value }) => value === levelId) ? levelId : 0;
  const history = (
    <>
      {levels.length > 0 && (
        <div className="pt-2">
          <Select
            aria-label="History of"
            size="dense"
            value={shown}
            onValueChange={setLevelId}
            options={[
              { value: 0, label: 'SKU' },
              ...levels.map(({ value, label }) => ({ value, label: `Level: ${label}` })),
            ]}
          />
        </div>
      )}
      <HistoryList kind={shown === 0 ? 'sku' : 'stockLevel'} id={shown === 0 ? sku.id : shown} zone={zone} />
    </>
  );
  return (
    <Tabs
      label="About the SKU"
      value="history"
      onValueChange={() => {}}
      className="h-full px-3.5"
      panelClassName="overflow-y-auto"
      items={[{ id: 'history', label: 'History', content: history }]}
    />
  );
}
