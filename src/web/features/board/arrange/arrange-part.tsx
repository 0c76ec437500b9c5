import { MutationObserver, useQueryClient } from '@tanstack/react-query';
import { type RefObject, useEffect, useImperativeHandle, useRef } from 'react';
import { moveTogether } from '#domain/schedule/arrangements/move-together.ts';
import { parkTogether } from '#domain/schedule/arrangements/park-together.ts';
import type { VisitMove } from '#domain/schedule/arrangements/visit-move.ts';
import { type Instant, instantFromMs, minutesBetween, msOf } from '#domain/time.ts';
import { arrangementMutations } from '../../../data/arrangements.ts';
import { formatTime } from '../../../lib/format.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import { toast } from '../../../ui/toast-store.ts';
import { barIdOf } from '../day/bars.ts';
import type { Shown } from '../day/use-shown.ts';
import { IN_DRAFT, useOpenDraft } from '../drafts/draft-context.ts';
import type { Candidate, Consequences } from '../grid/types.ts';
import type { GridHandle } from '../grid-host.tsx';
import { NOBODYS_TIME } from '../holding/parking-words.ts';
import { ArrangeDialog } from './arrange-dialog.tsx';
import type { ArrangeHands, ArrangeQuestion } from './arrange-question.ts';
import { parkedSaid, shiftSaid, visitsSaid } from './arrange-words.ts';
import { arrangedDayOf } from './arranged-day-of.ts';
import { checkMoves, labelOf, refusalOf } from './check-moves.ts';
import { CountBar } from './count-bar.tsx';
import { barOf } from './proposals.ts';
import { SplitDialog } from './split-dialog.tsx';
import { type Asked, useRearrange } from './use-rearrange.tsx';

export type ArrangePartProps = {
  shown: Shown;
  now: Instant;
  wording: Wording;
  handle: RefObject<GridHandle | null>;
  /** What the grid asks while one of several is in hand. */
  hands: RefObject<ArrangeHands | null>;
  picked: readonly string[];
  onPick: (barIds: readonly string[]) => void;
  question: ArrangeQuestion | null;
  onAsk: (question: ArrangeQuestion | null) => void;
};

