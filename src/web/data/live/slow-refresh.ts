/** Collects keys and refreshes each at most once per `everyMs`: a hundred changes are one reading, not a hundred. */
export function createSlowRefresh(refresh: (key: readonly unknown[]) => void, everyMs: number) {
  const waiting = new Map<string, readonly unknown[]>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    soon(key: readonly unknown[]): void {
      waiting.set(JSON.stringify(key), key);
      timer ??= setTimeout(() => {
        timer = undefined;
        const keys = [...waiting.values()];
        waiting.clear();
        for (const one of keys) refresh(one);
      }, everyMs);
    },
    stop(): void {
      clearTimeout(timer);
      timer = undefined;
      waiting.clear();
    },
  };
}
