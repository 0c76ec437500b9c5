import { useMutation, useSuspenseQuery } from '@tanstack/react-query';
import { Ellipsis, PencilRuler, Redo2, TriangleAlert, Undo2 } from 'lucide-react';
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { Draft } from '#contract/draft.ts';
import { keptAgainst, MOST_VISITS_IN_DRAFT, netMoves, withoutVisits } from '#domain/schedule/drafts/steps.ts';
import { addDays } from '#domain/time.ts';
import { boardQueries } from '../../../data/board.ts';
import { useCurrentUser } from '../../../data/current-user.ts';
import { draftMutations } from '../../../data/drafts.ts';
import { foldMove, usePendingMoves } from '../../../data/pending-moves.ts';
import { setupQueries } from '../../../data/setup.ts';
import { formatDay } from '../../../lib/format.ts';
import { toldError, toldText } from '../../../lib/told-text.ts';
import { useValueWording } from '../../../parts/use-value-wording.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { shortcutLabel } from '../../../ui/shortcut.ts';
import { toast } from '../../../ui/toast-store.ts';
import { visitsSaid } from '../arrange/arrange-words.ts';
import { type DayIndex, indexDay } from '../day/day-index.ts';
import { copyLink, usePutAway } from './draft-acts.ts';
import type { DraftBarProps } from './draft-bar.tsx';
import { figuresOf } from './draft-figures.ts';
import { DraftFigures } from './draft-figures-list.tsx';
import { DraftNameDialog } from './draft-name-dialog.tsx';
import { type ShownMove, shownMoves } from './fold-draft-day.ts';
import { DraftMovesDialog } from './moves-dialog.tsx';
import { useDraftHands } from './use-draft-hands.ts';
import { useDraftSteps } from './use-draft-steps.ts';
import { useDraftUndo } from './use-draft-undo.ts';

