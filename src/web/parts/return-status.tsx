/** Which look and word the status of a return to a vendor has (ui.md, Tokens). */
import type { ReturnStatus } from '#domain/purchasing/vendor-return.ts';
import { RETURN_STATUS_WORDS } from '../lib/return-words.ts';
import { StatusBadge, type StatusHue } from '../ui/status-badge.tsx';

const HUES: Readonly<Record<ReturnStatus, StatusHue>> = {
  Pending: 'scheduled',
  Returned: 'dispatched',
  CreditReceived: 'done',
  Canceled: 'canceled',
};

export const ReturnStatusBadge = ({ status }: { status: ReturnStatus }) => (
  <StatusBadge hue={HUES[status]} word={RETURN_STATUS_WORDS[status]} />
);
