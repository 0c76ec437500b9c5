/** The draft that is open on the board: every move goes into it instead of to the server. */
import { createContext, useContext } from 'react';
import type { BoardDay } from '#contract/board.ts';
import type { AppointmentView } from '#contract/job.ts';
import type { VisitMove } from '#domain/schedule/arrangements/visit-move.ts';
import type { VisitCommands } from '../../../parts/appointment-drawer/use-visit-commands.tsx';
import { toast } from '../../../ui/toast-store.ts';

export type OpenDraft = {
  /** null: still being read, or it cannot be. */
  readonly id: number | null;
  /** The live day as the draft would have it; another function when the draft has changed. */
  readonly fold: (live: BoardDay) => BoardDay;
  /** Of a single visit: moves it in the draft. What is no plan is refused in words. */
  readonly send: VisitCommands['send'];
  /** Of several at once; false: refused, in words. */
  readonly rearrange: (moves: readonly VisitMove[], done: string) => boolean;
  /** Why no visit can be moved just now: asked before a bar is shown at its other place. */
  readonly refusal: string | null;
};

/** Why what is about the real day cannot be done here. */
export const IN_DRAFT = 'This is a draft: go back to the live board for that.';

const NOT_YET = 'The draft is not open yet.';
const notYet = () => toast({ title: 'Not moved', body: NOT_YET });

/** A draft is asked for and not here: nothing may reach the live day meanwhile. */
export const OPENING: OpenDraft = {
  id: null,
  fold: (live) => live,
  send: async () => {
    notYet();
    return null;
  },
  rearrange: () => {
    notYet();
    return false;
  },
  refusal: NOT_YET,
};

const drafted = new WeakSet<AppointmentView>();
/** The visit as the draft has it, not as it is on the live day. */
export const markDrafted = (visit: AppointmentView): unknown => drafted.add(visit);
export const isDrafted = (visit: AppointmentView): boolean => drafted.has(visit);

export const DraftContext = createContext<OpenDraft | null>(null);

/** null: the board is the live one. */
export const useOpenDraft = (): OpenDraft | null => useContext(DraftContext);
