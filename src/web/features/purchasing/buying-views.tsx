import { ViewLinks } from '../../parts/view-links.tsx';

const VIEWS = [
  { to: '/purchase-orders', label: 'Orders' },
  { to: '/purchase-orders/deliveries', label: 'Deliveries' },
  { to: '/purchase-orders/spend', label: 'Spend' },
] as const;

/** Three ways to look at what was ordered: order by order, by the day it comes, by what it cost. */
export const BuyingViews = ({ at }: { at: (typeof VIEWS)[number]['to'] }) => (
  <ViewLinks label="Views of purchase orders" views={VIEWS} at={at} />
);
