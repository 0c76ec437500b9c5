import type { Place } from './drag-machine.ts';
import type { Consequences, GridTechnician, Span } from './types.ts';

type Format = (ms: number) => string;

function timesSaid(span: Span, format: Format): string {
  return `${format(span.start)} to ${format(span.end)}`;
}

/* What a screen reader hears while a bar is in hand. */

export function saidPickedUp(name: string): string {
  return `Picked up ${name}. Arrow keys move it, Shift with left or right changes its end, Enter drops, Escape returns it.`;
}

export function saidPlace(
  place: Place,
  technician: GridTechnician,
  format: Format,
  { lines }: Consequences,
  reason: string | null,
): string {
  const refusal = reason === null ? [] : [`${technician.name} cannot take it: ${reason}`];
  return [`${timesSaid(place, format)}, ${technician.name}`, ...refusal, ...lines].join('. ');
}

export function saidDropped(place: Place, technician: GridTechnician, format: Format): string {
  return `Dropped at ${timesSaid(place, format)}, ${technician.name}.`;
}

/* What it hears while several are selected. */
export const saidSelected = (visits: number): string => `${visits} selected.`;
export const saidNoneSelected = 'None selected.';

export const saidReturned = 'Returned to its place.';
export const saidVanished = 'Someone else removed this appointment from the board.';
export const saidBusy = 'Another business unit’s appointment: it cannot be moved here.';
export const movedMeanwhile = 'Someone else changed this appointment meanwhile';
