import { Link } from '@tanstack/react-router';
import { clsx } from 'clsx';
import type { ReactNode } from 'react';

/** The pages of records that other records name by number. */
export type DocumentPage =
  | '/ap-payments/$id'
  | '/bills/$id'
  | '/invoices/$id'
  | '/jobs/$id'
  | '/payments/$id'
  | '/projects/$id'
  | '/purchase-orders/$id'
  | '/vendor-returns/$id';

const LOOKS = {
  /** Names the row it stands in. */
  row: 'font-medium text-text',
  /** Named in a row of something else. */
  plain: 'text-text',
  /** Names a row of a section, where nothing else leads there. */
  section: 'font-medium',
  /** In a sentence. */
  said: 'underline',
} as const;

export type DocumentLinkProps = {
  to: DocumentPage;
  id: number;
  /** Its number, or what it is called. */
  children: ReactNode;
  look?: keyof typeof LOOKS | undefined;
  /** -1: the row has the keyboard. */
  tabIndex?: number | undefined;
};

/** A document's number, on the way to its page. */
export const DocumentLink = ({ to, id, children, look = 'row', tabIndex }: DocumentLinkProps) => (
  <Link to={to} params={{ id }} className={clsx('tabular-nums', LOOKS[look])} tabIndex={tabIndex}>
    {children}
  </Link>
);
