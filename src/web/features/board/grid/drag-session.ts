import type { Dragging, Grip, Place } from './drag-machine.ts';
import type { LaneModel } from './lane-model.ts';
import type { BoardGridOptions, Candidate, Consequences, Drop, GridTechnician, LaneId } from './types.ts';
import { movedMeanwhile } from './words.ts';

const noConsequences: Consequences = { severity: 'ok', lines: [] };

/** What is known about one drag beyond the machine's state: answers of the host, asked once each. */
export class DragSession {
  /** Someone else moved or changed the bar in hand; the host decides on fresh versions. */
  changedMeanwhile = false;
  private readonly reasons = new Map<LaneId, string | null>();
  private asked: Place | null = null;
  private answer: Consequences = noConsequences;
  private readonly grip: Grip;
  private readonly model: LaneModel;
  private readonly options: BoardGridOptions;

  constructor(grip: Grip, model: LaneModel, options: BoardGridOptions) {
    this.grip = grip;
    this.model = model;
    this.options = options;
  }

  /** Why the lane cannot take what is in hand. */
  reasonOf(technician: GridTechnician): string | null {
    const { laneState } = this.options;
    if (!laneState || technician.group) return null;
    let reason = this.reasons.get(technician.id);
    if (reason === undefined) {
      reason = laneState(technician.id, this.grip.appointmentId);
      this.reasons.set(technician.id, reason);
    }
    return reason;
  }

  candidate(place: Place): Candidate | null {
    const technician = this.model.technicians[place.lane];
    if (!technician) return null;
    const { barId, appointmentId } = this.grip;
    const mode = modeOf(this.grip, place);
    return { barId, appointmentId, technicianId: technician.id, start: place.start, end: place.end, mode };
  }

  /** @param severity what the preview said of it last */
  dropAt(place: Place, severity: Drop['severity']): Drop | null {
    const candidate = this.candidate(place);
    if (!candidate) return null;
    const { technicianId: toTechnicianId, ...what } = candidate;
    const from = what.barId === null ? undefined : this.model.bar(what.barId);
    const fromTechnicianId = from?.technicianId ?? null;
    return { ...what, fromTechnicianId, toTechnicianId, severity, changedMeanwhile: this.changedMeanwhile };
  }

  consequences(drag: Dragging): Consequences {
    const { place } = drag;
    if (!place) return noConsequences;
    if (this.asked !== place) {
      const candidate = this.candidate(place);
      this.asked = place;
      this.answer = (candidate && this.options.preview?.(candidate)) ?? noConsequences;
      if (this.changedMeanwhile) this.answer = withWarning(this.answer);
    }
    return this.answer;
  }

  /** The bar in hand changed under it: ask again. */
  bumped(): void {
    this.changedMeanwhile = true;
    this.asked = null;
  }
}

function withWarning({ severity, lines }: Consequences): Consequences {
  const worse = severity === 'ok' ? 'soft' : severity;
  return {
    severity: worse,
    lines: severity === 'hard' ? [...lines, movedMeanwhile] : [movedMeanwhile, ...lines],
  };
}

/** A bar lifted by keyboard can be moved and resized in one go: the lane or start tells. */
function modeOf(grip: Grip, place: Place): Candidate['mode'] {
  if (grip.mode === 'assign') return 'assign';
  if (grip.mode !== 'move') return 'resize';
  const kept = place.lane === grip.lane && place.start === grip.start;
  return kept && place.end !== grip.end ? 'resize' : 'move';
}
