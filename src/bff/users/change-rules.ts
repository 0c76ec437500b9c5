/** What an admin may change about people, themselves included (R44). Pure: `users.ts` loads and writes. */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { User } from '#contract/session.ts';
import type { Id } from '#domain/ids.ts';

type Changes = BodyOf<'users.change'>['changes'];
export type DecidedChange = {
  readonly after: User;
  readonly fields: readonly string[];
  /** The person is signed out everywhere: what their sessions were made for is no longer true (R4, R9). */
  readonly endsSessions: boolean;
};

/**
 * @param everyAdmin the active admins as they are before the change
 * Throws `session.forbidden` when somebody widens their own rights, `user.last_admin` when nobody would be left.
 */
export function decideChange(
  before: User,
  changes: Changes,
  actorId: Id,
  everyAdmin: readonly User[],
): DecidedChange {
  const after: User = {
    ...before,
    name: changes.name ?? before.name,
    email: changes.email ?? before.email,
    roles: changes.roles ? [...new Set(changes.roles)].sort() : before.roles,
    businessUnitIds: changes.businessUnitIds === undefined ? before.businessUnitIds : changes.businessUnitIds,
    active: changes.active ?? before.active,
  };
  const fields = (['name', 'email', 'roles', 'businessUnitIds', 'active'] as const)
    .filter((field) => JSON.stringify(sorted(before[field])) !== JSON.stringify(sorted(after[field])))
    .map(String)
    .concat(changes.password === undefined ? [] : 'password');
  const isAdmin = (user: User) => user.active && user.roles.includes('admin');
  if (isAdmin(before) && !isAdmin(after) && everyAdmin.every((admin) => admin.id === before.id)) {
    throw new ProblemError('user.last_admin');
  }
  if (before.id === actorId) checkOwnChange(before, after, changes);
  return { after, fields, endsSessions: fields.some((field) => field !== 'name' && field !== 'email') };
}

const sorted = (value: unknown) => (Array.isArray(value) ? [...value].sort() : value);

/** Giving away one's own rights is fine; taking more, or a new password without the old one, is not. */
function checkOwnChange(before: User, after: User, changes: Changes): void {
  const wider =
    before.businessUnitIds !== null &&
    (after.businessUnitIds?.some((unit) => !before.businessUnitIds?.includes(unit)) ?? true);
  // An admin who becomes something else steps down: every other role may do less.
  const stepsDown = before.roles.includes('admin') && !after.roles.includes('admin');
  const moreRoles = !stepsDown && after.roles.some((role) => !before.roles.includes(role));
  if (wider || moreRoles || changes.password !== undefined) {
    throw new ProblemError('session.forbidden', { reason: 'own_rights' });
  }
}
