import { scrollStep } from './auto-scroll.ts';
import { barWords } from './bar-element.ts';
import { barLabel } from './bar-look.ts';
import {
  type Drag,
  type DragEvent,
  type Dragging,
  type Grip,
  idle,
  next,
  type Outcome,
  type Rules,
} from './drag-machine.ts';
import { DragSession } from './drag-session.ts';
import { drawDrag } from './draw-drag.ts';
import { type Box, hourMs, msAt } from './geometry.ts';
import { Ghost, type GhostBar } from './ghost.ts';
import type { GridView } from './grid-view.ts';
import type { LaneModel } from './lane-model.ts';
import type { BoardGridOptions, ExternalItem, GridBar } from './types.ts';
import { saidBusy, saidDropped, saidPickedUp, saidPlace, saidReturned, saidVanished } from './words.ts';

/** Where in an item from the tray the pointer holds it, px from its start. */
const holdPx = 12;

/** Feeds the drag machine with events and shows its state. Decides nothing itself. */
export class DragController {
  private drag: Drag = idle;
  private session: DragSession | null = null;
  private look: GhostBar | null = null;
  private readonly ghost = new Ghost();
  private box: Box = { left: 0, top: 0, right: 0, bottom: 0 };
  private client = { x: 0, y: 0, id: 0 };
  private frame = 0;
  /** A pointer drag just ended: the click that follows it selects nothing. */
  swallowClick = false;
  private readonly view: GridView;
  private readonly model: LaneModel;
  private readonly options: BoardGridOptions;

  constructor(view: GridView, model: LaneModel, options: BoardGridOptions) {
    this.view = view;
    this.model = model;
    this.options = options;
  }

  get inHand(): boolean {
    return this.drag.phase === 'dragging';
  }

  get byKeyboard(): boolean {
    return this.drag.phase === 'dragging' && this.drag.by === 'keyboard';
  }

  press(bar: GridBar, mode: 'move' | 'resizeStart' | 'resizeEnd', event: PointerEvent): void {
    this.swallowClick = false;
    if (this.drag.phase !== 'idle' || bar.flags.busy) return;
    this.measure(event);
    const { at } = this.view.pointAt(event.clientX, event.clientY, this.box);
    this.look = { status: bar.status, flags: bar.flags, text: barWords(bar) };
    this.send({ type: 'press', grip: this.gripOf(bar, mode), rules: this.rules(), at });
  }

  /** From the keyboard. False when the bar is nobody's here to move. */
  pickUp(bar: GridBar): boolean {
    if (this.drag.phase !== 'idle') return false;
    if (bar.flags.busy) {
      this.announce(saidBusy);
      return false;
    }
    this.measure(null);
    this.look = { status: bar.status, flags: bar.flags, text: barWords(bar) };
    const at = { x: 0, y: 0 };
    this.send({ type: 'lift', by: 'keyboard', grip: this.gripOf(bar, 'move'), rules: this.rules(), at });
    const technician = this.model.technicians[this.model.indexOf(bar.technicianId)]!;
    this.announce(saidPickedUp(barLabel(bar, technician, this.view.context.formatTime)));
    return true;
  }

  beginExternal(item: ExternalItem, event: PointerEvent): void {
    if (this.drag.phase !== 'idle') return;
    this.measure(event);
    const { at } = this.view.pointAt(event.clientX, event.clientY, this.box);
    const start = msAt(this.view.context.scale, at.x - holdPx);
    const grip: Grip = {
      mode: 'assign',
      barId: null,
      appointmentId: item.appointmentId,
      lane: -1,
      start,
      end: start + item.durationMinutes * 60_000,
    };
    this.look = { status: item.status, flags: item.flags, text: barWords(item) };
    this.send({ type: 'lift', by: 'pointer', grip, rules: this.rules(), at });
  }

  nudge(steps: number, lanes: number, edge: 'both' | 'end'): void {
    this.send({ type: 'nudge', steps, lanes, edge });
    const { drag, session } = this;
    if (drag.phase !== 'dragging' || !drag.place || !session) return;
    this.view.reveal(drag.place.lane, drag.place);
    const technician = this.model.technicians[drag.place.lane]!;
    const reason = session.reasonOf(technician);
    const { formatTime } = this.view.context;
    this.announce(saidPlace(drag.place, technician, formatTime, session.consequences(drag), reason));
  }

  release(): void {
    this.send({ type: 'release' });
  }

  cancel(): void {
    this.send({ type: 'cancel' });
  }

  /** After a batch of changes by anyone: the bar in hand may be gone or elsewhere by now. */
  dataChanged(): void {
    const { drag } = this;
    if (drag.phase === 'idle' || drag.grip.barId === null) return;
    const bar = this.model.bar(drag.grip.barId);
    if (!bar) {
      this.send({ type: 'vanish' });
      return;
    }
    const { start, end, lane } = drag.grip;
    if (bar.start === start && bar.end === end && this.model.indexOf(bar.technicianId) === lane) return;
    this.session?.bumped();
    this.schedule();
  }

  destroy(): void {
    this.cancel();
    cancelAnimationFrame(this.frame);
  }

  private send(event: DragEvent): void {
    const before = this.drag;
    const after = next(before, event);
    if (after === before) return;
    this.drag = after;
    if (before.phase === 'idle' && after.phase !== 'idle') this.listen(true);
    if (before.phase !== 'dragging' && after.phase === 'dragging') this.start(after);
    else if (after.phase === 'dragging') this.schedule();
    if (before.phase !== 'idle' && after.phase === 'idle') {
      this.listen(false);
      this.stop(after.outcome, before);
    }
  }

