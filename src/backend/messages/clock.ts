/** Every few seconds what is due goes out, until the server stops. */
import type { Sender } from './sender.ts';

const EVERY_MS = 5_000;

/** @returns the way to stop, which waits for the message that is being sent */
export function startMessageClock(
  sender: Sender,
  logger: { warn(fields: object, text: string): void },
): () => Promise<void> {
  const timer = setInterval(() => {
    sender.tick().catch((err: unknown) => logger.warn({ err }, 'messages could not be sent'));
  }, EVERY_MS).unref();
  return () => {
    clearInterval(timer);
    return sender.stop();
  };
}
