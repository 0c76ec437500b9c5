import { HistoryList } from '../../parts/history-list.tsx';
import { Tabs } from '../../ui/tabs.tsx';

/** What happened to the bill, and who did it. */
export const BillSide = ({ id, zone }: { id: number; zone: string }) => (
  <Tabs
    label="About the bill"
    value="history"
    onValueChange={() => {}}
    className="h-full px-3.5"
    panelClassName="overflow-y-auto"
    items={[{ id: 'history', label: 'History', content: <HistoryList kind="bill" id={id} zone={zone} /> }]}
  />
);
