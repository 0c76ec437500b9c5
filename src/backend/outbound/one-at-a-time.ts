/** Background work of which one run goes on at a time. */
export type OneAtATime = {
  /** Does what is due; a run that goes on is waited for instead of run twice. */
  tick(): Promise<void>;
  /** When the run that goes on has ended, well or badly; at once when there is none. */
  ended(): Promise<void>;
};

export function oneAtATime(run: () => Promise<void>): OneAtATime {
  let running: Promise<void> | null = null;
  return {
    tick() {
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },
    async ended() {
      await running?.catch(() => undefined);
    },
  };
}
