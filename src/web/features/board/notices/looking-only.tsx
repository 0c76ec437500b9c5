import { Eye } from 'lucide-react';
import type { CurrentUser } from '#contract/session.ts';
import { mayCall } from '../../../lib/session.ts';

/** Why nothing lifts on this person's board; undefined for those who move visits. */
export function lookingOnly(user: Pick<CurrentUser, 'roles'>): string | undefined {
  if (mayCall(user, 'appointments.reassign')) return undefined;
  const also = mayCall(user, 'appointments.reschedule')
    ? ' You can change a visit’s times in its details.'
    : '';
  return `For looking only: dispatchers move and assign visits.${also}`;
}

/** Said once, quietly, before anybody tries. */
export function LookingOnlyLine({ text }: { text: string }) {
  return (
    <p
      data-print="hide"
      className="flex shrink-0 items-center gap-1.5 border-b border-line bg-surface px-3 py-1 text-xs text-muted"
    >
      <Eye aria-hidden className="size-3.5 shrink-0" />
      {text}
    </p>
  );
}
