import type { Point } from './drag-machine.ts';

/** A resting finger trembles. */
const restingPx = 8;

/** A finger that took a bar by resting on it may let it go where it was: then it meant something else than a move. */
export class FingerRest {
  private began: Point | null = null;
  private onLetGo: (() => void) | null = null;

  begin({ clientX, clientY }: PointerEvent, onLetGo: () => void): void {
    this.began = { x: clientX, y: clientY };
    this.onLetGo = onLetGo;
  }

  forget(): void {
    this.began = null;
    this.onLetGo = null;
  }

  /** @returns what is to happen now; null: the bar was taken somewhere, if only there and back */
  end(at: Point): (() => void) | null {
    const { began, onLetGo } = this;
    this.forget();
    return began && Math.hypot(at.x - began.x, at.y - began.y) <= restingPx ? onLetGo : null;
  }
}
