import { EdgeScroll } from './auto-scroll.ts';
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
  type Point,
} from './drag-machine.ts';
import { DragSession } from './drag-session.ts';
import { drawDrag } from './draw-drag.ts';
import { FingerRest } from './finger-rest.ts';
import type { Box } from './geometry.ts';
import { Ghost, type GhostBar, lookOf } from './ghost.ts';
import type { GridView } from './grid-view.ts';
import { gripOfBar, gripOfItem, rulesOf } from './grip.ts';
import { listenWhileInHand } from './hand-listeners.ts';
import type { LaneModel } from './lane-model.ts';
import { visitsIn } from './picking.ts';
import type { BoardGridOptions, Drop, ExternalItem, GridBar } from './types.ts';
import { saidBusy, saidDropped, saidPickedUp, saidPlace, saidReturned, saidVanished } from './words.ts';

const NOBODY_ELSE: ReadonlySet<string> = new Set();

type BarGrip = 'move' | 'resizeStart' | 'resizeEnd';

/** Feeds the drag machine with events and shows its state. Decides nothing itself. */
export class DragController {
  private drag: Drag = idle;
  private session: DragSession | null = null;
  private look: GhostBar | null = null;
  private readonly ghost = new Ghost();
  private box: Box = { left: 0, top: 0, right: 0, bottom: 0 };
  private client = { x: 0, y: 0, id: 0 };
  private frame = 0;
  private edgeScroll = new EdgeScroll();
  private stopListening: () => void = () => {};
  private readonly rest = new FingerRest();
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

  press(bar: GridBar, mode: BarGrip, event: PointerEvent): void {
    this.rest.forget();
    const at = this.take(bar, event);
    if (at) this.send({ type: 'press', grip: gripOfBar(this.model, bar, mode), rules: this.rules(), at });
  }

  /**
   * By a finger that rested on it: in hand at once, where it is.
   * @param onLetGo it was let go where it was
   */
  pickUpByTouch(bar: GridBar, mode: BarGrip, event: PointerEvent, onLetGo: () => void): void {
    this.rest.begin(event, onLetGo);
    const at = this.take(bar, event);
    const grip = gripOfBar(this.model, bar, mode);
    if (at) this.send({ type: 'lift', by: 'pointer', grip, rules: this.rules(), at });
  }

  /** From the keyboard. False when the bar is nobody's here to move. */
  pickUp(bar: GridBar): boolean {
    if (this.drag.phase !== 'idle') return false;
    const why = bar.flags.busy ? saidBusy : this.options.locked;
    if (why) this.announce(why);
    if (why || this.isTheirs(bar)) return false;
    this.rest.forget();
    this.take(bar, null);
    const grip = gripOfBar(this.model, bar, 'move');
    this.send({ type: 'lift', by: 'keyboard', grip, rules: this.rules(), at: { x: 0, y: 0 } });
    const technician = this.model.technicians[this.model.indexOf(bar.technicianId)]!;
    this.announce(saidPickedUp(barLabel(bar, technician, this.view.context.formatTime)));
    return true;
  }

  beginExternal(item: ExternalItem, event: PointerEvent): void {
    if (this.drag.phase !== 'idle' || this.options.locked) return;
    this.rest.forget();
    this.measure(event);
    const { at } = this.view.pointAt(event.clientX, event.clientY, this.box);
    this.look = { status: item.status, flags: item.flags, text: barWords(item) };
    const grip = gripOfItem(this.view, item, at.x);
    this.send({ type: 'lift', by: 'pointer', grip, rules: this.rules(), at });
  }

  nudge(steps: number, lanes: number, edge: 'both' | 'end' | 'days'): void {
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
    if (before.phase === 'idle' && after.phase !== 'idle') this.listen();
    if (before.phase !== 'dragging' && after.phase === 'dragging') this.start(after);
    else if (after.phase === 'dragging') this.schedule();
    if (before.phase !== 'idle' && after.phase === 'idle') {
      this.stopListening();
      this.stop(after.outcome, before);
    }
  }

