import type { ReturnCardView, ReturnWritten } from '#contract/vendor-return.ts';
import { RETURN_TABLE, type ReturnCommandType } from '#domain/purchasing/vendor-return.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { type ReturnStep, returnMutations, returnVersions } from '../../data/vendor-returns.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import { type RecordAsk, useRecordSteps } from '../../parts/use-record-steps.tsx';

const STEPS = {
  edit: 'update',
  sendBack: 'sendBack',
  receiveCredit: 'receiveCredit',
  cancel: 'cancel',
} as const satisfies Record<ReturnCommandType, ReturnStep>;

/** Why a command cannot be given now, in words; undefined where it can. The server decides by the same table. */
export function useWhyNot({ vendorReturn: { status } }: ReturnCardView) {
  const user = useCurrentUser();
  return (command: ReturnCommandType): string | undefined => {
    if (!mayCall(user, `vendorReturns.${STEPS[command]}`)) return refusalText('session.forbidden');
    if (RETURN_TABLE[status].includes(command)) return undefined;
    return command === 'receiveCredit' && status === 'Pending'
      ? 'It has not gone back yet.'
      : refusalText('return.not_in_status', { status });
  };
}

/** Every step on a return, with what may follow; decided on what is on screen. */
export function useReturnSteps(card: ReturnCardView) {
  const steps = useRecordSteps<ReturnStep, ReturnWritten>({
    kind: 'vendorReturn',
    id: card.vendorReturn.id,
    word: 'return',
    mutation: (step) => returnMutations.step(step) as never,
  });
  return {
    ...steps,
    send: (ask: RecordAsk<ReturnStep, ReturnWritten>) =>
      steps.send({ ...ask, base: ask.base ?? returnVersions(card) }),
  };
}
export type ReturnSteps = ReturnType<typeof useReturnSteps>;
