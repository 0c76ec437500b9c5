import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import type { Wording } from '../../../lib/refusal-params.ts';
import { Button } from '../../../ui/button.tsx';
import { Checkbox } from '../../../ui/checkbox.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemBanner } from '../../../ui/problem-banner.tsx';
import { shortcutLabel } from '../../../ui/shortcut.ts';
import { TickList } from '../../../ui/tick-list.tsx';
import { laneNameOf, visitsSaid } from '../arrange/arrange-words.ts';
import { checkMoves } from '../arrange/check-moves.ts';
import type { DayIndex } from '../day/day-index.ts';
import { ConsequenceLines } from '../moves/consequence-lines.tsx';
import type { ShownMove } from './fold-draft-day.ts';
import { happenedSaid, moveLabel, type Named, planSaid } from './rebase-words.ts';
import { usePublish } from './use-publish.tsx';

export type DraftMovesDialogProps = {
  draftId: number;
  name: string;
  moves: readonly ShownMove[];
  /** The live day, without the draft. */
  live: DayIndex;
  wording: Wording;
  /** null: somebody else's draft, which is published from and not changed. */
  onDrop: ((move: ShownMove) => void) | null;
  onKeep: ((move: ShownMove) => void) | null;
  /** Why nothing can be published just now. */
  locked: string | undefined;
  onClose: () => void;
};

/** What a draft does, move by move: what of it goes onto the live day, and what became of the visits meanwhile. */
export function DraftMovesDialog(props: DraftMovesDialogProps) {
  const { draftId, name, moves, live, wording, onDrop, onKeep, onClose } = props;
  const [left, setLeft] = useState<ReadonlySet<number>>(new Set());
  const { publish, busy, refused, dialogs } = usePublish(draftId, live, wording, onClose);
  const fitting = moves.filter(({ sent }) => sent !== null);
  const stuck = moves.filter(({ sent }) => sent === null);
  const ticked = fitting.flatMap(({ sent }) => (sent && !left.has(sent.appointmentId) ? sent : []));
  const checked = ticked.length > 0 ? checkMoves(live, ticked, wording) : null;
  const named: Named = {
    zone: live.day.timeZone,
    technicianName: (id) => wording.technicianName?.(id) ?? 'a technician',
    laneName: (id) => laneNameOf(live, id),
  };
  const toggle = (id: number) =>
    setLeft((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  return (
    <>
      <Dialog
        open
        onOpenChange={(open) => !open && onClose()}
        title={`Publish “${name}”`}
        description="What is ticked goes onto the live board as one step, with one undo, and leaves the draft."
        width="wide"
        keepOnOutsidePress
        footer={
          <>
            <Button size="form" onClick={onClose}>
              Back to the draft
            </Button>
            <Button
              size="form"
              variant="primary"
              type="submit"
              busy={busy}
              disabledReason={props.locked ?? (ticked.length === 0 ? 'Nothing is ticked.' : undefined)}
              shortcut={shortcutLabel('Mod+Enter')}
              onClick={() => publish(ticked)}
            >
              {ticked.length === 0 ? 'Publish' : `Publish ${visitsSaid(ticked.length)}`}
            </Button>
          </>
        }
      >
        <div className="flex flex-col gap-3">
          {moves.length === 0 && <p className="text-muted">This draft moves nothing yet.</p>}
          {stuck.length > 0 && (
            <section aria-labelledby="draft-stuck">
              <h3 id="draft-stuck" className="mb-1 flex items-center gap-1.5 text-sm font-semibold">
                <TriangleAlert aria-hidden className="size-4 text-warning" />
                {stuck.length === 1 ? '1 move no longer fits' : `${stuck.length} moves no longer fit`}
              </h3>
              <ul className="divide-y divide-line rounded-md border border-line">
                {stuck.map((one) => (
                  <li
                    key={one.move.appointmentId}
                    className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-1.5"
                  >
                    <div className="min-w-0 flex-1">
                      <p>
                        <strong className="font-semibold">{moveLabel(one)}</strong>{' '}
                        <span className="text-muted tabular-nums">{planSaid(one, named)}</span>
                      </p>
                      <p className="text-sm">{happenedSaid(one, named)}</p>
                    </div>
                    {onKeep && one.now.kind === 'moved' && (
                      <Button aria-label={`Keep the draft’s: ${moveLabel(one)}`} onClick={() => onKeep(one)}>
                        Keep the draft’s
                      </Button>
                    )}
                    {onDrop && (
                      <Button aria-label={`Drop: ${moveLabel(one)}`} onClick={() => onDrop(one)}>
                        Drop
                      </Button>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
          {fitting.length > 0 && (
            <section aria-label="Moves that fit">
              <TickList
                label="Moves"
                allLabel={fitting.length === 1 ? 'The one move' : `All ${fitting.length} moves`}
                ticked={ticked.length}
                total={fitting.length}
                onAll={(tick) => setLeft(new Set(tick ? [] : fitting.map(({ move }) => move.appointmentId)))}
                className="max-h-[36vh] overflow-y-auto rounded-md border border-line"
              >
                {fitting.map((one) => {
                  const id = one.move.appointmentId;
                  const no = refused.visits.get(id);
                  return (
                    <li key={id} className="flex flex-wrap items-center gap-x-3 px-3 py-1">
                      <Checkbox
                        className="min-w-0 flex-1"
                        checked={!left.has(id)}
                        onChange={() => toggle(id)}
                        label={
                          <>
                            <strong className="font-semibold">{moveLabel(one)}</strong>{' '}
                            <span className="tabular-nums">{planSaid(one, named)}</span>
                          </>
                        }
                      />
                      {onDrop && (
                        <Button
                          variant="ghost"
                          aria-label={`Drop: ${moveLabel(one)}`}
                          onClick={() => onDrop(one)}
                        >
                          Drop
                        </Button>
                      )}
                      {no && <p className="w-full pb-1 text-sm font-semibold text-danger">{no}</p>}
                    </li>
                  );
                })}
              </TickList>
            </section>
          )}
          <div aria-live="polite" className="text-xs">
            {checked && <ConsequenceLines {...checked} />}
          </div>
          {refused.all && refused.visits.size === 0 && <ProblemBanner messages={[refused.all]} />}
        </div>
      </Dialog>
      {dialogs}
    </>
  );
}