/** Everything that is done to several visits at once; read at rest, and at the latest with the first selection. */
export function ArrangePart(props: ArrangePartProps) {
  const { shown, now, wording, handle, picked, onPick, question, onAsk } = props;
  const { index, lanes } = shown;
  const { timeZone } = index.day;
  const client = useQueryClient();
  const draft = useOpenDraft();
  const { send, tell, refused, dialogs } = useRearrange(index, wording);
  const bars = picked.map(barOf);
  const visitIds = [...new Set(bars.map(({ appointmentId }) => appointmentId))];

  /** The bar a dialog's answer leads to: by then the dialog would give the focus to what stands at its old place. */
  const led = useRef<string | null>(null);
  useEffect(() => {
    const barId = led.current;
    if (barId === null || document.querySelector('[role="dialog"]')) return;
    led.current = null;
    requestAnimationFrame(() => void handle.current?.grid.focus(barId));
  });
  const sendShown = (asked: Asked) =>
    send({
      ...asked,
      onSend: () => {
        showNow(handle.current, shown, asked.moves, picked);
        const last = picked.at(-1);
        if (question && last !== undefined) led.current = barAfter(last, asked.moves);
        onPick(picked.map((barId) => barAfter(barId, asked.moves)));
      },
      onBack: () => onPick(picked),
    });

  const together = ({ barId, technicianId, start }: Pick<Candidate, 'barId' | 'technicianId' | 'start'>) => {
    const order = lanes.map(({ technician }) => technician.id);
    const held = barOf(barId!);
    const visit = index.visits.get(held.appointmentId)!;
    const minutes = minutesBetween(visit.start, instantFromMs(Math.round(start)));
    const lane = index.holding.get(Number(technicianId));
    if (lane) {
      const proposal = parkTogether(arrangedDayOf(index, now), visitIds, lane.lane.id, minutes);
      return { by: { minutes, lanes: 0 }, lane: lane.lane, proposal };
    }
    const by = { minutes, lanes: order.indexOf(Number(technicianId)) - order.indexOf(held.technicianId) };
    return { by, lane: null, proposal: moveTogether(arrangedDayOf(index, now), bars, by, order) };
  };
  const hands: ArrangeHands = {
    preview(candidate): Consequences {
      const { by, lane, proposal } = together(candidate);
      if (!proposal.ok && proposal.refusal.code === 'arrangement.nothing')
        return { severity: 'ok', lines: [] };
      if (!proposal.ok) return { severity: 'hard', lines: [refusalOf(index, proposal.refusal, wording)] };
      const { severity, lines } = checkMoves(index, proposal.value, wording);
      const count = lane ? parkedSaid(index, proposal.value.length, lane.id) : visitsSaid(visitIds.length);
      const moved = [count, ...(by.minutes === 0 ? [] : [shiftSaid(by.minutes)])].join(' ');
      const what = lane ? `${moved}. ${NOBODYS_TIME}` : moved;
      const [worst, ...rest] = lines;
      const told =
        worst === undefined ? [what] : [worst, ...(rest.length > 0 ? [`${rest.length} more`] : []), what];
      return { severity, lines: told };
    },
    drop(drop) {
      const { by, lane, proposal } = together({ ...drop, technicianId: drop.toTechnicianId });
      if (!proposal.ok) {
        toast({ title: 'Not moved', body: refusalOf(index, proposal.refusal, wording), tone: 'error' });
        return;
      }
      const moves = proposal.value;
      const to = lanes.find(({ technician }) => technician.id === drop.toTechnicianId)?.technician.name;
      const how = by.minutes === 0 ? `to ${to ?? 'another technician'}` : shiftSaid(by.minutes);
      const done = lane
        ? parkedSaid(index, moves.length, lane.id)
        : `${visitsSaid(moves.length)} moved ${how}`;
      sendShown({ moves, done });
      if (drop.barId !== null) handle.current?.grid.focus(barAfter(drop.barId, moves));
    },
    takeOff() {
      const moves = visitIds.flatMap((id): VisitMove[] => {
        const visit = index.visits.get(id);
        const leaving = bars.filter((bar) => bar.appointmentId === id);
        return visit
          ? [
              {
                appointmentId: id,
                start: visit.start,
                end: visit.end,
                technicians: leaving.map((bar) => ({ from: bar.technicianId, to: null })),
              },
            ]
          : [];
      });
      send({
        moves,
        done: `${visitsSaid(moves.length)} taken off`,
        onSend: () => onPick([]),
        onBack: () => onPick(picked),
      });
    },
  };
  useImperativeHandle(props.hands, () => hands);

  const visit = question && 'visitId' in question ? index.visits.get(question.visitId) : undefined;
  const make = async (name: 'split' | 'duplicate', body: object, done: string) => {
    if (draft) {
      toast({ title: 'Not done', body: IN_DRAFT, tone: 'error' });
      return;
    }
    const options = arrangementMutations[name]() as ReturnType<typeof arrangementMutations.duplicate>;
    const result = await tell(done, () =>
      new MutationObserver(client, options).mutate({ id: visit!.id, ...body }),
    );
    if (result !== true) refused(result);
  };
  const isDuplicate = question?.kind === 'duplicate';
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each time it is asked
  useEffect(() => {
    if (!isDuplicate) return;
    onAsk(null);
    if (visit) void make('duplicate', {}, `${labelOf(visit)} duplicated: the new visit waits in the tray`);
  }, [isDuplicate]);

  return (
    <>
      {visitIds.length > 0 && (
        <CountBar
          barIds={picked}
          visitIds={visitIds}
          hasLanes={index.holding.size > 0}
          onAsk={onAsk}
          onClear={() => clear(handle.current, onPick)}
        />
      )}
      {question?.kind === 'split' && visit && (
        <SplitDialog
          visit={visit}
          zone={timeZone}
          onClose={() => onAsk(null)}
          onSplit={(at, isForNobody) => {
            onAsk(null);
            const body = { at, ...(isForNobody && { technicianIds: [] }) };
            void make('split', body, `${labelOf(visit)} split at ${formatTime(at, timeZone)}`);
          }}
        />
      )}
      {question && question.kind !== 'split' && question.kind !== 'duplicate' && (
        <ArrangeDialog
          question={question}
          index={index}
          now={now}
          wording={wording}
          onSend={sendShown}
          onClose={() => onAsk(null)}
        />
      )}
      {dialogs}
    </>
  );
}

/** The button that cleared is gone: the focus goes back to the lanes. */
function clear(handle: GridHandle | null, onPick: (barIds: readonly string[]) => void): void {
  onPick([]);
  handle?.grid.refocus();
}

/** Where a bar is after the moves: with whoever comes instead, or in the holding lane. */
function barAfter(barId: string, moves: readonly VisitMove[]): string {
  const { appointmentId, technicianId } = barOf(barId);
  const move = moves.find((one) => one.appointmentId === appointmentId);
  if (move?.holdingLaneId != null) return barIdOf(appointmentId, move.holdingLaneId);
  const to = move?.technicians.find(({ from }) => from === technicianId)?.to;
  return to ? barIdOf(appointmentId, to) : barId;
}

/** The bars where they are to be, before the command is out; the pending step then says the same. */
function showNow(
  handle: GridHandle | null,
  { index, lanes }: Pick<Shown, 'index' | 'lanes'>,
  moves: readonly VisitMove[],
  picked: readonly string[],
): void {
  const rows = new Set([...lanes.map(({ technician }) => technician.id), ...index.holding.keys()]);
  for (const move of moves) {
    const crew = index.visits.get(move.appointmentId)?.assignments ?? [];
    // Of a crew's bars one is left in a holding lane: a selected one, which may have the focus.
    const isPicked = (one: (typeof crew)[number]) =>
      picked.includes(barIdOf(move.appointmentId, one.technicianId));
    const kept = crew.find(isPicked) ?? crew[0];
    for (const { technicianId } of move.holdingLaneId == null || !kept ? crew : [kept]) {
      const barId = barIdOf(move.appointmentId, technicianId);
      const bar = handle?.grid.bar(barId);
      const after = barOf(barAfter(barId, moves));
      if (!bar || !rows.has(after.technicianId)) continue;
      const late = msOf(move.start) - bar.start;
      handle?.moveNow(barId, {
        ...bar,
        id: barIdOf(move.appointmentId, after.technicianId),
        technicianId: after.technicianId,
        start: bar.start + late,
        end: bar.end + late,
      });
    }
  }
}
