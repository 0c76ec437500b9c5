import type { User } from '#contract/session.ts';

/** Every word typed is somewhere in the name, the address, the roles or the units, as they are shown. */
export function findUsers(
  users: readonly User[],
  query: string,
  shownOf: (user: User) => readonly string[],
): readonly User[] {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return users;
  return users.filter((user) => {
    const shown = shownOf(user).join(' ').toLowerCase();
    return words.every((word) => shown.includes(word));
  });
}