  private start(drag: Dragging): void {
    if (this.view.context.theirs.has(drag.grip.appointmentId)) {
      this.cancel();
      this.isTheirs(drag.grip);
      return;
    }
    const session = new DragSession(drag.grip, this.model, this.options);
    this.session = session;
    this.edgeScroll = new EdgeScroll();
    const { context, parts } = this.view;
    context.heldId = drag.grip.barId;
    context.reasonOf = (technician) => session.reasonOf(technician);
    const isOfMany = drag.grip.mode === 'move' && context.picked.has(drag.grip.barId ?? '');
    context.heldToo = isOfMany ? context.picked : NOBODY_ELSE;
    this.view.remark();
    parts.root.classList.add('is-dragging');
    // Keeps :hover, and with it style work, away from the bars the pointer passes.
    if (drag.by === 'pointer' && drag.grip.mode !== 'assign')
      parts.scroller.setPointerCapture(this.client.id);
    this.ghost.show(lookOf(this.look!, visitsIn(this.model, context.heldToo)), context.view.rowHeight);
    this.options.onDragChange?.(drag.grip.appointmentId);
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
      this.view.context.heldToo = NOBODY_ELSE;
      this.view.context.reasonOf = () => null;
      if (outcome?.kind === 'dropped') this.drop(outcome, session, severity);
      this.view.remark();
      this.view.parts.root.classList.remove('is-dragging');
      this.ghost.hide();
      this.options.onDragChange?.(null);
    }
    if (outcome?.kind === 'droppedOutside') this.dropOutside(outcome.grip);
    const letGo = this.rest.end(this.client);
    if (outcome?.kind === 'returned' && before.phase === 'dragging') {
      if (outcome.why === 'unchanged' && letGo) letGo();
      else this.announce(outcome.why === 'vanished' ? saidVanished : saidReturned);
    }
  }

  private drop(
    { place }: Extract<Outcome, { kind: 'dropped' }>,
    session: DragSession,
    severity: Drop['severity'],
  ): void {
    const drop = session.dropAt(place, severity);
    if (!drop) return;
    const technician = this.model.technicians[place.lane]!;
    this.announce(saidDropped(place, technician, this.view.context.formatTime));
    this.options.onDrop?.(drop);
  }

  private dropOutside(grip: Grip): void {
    const { onDropOutside } = this.options;
    if (!onDropOutside || grip.barId === null) this.announce(saidReturned);
    else onDropOutside({ barId: grip.barId, clientX: this.client.x, clientY: this.client.y });
  }

  /** At most once per frame, however many moves the frame has seen. */
  private schedule(): void {
    if (this.frame !== 0) return;
    this.frame = requestAnimationFrame((frameMs) => {
      this.frame = 0;
      this.autoScroll(frameMs);
      this.draw();
    });
  }

  private draw(): void {
    const { drag, session } = this;
    if (drag.phase === 'dragging' && session) drawDrag(this.ghost, this.view, this.box, drag, session);
  }

  private autoScroll(frameMs: number): void {
    const { drag, client } = this;
    if (drag.phase !== 'dragging' || drag.by !== 'pointer') return;
    const step = this.edgeScroll.step(client, this.view.lanesIn(this.box), frameMs);
    // A pointer at rest sends no events: the next frame looks again.
    if (step === 'rests') this.schedule();
    if (step === null || step === 'rests' || !this.view.scrollBy(step.dx, step.dy)) return;
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

  private listen(): void {
    const { onMove, onUp, moved: onScroll } = this;
    const onCancel = () => this.cancel();
    this.stopListening = listenWhileInHand(this.view.parts.scroller, { onMove, onUp, onCancel, onScroll });
  }

  /** Says who has it in hand, if somebody has. */
  private isTheirs({ appointmentId }: Pick<GridBar, 'appointmentId'>): boolean {
    const theirs = this.view.context.theirs.get(appointmentId);
    if (!theirs) return false;
    this.announce(theirs.sentence);
    this.options.onTheirs?.(theirs.sentence);
    return true;
  }

  /** Where the pointer has the bar; null when it cannot be taken. */
  private take(bar: GridBar, event: PointerEvent | null): Point | null {
    if (this.drag.phase !== 'idle' || bar.flags.busy || this.options.locked) return null;
    this.measure(event);
    this.look = { status: bar.status, flags: bar.flags, text: barWords(bar) };
    return this.view.pointAt(this.client.x, this.client.y, this.box).at;
  }

  private rules() {
    return rulesOf(this.view, this.model, this.options);
  }

  private measure(event: PointerEvent | null): void {
    this.box = this.view.parts.scroller.getBoundingClientRect();
    if (event) this.client = { x: event.clientX, y: event.clientY, id: event.pointerId };
  }

  private announce(text: string): void {
    this.options.announce?.(text);
  }
}