  private start(drag: Dragging): void {
    const session = new DragSession(drag.grip, this.model, this.options);
    this.session = session;
    const { context, parts } = this.view;
    context.heldId = drag.grip.barId;
    context.reasonOf = (technician) => session.reasonOf(technician);
    this.view.remark();
    parts.root.classList.add('is-dragging');
    // Keeps :hover, and with it style work, away from the bars the pointer passes.
    if (drag.by === 'pointer' && drag.grip.mode !== 'assign')
      parts.scroller.setPointerCapture(this.client.id);
    this.ghost.show(this.look!, context.view.rowHeight);
    this.options.onDragChange?.(drag.grip.barId);
    this.draw();
  }

  private stop(outcome: Outcome | null, before: Drag): void {
    cancelAnimationFrame(this.frame);
    this.frame = 0;
    const { session } = this;
    if (before.phase === 'dragging' && session) {
      const severity = session.consequences(before).severity;
      this.swallowClick = before.by === 'pointer';
      this.session = null;
      this.view.context.heldId = null;
      this.view.context.reasonOf = () => null;
      if (outcome?.kind === 'dropped') this.drop(outcome, session, severity);
      this.view.remark();
      this.view.parts.root.classList.remove('is-dragging');
      this.ghost.hide();
      this.options.onDragChange?.(null);
    }
    if (outcome?.kind === 'droppedOutside') this.dropOutside(outcome.grip);
    if (outcome?.kind === 'returned' && before.phase === 'dragging') {
      this.announce(outcome.why === 'vanished' ? saidVanished : saidReturned);
    }
  }

  private drop(
    outcome: Extract<Outcome, { kind: 'dropped' }>,
    session: DragSession,
    severity: 'ok' | 'soft' | 'hard',
  ): void {
    const candidate = session.candidate(outcome.place);
    if (!candidate) return;
    const { barId, appointmentId, technicianId, start, end, mode } = candidate;
    const from = barId === null ? null : (this.model.bar(barId)?.technicianId ?? null);
    const technician = this.model.technicians[outcome.place.lane]!;
    this.announce(saidDropped(outcome.place, technician, this.view.context.formatTime));
    const { changedMeanwhile } = session;
    const drop = { barId, appointmentId, start, end, mode, severity, changedMeanwhile };
    this.options.onDrop?.({ ...drop, fromTechnicianId: from, toTechnicianId: technicianId });
  }

  private dropOutside(grip: Grip): void {
    const { onDropOutside } = this.options;
    if (!onDropOutside || grip.barId === null) this.announce(saidReturned);
    else onDropOutside({ barId: grip.barId, clientX: this.client.x, clientY: this.client.y });
  }

  /** At most once per frame, however many moves the frame has seen. */
  private schedule(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame(() => {
      this.frame = 0;
      this.autoScroll();
      this.draw();
    });
  }

  private draw(): void {
    const { drag, session } = this;
    if (drag.phase === 'dragging' && session) drawDrag(this.ghost, this.view, this.box, drag, session);
  }

  private autoScroll(): void {
    const { drag, box, client } = this;
    if (drag.phase !== 'dragging' || drag.by !== 'pointer') return;
    const { headHeight } = this.view.parts;
    const { labelWidth } = this.view.context.view;
    const edges = {
      left: box.left + labelWidth,
      right: box.right,
      top: box.top + headHeight,
      bottom: box.bottom,
    };
    const { dx, dy } = scrollStep(client.x, client.y, edges);
    if (!this.view.scrollBy(dx, dy)) return;
    this.moved();
    this.schedule();
  }

  private readonly moved = (): void => {
    this.send({ type: 'move', ...this.view.pointAt(this.client.x, this.client.y, this.box) });
  };

  private readonly onMove = (event: PointerEvent): void => {
    if (event.pointerId !== this.client.id || this.byKeyboard) return;
    this.client = { x: event.clientX, y: event.clientY, id: event.pointerId };
    this.moved();
  };

  private readonly onUp = (event: PointerEvent): void => {
    if (event.pointerId === this.client.id && !this.byKeyboard) this.release();
  };

  private readonly onCancel = (): void => this.cancel();

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    this.cancel();
  };

  private listen(on: boolean): void {
    const change = on ? 'addEventListener' : 'removeEventListener';
    window[change]('pointermove', this.onMove as EventListener);
    window[change]('pointerup', this.onUp as EventListener);
    window[change]('pointercancel', this.onCancel);
    window[change]('blur', this.onCancel);
    window[change]('keydown', this.onKey as EventListener, true);
    this.view.parts.scroller[change]('scroll', this.moved);
  }

  private gripOf(bar: GridBar, mode: Grip['mode']): Grip {
    const lane = this.model.indexOf(bar.technicianId);
    return { mode, barId: bar.id, appointmentId: bar.appointmentId, lane, start: bar.start, end: bar.end };
  }

  private rules(): Rules {
    const { scale, view } = this.view.context;
    return {
      msPerPx: hourMs / view.pxPerHour,
      rowHeight: view.rowHeight,
      lanes: this.model.technicians.length,
      snapMs: (this.options.snapMinutes ?? 15) * 60_000,
      viewStart: scale.start,
      viewEnd: scale.end,
    };
  }

  private measure(event: PointerEvent | null): void {
    this.box = this.view.parts.scroller.getBoundingClientRect();
    if (event) this.client = { x: event.clientX, y: event.clientY, id: event.pointerId };
  }

  private announce(text: string): void {
    this.options.announce?.(text);
  }
}
