import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { BoardDay } from '#contract/board.ts';
import type { Draft } from '#contract/draft.ts';
import type { AppointmentView } from '#contract/job.ts';
import type { Id } from '#domain/ids.ts';
import type { VisitMove } from '#domain/schedule/arrangements/visit-move.ts';
import { draftMoveOf } from '#domain/schedule/drafts/draft-move.ts';
import { draftMutations } from '../../../data/drafts.ts';
import { formatDay } from '../../../lib/format.ts';
import { errorText } from '../../../lib/refusal-text.ts';
import { toast } from '../../../ui/toast-store.ts';

/** The plan's moves as a draft board, to be played on before anything of it is published. */
export function usePlanAsDraft({ day, timeZone }: Pick<BoardDay, 'day' | 'timeZone'>) {
  const create = useMutation(draftMutations.create());
  const navigate = useNavigate();
  const open = (
    moves: readonly VisitMove[],
    visits: ReadonlyMap<Id, AppointmentView>,
    onOpen: () => void,
  ) => {
    const kept = moves.flatMap((move) => {
      const visit = visits.get(move.appointmentId);
      const drafted = visit && draftMoveOf(visit, move);
      return drafted ? [drafted] : [];
    });
    create.mutate(
      { name: `Optimised ${formatDay(day)}`, day, timeZone, steps: [{ moves: kept }] as Draft['steps'] },
      {
        onSuccess: ({ id }) => {
          onOpen();
          void navigate({ to: '/board', search: (before) => ({ ...before, draft: id }) });
        },
        onError: (error) => toast({ title: 'No draft was made', body: errorText(error), tone: 'error' }),
      },
    );
  };
  return { open, busy: create.isPending };
}
