/**
 * The newest version of each card that this tab has heard of, on screen or not. A board day forgets a visit that left
 * it; an older change that arrives afterwards must not bring it back.
 */
const newest = new Map<string, number>();

export function noteSeen(kind: string, id: number, version: number): void {
  const key = `${kind}:${id}`;
  if ((newest.get(key) ?? 0) < version) newest.set(key, version);
}

export const isOutdated = (kind: string, id: number, version: number): boolean =>
  (newest.get(`${kind}:${id}`) ?? 0) > version;

/** Another database may answer now (a restored backup), whose versions start lower. */
export const forgetSeen = (): void => newest.clear();
