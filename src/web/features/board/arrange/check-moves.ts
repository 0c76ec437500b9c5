/** What several moves would do, before they are done: the day as it would be, in words that name each visit. */
import type { AppointmentView } from '#contract/job.ts';
import type { Refusal } from '#domain/decision.ts';
import type { VisitMove } from '#domain/schedule/arrangements/visit-move.ts';
import { type Consequence, summariseConsequences } from '#domain/schedule/consequences.ts';
import { missedWindow } from '#domain/schedule/missed-window.ts';
import { foldMove } from '../../../data/pending-moves.ts';
import { warningText } from '../../../lib/note-text.ts';
import type { Wording } from '../../../lib/refusal-params.ts';
import { toldText } from '../../../lib/told-text.ts';
import { type DayIndex, sourceIdOf } from '../day/day-index.ts';
import { checkVisits } from '../preview/preview.ts';
import { conflictsIn, consequenceText } from '../preview/preview-text.ts';

export type Checked = {
  readonly severity: 'ok' | 'soft' | 'hard';
  /** Worst first. */
  readonly lines: readonly string[];
  /** How many of them, from the first, refuse without a reason. */
  readonly hardLines: number;
  /** As a refusal of the server carries them. */
  readonly conflicts: readonly object[];
  /** Whom the moves would call back, with their visits. */
  readonly calledBack: readonly { readonly visit: AppointmentView; readonly technicianId: number }[];
};

export const labelOf = ({ jobNumber, customerName }: AppointmentView): string =>
  `#${jobNumber} ${customerName}`;

export function checkMoves(index: DayIndex, moves: readonly VisitMove[], wording: Wording): Checked {
  const befores = moves.flatMap(({ appointmentId }) => index.visits.get(appointmentId) ?? []);
  const afters = foldMove(
    { ...index.day, appointments: befores },
    { command: 'appointments.rearrange', input: { moves: [...moves.map(asSent)] } },
  ).appointments;
  const { check } = checkVisits(
    index,
    befores.map((before, at) => ({ before, after: afters[at]! })),
  );
  const findings = summariseConsequences(check);
  const visitIn = ({ params }: Pick<Consequence, 'params'>) =>
    afters.find((after) =>
      after.assignments.some(
        ({ id, technicianId }) =>
          technicianId === params.technicianId && sourceIdOf(after, id) === params.sourceId,
      ),
    );
  const told = (one: Consequence) => {
    const visit = visitIn(one);
    return `${visit ? `${labelOf(visit)}: ` : ''}${consequenceText(index, one, wording)}`;
  };
  const calledBack = moves.flatMap((move) => onTheWayIn(index, move));
  const called = calledBack.map(
    ({ visit, technicianId }) =>
      `${labelOf(visit)}: ${wording.technicianName?.(technicianId) ?? 'Somebody'} would be called back.`,
  );
  // What is said of nearly every visit, that nobody confirmed it, says nothing about a move of many.
  const toldOf = findings.filter(({ code }) => code !== 'unconfirmed' && code !== 'travelUnknown');
  // No guard looks at what nobody goes to; the customer was promised a window all the same.
  const missed = afters.flatMap((after, at) => {
    const minutes = moves[at]?.holdingLaneId == null ? null : missedWindow(after.start, after);
    return minutes === null
      ? []
      : [`${labelOf(after)}: ${warningText('outsideWindow', { minutes }, wording)}`];
  });
  const lines = [...toldOf.map(told), ...missed];
  const hard = new Set(toldOf.filter(({ severity }) => severity === 'hard').map(told));
  const worst = findings[0]?.severity ?? 'ok';
  return {
    severity: worst === 'hard' ? 'hard' : lines.length + called.length > 0 ? 'soft' : 'ok',
    lines: [...new Set(worst === 'hard' ? [...lines, ...called] : [...called, ...lines])],
    hardLines: hard.size,
    conflicts: conflictsIn(index, check).map((conflict, at) => {
      const visit = visitIn(check.hard[at]!);
      return visit ? { ...conflict, visit: { id: visit.id, label: labelOf(visit).slice(1) } } : conflict;
    }),
    calledBack,
  };
}

function onTheWayIn(index: DayIndex, move: VisitMove): Checked['calledBack'] {
  const visit = index.visits.get(move.appointmentId);
  if (!visit) return [];
  const isMoved = move.start !== visit.start || move.end !== visit.end;
  const parks = move.holdingLaneId != null;
  return visit.assignments
    .filter(({ status }) => status === 'Dispatched')
    .filter(
      ({ technicianId }) => isMoved || parks || move.technicians.some(({ from }) => from === technicianId),
    )
    .map(({ technicianId }) => ({ visit, technicianId }));
}

/** The contract's lists are its own to change. */
export const asSent = (move: VisitMove) => ({ ...move, technicians: [...move.technicians] });

/** A refusal names the visit it is about. */
export function refusalOf(index: DayIndex, { code, params }: Refusal, wording: Wording): string {
  const visit = index.visits.get(Number(params.appointmentId));
  return `${visit ? `${labelOf(visit)}: ` : ''}${toldText(code, params, wording)}`;
}
