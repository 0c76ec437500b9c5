import { Ellipsis } from 'lucide-react';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { type PlanButtonProps, usePlanAct } from './plan/plan-button.tsx';

/** The buttons beside the date, where the bar has no room for them: nothing else in it may be cut for their sake. */
export function BarMenu({
  onPast,
  onDrafts,
  ...where
}: PlanButtonProps & { onPast: () => void; onDrafts: (() => void) | null }) {
  const plan = usePlanAct(where);
  return (
    <span className="lg:hidden">
      <Menu
        align="start"
        trigger={<IconButton label="Board menu" icon={<Ellipsis aria-hidden />} />}
        entries={[
          {
            label: where.isPast ? 'Back to now' : 'As it stood at a past minute',
            shortcut: 'H',
            onSelect: onPast,
          },
          ...(onDrafts ? [{ label: 'Draft boards…', shortcut: 'D', onSelect: onDrafts }] : []),
          ...(plan
            ? [
                {
                  label: 'Optimise what is shown…',
                  shortcut: 'O',
                  disabledReason: plan.locked,
                  onSelect: plan.ask,
                },
              ]
            : []),
        ]}
      />
    </span>
  );
}
