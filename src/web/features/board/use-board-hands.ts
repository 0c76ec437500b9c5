import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useMemo, useRef, useState } from 'react';
import type { AppointmentView } from '#contract/job.ts';
import { dayOf } from '#domain/time.ts';
import { useCurrentUser } from '../../data/current-user.ts';
import { clock } from '../../lib/clock.ts';
import type { Wording } from '../../lib/refusal-params.ts';
import { mayCall } from '../../lib/session.ts';
import { toldText } from '../../lib/told-text.ts';
import { cardOfVisit } from '../../parts/appointment-drawer/domain-card.ts';
import type { VisitCommands } from '../../parts/appointment-drawer/use-visit-commands.tsx';
import type { MovesQuestion } from '../../parts/moves-dialog.tsx';
import type { MenuEntry } from '../../ui/menu.tsx';
import { toast } from '../../ui/toast-store.ts';
import type { ArrangeHands, ArrangeQuestion } from './arrange/arrange-question.ts';
import type { BoardSearch } from './board-search.ts';
import { cellAt } from './cell-at.ts';
import { barIdOf } from './day/bars.ts';
import { isOneDay } from './day/one-day.ts';
import type { Shown } from './day/use-shown.ts';
import { workingNow } from './day/working-now.ts';
import { IN_DRAFT, useOpenDraft } from './drafts/draft-context.ts';
import type { GridHandle } from './grid-host.tsx';
import { useBoardMoves } from './moves/use-board-moves.ts';
import { useFocusAfterMove } from './moves/use-focus-after-move.ts';
import { lookingOnly } from './notices/looking-only.tsx';
import { menusRead } from './opened-parts.ts';
import { PAST_LOCKED } from './past/past-words.ts';
import { askPlan } from './plan/plan-asked.ts';
import type { SpanQuestion } from './spans/span-dialog.tsx';

export type BoardHands = ReturnType<typeof useBoardHands>;

/** What "Move to…" is asked about: which visit, whose bar, and what is meant. */
type Moving = {
  readonly visitId: number;
  readonly from: number | null;
  readonly how: 'move' | 'join' | 'park';
};

