import { DatabaseError } from './database.ts';
import type { DatabaseOptions } from './options.ts';
import { type PgliteThread, startThread, type ThreadOptions } from './pglite-thread.ts';

/** The thread that answers now, whichever it is: it is replaced after a deadline, a crash and on request. */
export type Engine = {
  /** Waits while a new thread opens. Rejects once the engine has failed for good. */
  thread(): Promise<PgliteThread>;
  /** Kills the thread, whatever it is doing, and opens another on the same data. Once per thread. */
  restart(broken: PgliteThread, reason: DatabaseError): void;
  recycle(): Promise<void>;
  close(): Promise<void>;
  failure(): DatabaseError | null;
};

/** Recovery after a kill replays at most a checkpoint's worth of WAL; more than this means it hangs. */
const OPEN_MS = 120_000;
/** Two crashes of the engine's own within this time: it would go on like that. */
const CRASH_LOOP_MS = 10_000;

export async function createEngine(
  options: ThreadOptions,
  { logger, onFatal }: DatabaseOptions,
  onNotify: (payload: string) => void,
): Promise<Engine> {
  let failure: DatabaseError | null = null;
  let lastCrash = Number.NEGATIVE_INFINITY;
  let current: PgliteThread | null = null;
  let opened = open();

  async function open(): Promise<PgliteThread> {
    let timer: NodeJS.Timeout | undefined;
    const tooLong = new Promise<never>((_, reject) => {
      timer = setTimeout(() => {
        reject(new DatabaseError(`The database did not open in ${OPEN_MS} ms`, { code: 'unavailable' }));
      }, OPEN_MS);
    });
    try {
      current = await Promise.race([startThread(options, onNotify, crashed), tooLong]);
      return current;
    } finally {
      clearTimeout(timer);
    }
  }

  function crashed(reason: DatabaseError): void {
    const now = performance.now();
    if (now - lastCrash < CRASH_LOOP_MS) fail(reason);
    else if (current) restart(current, reason);
    lastCrash = now;
  }

  function restart(broken: PgliteThread, reason: DatabaseError): void {
    if (failure || broken !== current) return;
    logger?.warn({ reason: reason.message, code: reason.code }, 'restarting the database engine');
    if (options.folder === null) {
      fail(new DatabaseError('The database in memory is lost', { code: 'unavailable' }));
    } else replace(broken.kill(reason));
  }

  function replace(ended: Promise<void>): void {
    current = null;
    opened = ended.then(open);
    opened.then(
      () => onNotify(''), // notifications may have been missed
      (error: DatabaseError) => fail(error),
    );
  }

  function fail(cause: DatabaseError): void {
    if (failure) return;
    const reason =
      cause.code === '53100'
        ? 'The disk is full and the database cannot go on; free some space and start again'
        : `The database cannot go on: ${cause.message}`;
    failure = new DatabaseError(reason, { code: 'unavailable' }, { cause });
    logger?.error({ code: cause.code }, reason);
    onFatal?.(failure);
  }

  await opened;
  return {
    thread: () => (failure ? Promise.reject(failure) : opened),
    restart,
    async recycle() {
      if (options.folder === null) return;
      replace((await opened).close());
      await opened;
    },
    async close() {
      if (failure) return;
      const thread = await opened;
      await thread.close();
    },
    failure: () => failure,
  };
}
