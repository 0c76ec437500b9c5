/** Server-sent events as text. Ids are positions in the change feed, so a reader resumes where it was cut (F21). */
import { changeEvent } from '#contract/history.ts';
import type { PresentPage } from '#contract/presence.ts';
import type { ChangeBatch, Position } from '#contract/upstream.ts';

export const HEARTBEAT = ': heartbeat\n\n';
/** Something at once, so that proxies pass the head on and the browser knows it is connected (F25). */
export const OPENING = ': open\n\n';

export const retryFrame = (ms: number): string => `retry: ${ms}\n\n`;
/** The reader's position means nothing here: read the snapshot again and go on from this one. */
export const resetFrame = (position: Position): string => `id: ${position}\nevent: reset\ndata: {}\n\n`;

/** Without an id: it is no change, and a reader that resumes is told anew. */
export const presenceFrame = (pages: readonly PresentPage[]): string =>
  `event: presence\ndata: ${JSON.stringify({ pages })}\n\n`;

/**
 * The batch as one text for all readers of a group. Throws when an event is not of the contract's shape: nothing
 * undeclared leaves (R42), and a silent gap would be worse than a reset.
 */
export function changeFrames(batch: ChangeBatch): string {
  return batch.events
    .map((event) => changeEvent.parse(event))
    .map((event) => `id: ${event.position}\nevent: change\ndata: ${JSON.stringify(event)}\n\n`)
    .join('');
}
