import { DatabaseError } from './database.ts';
import type { DatabaseOptions } from './options.ts';
import { freeBytes } from './pglite-folder.ts';
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
/** Recovery writes WAL of its own, in files of 4 or 16 MB. */
const NEEDED_TO_OPEN = 32 * 1024 * 1024;
const CLOSE_MS = 30_000;
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

  /** A shutdown that hangs (seen on a full disk) or fails is a kill: all that was acknowledged is in the log. */
  async function shutDown(thread: PgliteThread): Promise<void> {
    const reason = new DatabaseError('The database did not shut down in time', { code: 'unavailable' });
    const timer = setTimeout(() => void thread.kill(reason), CLOSE_MS);
    try {
      await thread.close();
    } catch (error) {
      logger?.warn(
        { reason: (error as Error).message },
        'the database engine was ended without a clean shutdown',
      );
      await thread.kill(reason);
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
    replace(broken.kill(reason));
  }

  function replace(ended: Promise<void>): void {
    current = null;
    opened = ended.then(open).catch((error: DatabaseError) => {
      throw fail(error);
    });
    opened.then(
      () => onNotify(''), // notifications may have been missed
      () => undefined, // told to whoever waits for the thread
    );
  }

  function fail(cause: DatabaseError): DatabaseError {
    if (failure) return failure;
    failure = explain(cause, options.folder);
    logger?.error({ code: cause.code, cause: cause.message }, failure.message);
    onFatal?.(failure);
    return failure;
  }

  try {
    await opened;
  } catch (error) {
    throw explainOpening(error as DatabaseError, options.folder);
  }
  return {
    thread: () => (failure ? Promise.reject(failure) : opened),
    restart,
    async recycle() {
      replace(shutDown(await opened));
      await opened;
    },
    async close() {
      if (failure) return;
      await shutDown(await opened);
    },
    failure: () => failure,
  };
}

const isDiskFull = (cause: DatabaseError, folder: string): boolean =>
  cause.code === '53100' || freeBytes(folder) < NEEDED_TO_OPEN;

/** PGlite's own words for a full disk are "failed to initialize properly". */
function explain(cause: DatabaseError, folder: string): DatabaseError {
  const reason = isDiskFull(cause, folder)
    ? 'The disk is full and the database cannot go on. Free some space and start again; nothing acknowledged is lost.'
    : `The database cannot go on: ${cause.message}`;
  return new DatabaseError(reason, { code: 'unavailable' }, { cause });
}

/** At the start nothing but the files can be wrong; PGlite's own words for damaged ones are "Aborted()". */
function explainOpening(cause: DatabaseError, folder: string): DatabaseError {
  if (isDiskFull(cause, folder)) return explain(cause, folder);
  const reason = `The database in ${folder} does not open: its files seem damaged. Put a backup back (npm run restore), or move the folder away to start empty.`;
  return new DatabaseError(reason, { code: 'unavailable' }, { cause });
}
