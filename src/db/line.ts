import { DatabaseError } from './database.ts';

export type Line = {
  /** Resolves when it is the caller's turn, with the function that ends the turn. Rejects with the signal's reason. */
  enter(signal?: AbortSignal): Promise<() => void>;
  /** Refuses newcomers with this error from now on; those already waiting still get their turn. */
  closeFor(reason: DatabaseError): void;
  readonly waiting: number;
  readonly isTaken: boolean;
};

/**
 * First come, first served: PGlite has one connection, PostgreSQL a few. More than `longest` waiting → 'busy' at once.
 * @param atOnce how many may have their turn at the same time
 */
export function createLine(longest: number, atOnce = 1): Line {
  const queue: (() => void)[] = [];
  let taken = 0;
  let closed: DatabaseError | null = null;

  const leave = () => {
    const next = queue.shift();
    if (next) next();
    else taken--;
  };
  // A turn ends once, even if its holder says so twice.
  const turn = () => {
    let over = false;
    return () => {
      if (over) return;
      over = true;
      leave();
    };
  };

  return {
    get waiting() {
      return queue.length;
    },
    get isTaken() {
      return taken > 0;
    },
    closeFor(reason) {
      closed = reason;
    },
    enter(signal) {
      if (closed) return Promise.reject(closed);
      if (signal?.aborted) return Promise.reject(signal.reason);
      if (taken < atOnce) {
        taken++;
        return Promise.resolve(turn());
      }
      if (queue.length >= longest) {
        return Promise.reject(
          new DatabaseError(`More than ${longest} transactions are waiting`, { code: 'busy' }),
        );
      }
      return new Promise((resolve, reject) => {
        const admit = () => {
          signal?.removeEventListener('abort', giveUp);
          resolve(turn());
        };
        const giveUp = () => {
          queue.splice(queue.indexOf(admit), 1);
          reject(signal?.reason);
        };
        signal?.addEventListener('abort', giveUp, { once: true });
        queue.push(admit);
      });
    },
  };
}