/** What a person can do on the board, by mouse, key or menu: each way ends in the same few acts. */
export function useBoardHands(
  { index, gridLanes }: Shown,
  commands: VisitCommands,
  wording: Wording,
  handle: RefObject<GridHandle | null>,
  onSearchChange: (changes: Partial<BoardSearch>) => void,
  isPast: boolean,
) {
  const user = useCurrentUser();
  const navigate = useNavigate();
  const [moving, setMoving] = useState<Moving | null>(null);
  const [span, setSpan] = useState<SpanQuestion | null>(null);
  /** By key the drawer takes the focus, by click the lanes keep it. */
  const [takesFocus, setTakesFocus] = useState(false);
  const [clicked, setClicked] = useState<string | null>(null);
  const [arranging, arrange] = useState<ArrangeQuestion | null>(null);
  const many = useRef<ArrangeHands>(null);
  const [chosen, pick] = useState<readonly string[]>([]);
  const picked = useMemo(() => chosen.filter((barId) => isBarOf(index, barId)), [chosen, index]);
  const pickedVisits = [...new Set(picked.map((barId) => Number(barId.slice(0, barId.indexOf(':')))))];
  /** One of several is in hand: all of them move. */
  const manyOf = (barId: string | null) =>
    barId !== null && pickedVisits.length > 1 && picked.includes(barId) ? many.current : null;
  const [asked, setAsked] = useState<MovesQuestion | null>(null);
  const draft = useOpenDraft();
  const makesNone = draft ? IN_DRAFT : undefined;
  const moveNow = useBoardMoves(index, commands, wording, handle);
  const { followBar, followAsked } = useFocusAfterMove(handle, {
    isBusy: commands.sending !== null || moving !== null,
    isAsking: commands.isAsking,
  });
  const elsewhere = useMemo(() => workingNow(index.day.appointments), [index]);

  const locked = isPast ? PAST_LOCKED : lookingOnly(user);
  const move: typeof moveNow = (visit, how, barId) => {
    const refusal = isPast ? PAST_LOCKED : draft?.refusal;
    if (refusal) {
      toast({ title: 'Not moved', body: refusal });
      return;
    }
    followAsked(visit.id, how);
    moveNow(visit, how, barId);
  };

  const visitOf = (id: number | string) => index.visits.get(Number(id));
  const visitOfBar = (barId: string) => visitOf(barId.slice(0, barId.indexOf(':')));
  const openVisit = (id: number | undefined) => onSearchChange({ appointment: id });
  const openJob = (visit: AppointmentView) => void navigate({ to: '/jobs/$id', params: { id: visit.jobId } });
  /** To the tray: off the technician, or out of the holding lane. */
  const unassign = (visit: AppointmentView, laneId: number) => {
    const how = index.holding.has(laneId)
      ? ({ kind: 'unpark' } as const)
      : ({ kind: 'unassign', technicianIds: [laneId] } as const);
    move(visit, how, barIdOf(visit.id, laneId));
  };
  const moveTo = (visit: AppointmentView, lane: number | null, how: Moving['how'] = 'move') => {
    if (locked) {
      toast({ title: 'Not moved', body: locked });
      return;
    }
    const from = lane !== null && !index.holding.has(lane) ? lane : null;
    setMoving({ visitId: visit.id, from: from ?? visit.assignments[0]?.technicianId ?? null, how });
  };
  const noLane = index.holding.size > 0 ? undefined : NO_HOLDING_LANE;
  /** One of several selected: all of them. */
  const parkIn = (visit: AppointmentView, lane: number | null) => {
    const isOneOf = lane !== null && picked.includes(barIdOf(visit.id, lane));
    if (noLane && !locked) toast({ title: 'Not parked', body: noLane });
    else if (isOneOf && pickedVisits.length > 1 && !locked) arrange({ kind: 'park', visitIds: pickedVisits });
    else moveTo(visit, lane, 'park');
  };
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
  const spansLocked = mayCall(user, 'timeOff.add') ? makesNone : toldText('session.forbidden');
  /** null: what menus are made of is not read yet. */
  const entriesFor = (target: EventTarget | null): readonly MenuEntry[] | null => {
    const cell = handle.current && cellAt(handle.current.grid, gridLanes, target);
    const lane = cell && index.lanes.get(cell.technicianId);
    const menus = menusRead();
    if (!menus) return null;
    const holding = cell && index.holding.get(cell.technicianId);
    if (cell && holding) {
      const visit = cell.bar && visitOf(cell.bar.appointmentId);
      if (!visit) return [holding.lane.name, menus.holdingSettings(() => void navigate(HOLDING_SETTINGS))];
      const acts = {
        onDetails: () => showDetails(visit, barIdOf(visit.id, cell.technicianId)),
        onMoves: setAsked,
        onMoveTo: () => moveTo(visit, null),
        onPark: () => parkIn(visit, null),
        onUnpark: () => unassign(visit, cell.technicianId),
        onOpenJob: () => openJob(visit),
      };
      const all = menus.offersFor(cardOfVisit(visit), visit.id, user, wording, elsewhere(visit.id));
      const offers = draft ? menus.plansOnly(all, IN_DRAFT) : all;
      return menus.parkedEntries(visit, holding.lane.name, offers, isPast, acts);
    }
    if (!cell || !lane) return [];
    const { arrangeEntries, laneEntries, movesEntry, offersFor, pastEntries, visitEntries } = menus;
    const { plansOnly } = menus;
    const visit = cell.bar && visitOf(cell.bar.appointmentId);
    const details = () => visit && showDetails(visit, barIdOf(visit.id, cell.technicianId));
    const changes = movesEntry(lane.technician, index.day, setAsked);
    if (isPast)
      return pastEntries(visit, lane.technician.name, details, () => visit && openJob(visit), changes);
    const mayArrange = mayCall(user, 'appointments.rearrange') ? undefined : toldText('session.forbidden');
    const align: MenuEntry = {
      label: 'Align to travel…',
      disabledReason: isOneDay(index.day) ? mayArrange : 'Show the day first: it is about one day.',
      onSelect: () => arrange({ kind: 'align', technicianId: cell.technicianId }),
    };
    const out: MenuEntry = {
      label: dayOf(clock.now(), index.day.timeZone) === index.day.day ? 'Out today…' : 'Out this day…',
      disabledReason: isOneDay(index.day) ? spansLocked : 'Show the day first: it is about one day.',
      onSelect: () => askPlan({ kind: 'absence', technicianId: cell.technicianId }),
    };
    const [name, ...spans] = laneEntries(lane, index.day.timeZone, spansLocked, setSpan);
    const rest = [name!, out, ...spans, align, changes];
    if (!visit) return rest;
    const { technicianId } = cell;
    const all = offersFor(cardOfVisit(visit), visit.id, user, wording, elsewhere(visit.id));
    const offers = draft ? plansOnly(all, IN_DRAFT) : all;
    return [
      ...visitEntries(visit, technicianId, offers, {
        onDetails: () => details(),
        onMoves: setAsked,
        onMoveTo: () => moveTo(visit, technicianId),
        onPark: () => parkIn(visit, technicianId),
        noLane,
        onJoin: () => moveTo(visit, technicianId, 'join'),
        onUnassign: () => unassign(visit, technicianId),
        onOpenJob: () => openJob(visit),
        onCommand: (command, done) => void commands.send({ ...command, visit, done }),
      }),
      ...arrangeEntries(
        visit,
        technicianId,
        { isOneOf: picked.includes(barIdOf(visit.id, technicianId)), barIds: picked, visitIds: pickedVisits },
        mayArrange,
        {
          makesNone,
          noLane,
          onAsk: arrange,
          onToggle: () => handle.current?.grid.togglePick(barIdOf(visit.id, technicianId)),
        },
      ),
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
    else if (key === 'p') parkIn(visit, cell.technicianId);
    else if (key === 'delete' || key === 'backspace') unassign(visit, cell.technicianId);
    else return false;
    return true;
  };

  return {
    move,
    locked,
    moving,
    setMoving,
    followBar,
    span,
    setSpan,
    asked,
    setAsked,
    picked,
    pick,
    many,
    manyOf,
    arranging,
    arrange,
    takesFocus,
    clicked,
    elsewhere,
    visitOf,
    visitOfBar,
    openVisit,
    openJob,
    unassign,
    moveTo,
    parkIn,
    select,
    showDetails,
    entriesFor,
    pressKey,
  };
}

const NO_HOLDING_LANE = 'There is no holding lane yet. Add one in Settings, Holding lanes.';
const HOLDING_SETTINGS = { to: '/settings/$list', params: { list: 'holding-lanes' } } as const;

/** A selected visit may have gone to somebody else or to another day by now. */
function isBarOf({ visits }: Shown['index'], barId: string): boolean {
  const [visitId, technicianId] = barId.split(':').map(Number);
  return visits.get(visitId!)?.assignments.some((one) => one.technicianId === technicianId) === true;
}
