import { ViewLinks } from '../../parts/view-links.tsx';

const VIEWS = [
  { to: '/receivables', label: 'Open' },
  { to: '/statements', label: 'Statements' },
] as const;

/** What is owed, and what customers were told of it. */
export const ReceivablesViews = ({ at }: { at: (typeof VIEWS)[number]['to'] }) => (
  <ViewLinks label="Views of receivables" views={VIEWS} at={at} />
);
