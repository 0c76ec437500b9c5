import { useEffect } from 'react';
import type { Instant } from '#domain/time.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import type { Shown } from '../day/use-shown.ts';
import { askPlan, type PlanAsked } from './plan-asked.ts';
import { PlanDialog } from './plan-dialog.tsx';

export type PlanPartProps = { asked: PlanAsked; shown: Shown; now: Instant; wording: Wording };

/** The dialog of the plan that was asked for; another day is another question. */
export function PlanPart({ asked, shown, now, wording }: PlanPartProps) {
  useEffect(() => () => askPlan(null), []);
  const key = asked.kind === 'absence' ? asked.technicianId : asked.kind;
  return (
    <PlanDialog
      key={`${shown.index.day.day} ${key}`}
      asked={asked}
      shown={shown}
      now={now}
      wording={wording}
      onClose={() => askPlan(null)}
    />
  );
}
