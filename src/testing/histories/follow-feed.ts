import type { ChangeEvent } from '#contract/history.ts';
import type { Actor, Position, Upstream } from '#contract/upstream.ts';

/** Reads the change feed while others write, in small bites, the way a stream does. */
export function followFeed(upstream: Upstream, actor: Actor, from: Position) {
  const events: ChangeEvent[] = [];
  let position = from;
  let isStopped = false;
  const bite = async () => {
    const batch = await upstream.changes(actor, position, 7);
    if (batch.reset) throw new Error(`The feed does not know its own position ${position}`);
    events.push(...batch.events);
    const moved = batch.position !== position;
    position = batch.position;
    return moved;
  };
  const following = (async () => {
    while (!isStopped) {
      if (!(await bite())) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    // Everybody has been answered: what is not there now was lost.
    while (await bite());
  })();
  return {
    /** Call when the last write was answered. */
    async stop(): Promise<readonly ChangeEvent[]> {
      isStopped = true;
      await following;
      return events;
    },
  };
}
