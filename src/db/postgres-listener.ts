import pg from 'pg';
import type { DatabaseLogger } from './options.ts';

export type NotificationListener = { stop(): Promise<void> };

const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 5_000;

/**
 * LISTEN on a connection of its own, made again for ever. Calls `onPayload('')` each time it is (again) listening,
 * because what was notified before is lost.
 */
export function listenForNotifications(
  config: pg.ClientConfig,
  onPayload: (payload: string) => void,
  logger: DatabaseLogger | undefined,
): NotificationListener {
  let stopped = false;
  let client: pg.Client | null = null;
  let timer: NodeJS.Timeout | undefined;
  let waitMs = FIRST_WAIT_MS;

  async function connect(): Promise<void> {
    const mine = new pg.Client({ ...config, keepAlive: true });
    client = mine;
    let isOver = false;
    const again = (cause?: Error) => {
      if (isOver) return; // 'error' and 'end' both come
      isOver = true;
      void mine.end().catch(() => undefined);
      if (stopped) return;
      logger?.warn({ reason: cause?.message }, 'lost the connection for notifications');
      timer = setTimeout(() => void connect(), waitMs);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    };
    mine.on('error', again);
    mine.on('end', () => again());
    mine.on('notification', ({ payload }) => onPayload(payload ?? ''));
    try {
      await mine.connect();
      await mine.query('listen truckroll');
      waitMs = FIRST_WAIT_MS;
      onPayload('');
    } catch (error) {
      again(error as Error);
    }
  }

  const connecting = connect();
  return {
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await connecting;
      await client?.end().catch(() => undefined);
    },
  };
}
