/** What is asked of several visits, or of one and what stands around it. Each opens a dialog that ends in one command. */
import type { Candidate, Consequences, Drop } from '../grid/types.ts';

export type ArrangeQuestion =
  | { readonly kind: 'moveBy'; readonly visitIds: readonly number[] }
  /** Into one holding lane. */
  | { readonly kind: 'park'; readonly visitIds: readonly number[] }
  | { readonly kind: 'giveTo'; readonly barIds: readonly string[] }
  /** `other` null: still to be chosen. */
  | { readonly kind: 'swap'; readonly visitId: number; readonly other: number | null }
  | { readonly kind: 'push'; readonly visitId: number; readonly technicianId: number }
  | { readonly kind: 'align'; readonly technicianId: number }
  | { readonly kind: 'split'; readonly visitId: number }
  /** Done at once: the new visit waits in the tray. */
  | { readonly kind: 'duplicate'; readonly visitId: number };

/** What the grid asks while one of several selected is in hand. */
export type ArrangeHands = {
  readonly preview: (candidate: Candidate) => Consequences;
  readonly drop: (drop: Drop) => void;
  /** Over the tray: their technicians are taken off. */
  readonly takeOff: () => void;
};
