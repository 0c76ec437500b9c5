import { type ReactNode, useState } from 'react';
import { MOST_IN_BULK } from '#contract/bulk-limit.ts';
import type { EndpointName } from '#contract/endpoints.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import { Button } from '../../ui/button.tsx';

export type BulkStep = {
  /** "Hold…": with dots when something is asked first. */
  readonly button: string;
  readonly title: string;
  /** The verb on the dialog's button and, done, in the message: "Hold", "held". */
  readonly verbs: readonly [now: string, done: string];
  /** Who may call it may take the step. */
  readonly call: EndpointName;
};

export type BulkStepsProps<Step extends string> = {
  steps: Readonly<Record<Step, BulkStep>>;
  /** "jobs". */
  words: string;
  count: number;
  /** It is done: the selection has served. */
  onDone: () => void;
  /** The dialog of a step. */
  children: (step: Step, then: { onClose: () => void; onDone: () => void }) => ReactNode;
};

/** What can be done with the rows selected, each step looked at before it is given; a step that cannot says why. */
export function BulkSteps<Step extends string>({
  steps,
  words,
  count,
  onDone,
  children,
}: BulkStepsProps<Step>) {
  const user = useCurrentUser();
  const [open, setOpen] = useState<Step | null>(null);
  const close = () => setOpen(null);
  const whyNot = ({ call }: BulkStep) => {
    if (!mayCall(user, call)) return refusalText('session.forbidden');
    return count > MOST_IN_BULK ? `At most ${MOST_IN_BULK} ${words} in one step. Select fewer.` : undefined;
  };
  return (
    <>
      {(Object.keys(steps) as Step[]).map((step) => (
        <Button key={step} disabledReason={whyNot(steps[step])} onClick={() => setOpen(step)}>
          {steps[step].button}
        </Button>
      ))}
      {open &&
        children(open, {
          onClose: close,
          onDone: () => {
            close();
            onDone();
          },
        })}
    </>
  );
}
