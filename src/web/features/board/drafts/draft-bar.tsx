import { useQuery } from '@tanstack/react-query';
import type { RefObject } from 'react';
import type { Day, Instant } from '#domain/time.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { draftQueries } from '../../../data/drafts.ts';
import { toldError } from '../../../lib/told-text.ts';
import { Button } from '../../../ui/button.tsx';
import type { BoardSearch } from '../board-search.ts';
import type { GridHandle } from '../grid-host.tsx';
import { Notice } from '../notices/notice.tsx';
import type { OpenDraft } from './draft-context.ts';
import { OpenDraftBar } from './open-draft-bar.tsx';
import { TakeOutAgain } from './take-out-again.tsx';

export type DraftBarProps = {
  id: number;
  /** What the board shows. */
  day: Day;
  timeZone: string;
  /** The week that begins with the day. */
  isWeek: boolean;
  now: Instant;
  handle: RefObject<GridHandle | null>;
  onOpen: (draft: OpenDraft | null) => void;
  onSearchChange: (changes: Partial<BoardSearch>) => void;
};

/** Somebody else's may be changed by them while it is looked at. */
const LOOK_AGAIN_MS = 15_000;

/** Over the board while a draft is open: which one, what it would change, publish, and the way back. */
export function DraftBar(props: DraftBarProps) {
  const user = useCurrentUser();
  const { data: draft, error } = useQuery({
    ...draftQueries.detail(props.id),
    refetchInterval: ({ state }) => (state.data && state.data.ownerId !== user.id ? LOOK_AGAIN_MS : false),
  });
  const back = <Button onClick={() => props.onSearchChange({ draft: undefined })}>To the live board</Button>;
  if (draft?.active) return <OpenDraftBar key={draft.id} {...props} draft={draft} />;
  if (draft) return <TakeOutAgain draft={draft} back={back} />;
  if (error)
    return (
      <Notice tone="warning" action={back}>
        {toldError(error)} Until then nothing moves on this board.
      </Notice>
    );
  return <Notice action={back}>Opening the draft…</Notice>;
}