/** The bar of a draft that is here. */
export function OpenDraftBar({
  draft,
  day,
  timeZone,
  isWeek,
  now,
  handle,
  onOpen,
  onSearchChange,
}: DraftBarProps & { draft: Draft }) {
  const user = useCurrentUser();
  const wording = useValueWording(timeZone);
  const isMine = draft.ownerId === user.id;
  const { steps, change, add, takeBack, doAgain, canDoAgain, error, retry } = useDraftSteps(draft);
  const live = useLiveDay(day, timeZone, isWeek);
  const { data: setup } = useSuspenseQuery(setupQueries.get());
  const locked = !isMine
    ? `This is ${draft.ownerName}’s draft: make a copy of it to move visits.`
    : netMoves(steps).length >= MOST_VISITS_IN_DRAFT
      ? toldText('draft.full', { most: MOST_VISITS_IN_DRAFT })
      : null;
  const hands = useDraftHands(draft.id, live, steps, add, locked);
  useLayoutEffect(() => onOpen(hands), [hands, onOpen]);
  useLayoutEffect(() => () => onOpen(null), [onOpen]);
  useShowItsDay(draft, day, isWeek, onSearchChange);
  useDraftUndo({
    takeBack: isMine ? takeBack : null,
    doAgain: isMine ? doAgain : null,
    handle,
  });

  const before = useRef<DayIndex | null>(null);
  const liveIndex = useMemo(() => {
    before.current = indexDay(before.current, live, setup);
    return before.current;
  }, [live, setup]);
  const draftIndex = useMemo(
    () => indexDay(liveIndex, hands.fold(live), setup),
    [liveIndex, hands.fold, live, setup],
  );
  const figures = useMemo(
    () => ({ live: figuresOf(liveIndex, now), draft: figuresOf(draftIndex, now) }),
    [liveIndex, draftIndex, now],
  );
  const moves = useMemo(() => shownMoves(live, steps), [live, steps]);
  const stuck = moves.filter(({ sent }) => sent === null).length;
  const fitting = moves.length - stuck;

  const copy = useMutation(draftMutations.create());
  const putAway = usePutAway();
  const [open, setOpen] = useState<'moves' | 'name' | null>(null);
  const leave = () => onSearchChange({ draft: undefined });
  const makeCopy = () =>
    copy.mutate(
      {
        name: `${draft.name.slice(0, 52)}, copy`,
        day: draft.day,
        timeZone: draft.timeZone,
        steps: steps as Draft['steps'],
      },
      {
        onSuccess: ({ id }) => onSearchChange({ draft: id }),
        onError: (failure) => toast({ title: 'Not copied', body: toldError(failure), tone: 'error' }),
      },
    );
  const drop = ({ move }: ShownMove) => change(withoutVisits(steps, new Set([move.appointmentId])));
  const keep = ({ move, live: visit }: ShownMove) => visit && change(keptAgainst(steps, move, visit));
  return (
    <section
      aria-label="Draft board"
      // Until the last move is kept on the server.
      aria-busy={steps !== draft.steps}
      data-print="hide"
      className="flex shrink-0 flex-wrap items-center gap-x-4 gap-y-1 border-b-2 border-dashed border-accent bg-accent-soft px-3 py-1.5 text-sm"
    >
      <p role="status" className="flex min-w-0 items-center gap-1.5">
        <PencilRuler aria-hidden className="size-4 shrink-0 text-accent" />
        <strong className="font-semibold">Draft</strong>
        <bdi className="min-w-0 max-w-100 truncate">“{draft.name}”</bdi>
        <span className="text-muted max-lg:sr-only">
          · {isMine ? 'nothing here is live' : `${draft.ownerName}’s, for looking and publishing`}
        </span>
      </p>
      <DraftFigures live={figures.live} draft={figures.draft} moved={fitting} />
      <div className="ml-auto flex flex-wrap items-center gap-1">
        {stuck > 0 && (
          <Button
            icon={<TriangleAlert aria-hidden className="text-warning" />}
            onClick={() => setOpen('moves')}
          >
            {stuck} no longer {stuck === 1 ? 'fits' : 'fit'}
          </Button>
        )}
        {isMine && (
          <>
            <Button
              variant="ghost"
              icon={<Undo2 aria-hidden />}
              aria-keyshortcuts="Control+Z Meta+Z"
              data-tip={`Take back the last move in the draft, ${shortcutLabel('Mod+Z')}`}
              disabledReason={steps.length === 0 ? 'This draft moves nothing yet.' : undefined}
              onClick={takeBack}
            >
              Undo in draft
            </Button>
            <IconButton
              label={`Redo in draft, ${shortcutLabel('Mod+Shift+Z')}`}
              icon={<Redo2 aria-hidden />}
              disabledReason={canDoAgain ? undefined : 'Nothing was taken back.'}
              onClick={doAgain}
            />
          </>
        )}
        <Menu
          trigger={<IconButton label="More of this draft" icon={<Ellipsis aria-hidden />} />}
          entries={[
            ...(isMine ? [{ label: 'Rename or share…', onSelect: () => setOpen('name') }] : []),
            { label: 'Copy the link', onSelect: () => void copyLink(draft) },
            { label: 'Make a copy', onSelect: makeCopy },
            ...(isMine
              ? [null, { label: 'Delete the draft', danger: true, onSelect: () => putAway(draft, leave) }]
              : []),
          ]}
        />
        <Button variant="primary" onClick={() => setOpen('moves')}>
          {fitting > 0 ? `Publish ${visitsSaid(fitting)}…` : 'Publish…'}
        </Button>
        <Button onClick={leave}>To the live board</Button>
      </div>
      {(error != null || draft.hidden > 0) && (
        <p className="flex w-full items-center gap-2 text-xs">
          {error != null ? (
            <>
              <TriangleAlert aria-hidden className="size-3.5 text-warning" />
              Your last moves are not kept yet: {toldError(error)}
              <Button onClick={() => void retry()}>Try again</Button>
            </>
          ) : (
            `${visitsSaid(draft.hidden)} of other business units are left out here.`
          )}
        </p>
      )}
      {/* Around the board, whatever colours say. */}
      <div
        aria-hidden
        className="pointer-events-none absolute inset-0 z-20 border-3 border-dashed border-accent"
      />
      {open === 'name' && <DraftNameDialog draft={draft} onClose={() => setOpen(null)} />}
      {open === 'moves' && (
        <DraftMovesDialog
          draftId={draft.id}
          name={draft.name}
          moves={moves}
          live={liveIndex}
          wording={wording}
          onDrop={isMine ? drop : null}
          onKeep={isMine ? keep : null}
          locked={steps === draft.steps ? undefined : 'Your last moves are still being kept.'}
          onClose={() => setOpen(null)}
        />
      )}
    </section>
  );
}

/** What the board shows without the draft: moves still on their way to the server included. */
function useLiveDay(day: DraftBarProps['day'], timeZone: string, isWeek: boolean) {
  const { data } = useSuspenseQuery(boardQueries.of({ day, timeZone, isWeek }));
  const pending = usePendingMoves();
  return useMemo(() => pending.reduce(foldMove, data), [pending, data]);
}

/** A draft is opened on the day it is of, wherever its link was followed. */
function useShowItsDay(
  draft: Draft,
  day: DraftBarProps['day'],
  isWeek: boolean,
  onSearchChange: DraftBarProps['onSearchChange'],
): void {
  const isShown = isWeek ? day <= draft.day && draft.day < addDays(day, 7) : day === draft.day;
  const asked = useRef(isShown);
  useEffect(() => {
    if (asked.current) return;
    asked.current = true;
    toast({ title: `“${draft.name}” is a draft of ${formatDay(draft.day)}` });
    onSearchChange({ day: draft.day });
  });
}
