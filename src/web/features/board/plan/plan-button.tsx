import { Route } from 'lucide-react';
import { useCurrentUser } from '../../../data/current-user.ts';
import { mayCall } from '../../../lib/session.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { useShortcut } from '../../../ui/shortcut.ts';
import { IN_DRAFT } from '../drafts/draft-context.ts';
import { PAST_LOCKED } from '../past/past-words.ts';
import { askPlan } from './plan-asked.ts';

export type PlanButtonProps = {
  readonly isPast: boolean;
  readonly isDraft: boolean;
  readonly isWeek: boolean;
};

/** How to ask for a plan of the day, or why not now; null for who may not move visits. */
export function usePlanAct({ isPast, isDraft, isWeek }: PlanButtonProps) {
  const may = mayCall(useCurrentUser(), 'appointments.rearrange');
  const locked = isPast
    ? PAST_LOCKED
    : isDraft
      ? IN_DRAFT
      : isWeek
        ? 'Show the day first: it is about one day.'
        : undefined;
  const ask = () => {
    if (locked === undefined) askPlan({ kind: 'optimise' });
  };
  return may ? { ask, locked } : null;
}

/** The day, or what the filters leave of it, to be driven with less. */
export function PlanButton(props: PlanButtonProps) {
  const plan = usePlanAct(props);
  useShortcut('O', () => plan?.ask(), { enabled: plan !== null });
  if (!plan) return null;
  return (
    <IconButton
      label="Optimise what is shown"
      icon={<Route aria-hidden />}
      className="max-lg:hidden"
      disabledReason={plan.locked}
      onClick={plan.ask}
    />
  );
}
