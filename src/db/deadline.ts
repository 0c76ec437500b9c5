import { DatabaseError } from './database.ts';

export type Deadline = {
  /** Aborts with a DatabaseError: 'deadline' when time is up, 'aborted' when the caller's signal came first. */
  readonly signal: AbortSignal;
  /** Only the time counts from here: a caller's abort no longer matters once a transaction runs. */
  begin(): void;
  stop(): void;
};

export function startDeadline(ms: number, caller: AbortSignal | undefined): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => {
    controller.abort(new DatabaseError(`The database took longer than ${ms} ms`, { code: 'deadline' }));
  }, ms);
  const giveUp = () => {
    controller.abort(new DatabaseError('The caller gave up', { code: 'aborted' }, { cause: caller?.reason }));
  };
  if (caller?.aborted) giveUp();
  else caller?.addEventListener('abort', giveUp, { once: true });
  const begin = () => caller?.removeEventListener('abort', giveUp);
  return {
    signal: controller.signal,
    begin,
    stop() {
      clearTimeout(timer);
      begin();
    },
  };
}
