import { Link } from '@tanstack/react-router';

export type BillLinkProps = {
  id: number;
  number: number;
  /** -1: the row has the keyboard. */
  tabIndex?: number | undefined;
};

/** A bill's number, on the way to its page. */
export const BillLink = ({ id, number, tabIndex }: BillLinkProps) => (
  <Link to="/bills/$id" params={{ id }} className="font-medium text-text tabular-nums" tabIndex={tabIndex}>
    {number}
  </Link>
);
