import { ViewLinks } from '../../parts/view-links.tsx';

const VIEWS = [
  { to: '/payables', label: 'Due' },
  { to: '/ap-payments', label: 'Payments' },
] as const;

/** What is owed, and what was paid. */
export const PayablesViews = ({ at }: { at: (typeof VIEWS)[number]['to'] }) => (
  <ViewLinks label="Views of payables" views={VIEWS} at={at} />
);
