/** Work in the background that asks another server: every few seconds what is due, until the server stops. */
import type { BackgroundWork } from './background.ts';

/** @returns the way to stop, which breaks off the question that is being asked */
export function startClock(
  work: BackgroundWork,
  everyMs: number,
  failed: string,
  logger: { warn(fields: object, text: string): void },
): () => Promise<void> {
  const timer = setInterval(() => {
    work.tick().catch((err: unknown) => logger.warn({ err }, failed));
  }, everyMs).unref();
  return () => {
    clearInterval(timer);
    return work.stop();
  };
}
