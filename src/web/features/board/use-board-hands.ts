import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { msOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import type { Wording } from '../../lib/refusal-params.ts';
import { refusalText } from '../../lib/refusal-text.ts';
import { mayCall } from '../../lib/session.ts';
import { cardOfVisit } from '../../parts/appointment-drawer/domain-card.ts';
import { offersFor } from '../../parts/appointment-drawer/offers.ts';
import type { VisitCommands } from '../../parts/appointment-drawer/use-visit-commands.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { laneEntries, visitEntries } from './board-menu.ts';
import type { BoardSearch } from './board-search.ts';
import { cellAt } from './cell-at.ts';
import { barIdOf } from './day/bars.ts';
import type { ExceptionKind } from './day/exceptions.ts';
import type { Shown } from './day/use-shown.ts';
import { workingNow } from './day/working-now.ts';
import type { GridHandle } from './grid-host.tsx';
import { useBoardMoves } from './moves/use-board-moves.ts';
import { useFocusAfterMove } from './moves/use-focus-after-move.ts';
import type { SpanQuestion } from './spans/span-dialog.tsx';

export type BoardHands = ReturnType<typeof useBoardHands>;

/** What a person can do on the board, by mouse, key or menu: each way ends in the same few acts. */
export function useBoardHands(
  { index, exceptions, gridLanes, setFocused }: Shown,
  commands: VisitCommands,
  wording: Wording,
  handle: RefObject<GridHandle | null>,
  onSearchChange: (changes: Partial<BoardSearch>) => void,
) {
  const user = useCurrentUser();
  const navigate = useNavigate();
  const [moving, setMoving] = useState<{ visitId: number; from: number | null; joining: boolean } | null>(
    null,
  );
  const [span, setSpan] = useState<SpanQuestion | null>(null);
  /** By key the drawer takes the focus, by click the lanes keep it. */
  const [takesFocus, setTakesFocus] = useState(false);
  const [clicked, setClicked] = useState<string | null>(null);
  const move = useBoardMoves(index, commands, wording, handle);
  const followBar = useFocusAfterMove(handle, commands.sending !== null || moving !== null);
  const elsewhere = workingNow(index.day.appointments);

  const visitOf = (id: number | string) => index.visits.get(Number(id));
  const visitOfBar = (barId: string) => visitOf(barId.slice(0, barId.indexOf(':')));
  const openVisit = (id: number | undefined) => onSearchChange({ appointment: id });
  const openJob = (visit: AppointmentView) => void navigate({ to: '/jobs/$id', params: { id: visit.jobId } });
  const unassign = (visit: AppointmentView, technicianId: number) =>
    move(visit, { kind: 'unassign', technicianIds: [technicianId] }, barIdOf(visit.id, technicianId));
  const moveTo = (visit: AppointmentView, from: number | null, joining = false) =>
    setMoving({ visitId: visit.id, from: from ?? visit.assignments[0]?.technicianId ?? null, joining });
  const select = (barId: string | null) => {
    setTakesFocus(false);
    setClicked(barId);
    openVisit(barId === null ? undefined : visitOfBar(barId)?.id);
  };
  const showDetails = (visit: AppointmentView, barId: string | null) => {
    setTakesFocus(true);
    setClicked(barId);
    openVisit(visit.id);
  };
  const focusException = (kind: ExceptionKind | null) => {
    setFocused(kind === 'unassigned' ? null : kind);
    if (kind === 'unassigned') onSearchChange({ tray: undefined, appointment: undefined });
    if (kind === null || kind === 'unassigned') return;
    const first = exceptions[kind]
      .flatMap((id) => visitOf(id) ?? [])
      .find((one) => one.assignments.length > 0);
    if (!first) return;
    handle.current?.grid.scrollToTechnician(first.assignments[0]!.technicianId);
    handle.current?.grid.scrollToTime(msOf(first.start));
  };

  const mayMove = mayCall(user, 'appointments.reassign');
  const locked = mayCall(user, 'timeOff.add') ? undefined : refusalText('session.forbidden');
  const entriesFor = (target: EventTarget | null): readonly MenuEntry[] => {
    const cell = handle.current && cellAt(handle.current.grid, gridLanes, target);
    const lane = cell && index.lanes.get(cell.technicianId);
    if (!cell || !lane) return [];
    const rest = laneEntries(lane, index.day.timeZone, locked, setSpan);
    const visit = cell.bar && visitOf(cell.bar.appointmentId);
    if (!visit) return rest;
    const { technicianId } = cell;
    const offers = offersFor(cardOfVisit(visit), visit.id, user, wording, elsewhere(visit.id));
    return [
      ...visitEntries(visit, technicianId, offers, {
        onDetails: () => showDetails(visit, barIdOf(visit.id, technicianId)),
        onMoveTo: () => moveTo(visit, technicianId),
        onJoin: () => moveTo(visit, technicianId, true),
        onUnassign: () => unassign(visit, technicianId),
        onOpenJob: () => openJob(visit),
        onCommand: (command, done) => void commands.send({ ...command, visit, done }),
      }),
      ...rest,
    ];
  };

  /** Keys on a bar, beside those of the grid itself. True when the key meant something. */
  const pressKey = (key: string, target: EventTarget | null, isOpen: boolean): boolean => {
    if (key === 'escape') {
      if (isOpen) openVisit(undefined);
      return isOpen;
    }
    const cell = handle.current && cellAt(handle.current.grid, gridLanes, target);
    const visit = cell?.bar ? visitOf(cell.bar.appointmentId) : undefined;
    if (!cell || !visit) return false;
    if (key === 'i') showDetails(visit, barIdOf(visit.id, cell.technicianId));
    else if (key === 't') moveTo(visit, cell.technicianId);
    else if (key === 'delete' || key === 'backspace') unassign(visit, cell.technicianId);
    else return false;
    return true;
  };

  return {
    move,
    mayMove,
    moving,
    setMoving,
    followBar,
    span,
    setSpan,
    takesFocus,
    clicked,
    elsewhere,
    visitOf,
    visitOfBar,
    openVisit,
    openJob,
    unassign,
    moveTo,
    select,
    showDetails,
    focusException,
    entriesFor,
    pressKey,
  };
}
