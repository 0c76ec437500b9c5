/** What an admin may change about people, themselves included (R44). Pure: `users.ts` loads and writes. */
import type { BodyOf } from '#contract/endpoints.ts';
import { ProblemError } from '#contract/problem.ts';
import type { User } from '#contract/session.ts';
import type { Id } from '#domain/ids.ts';
import { rightsOf } from '#domain/roles.ts';

type Changes = BodyOf<'users.change'>['changes'];
type Units = readonly Id[] | null;

/** An admin confined to business units gives nobody more than those (R44). Throws `session.forbidden`. */
export function checkUnitsGiven(own: Units, given: Units): void {
  if (own === null) return;
  if (given === null || given.some((unit) => !own.includes(unit))) {
    throw new ProblemError('session.forbidden', { reason: 'own_units' });
  }
}

type DecidedChange = {
  readonly after: User;
  readonly fields: readonly string[];
  /** The person is signed out everywhere: what their sessions were made for is no longer true (R4, R9). */
  readonly endsSessions: boolean;
};

/**
 * @param everyAdmin the active admins as they are before the change
 * Throws `session.forbidden` when somebody widens their own rights, `user.last_admin` when nobody would be left, or
 * nobody of all business units (`of: 'allUnits'`).
 */
export function decideChange(
  before: User,
  changes: Changes,
  actor: { readonly userId: Id; readonly businessUnitIds: Units },
  everyAdmin: readonly User[],
): DecidedChange {
  const after: User = {
    ...before,
    name: changes.name ?? before.name,
    email: changes.email ?? before.email,
    roles: changes.roles ? [...new Set(changes.roles)].sort() : before.roles,
    rights: changes.rights ?? before.rights,
    businessUnitIds: changes.businessUnitIds === undefined ? before.businessUnitIds : changes.businessUnitIds,
    active: changes.active ?? before.active,
    externalKey: changes.externalKey === undefined ? before.externalKey : changes.externalKey,
    orderLimitCents: changes.orderLimitCents === undefined ? before.orderLimitCents : changes.orderLimitCents,
  };
  const fields = FIELDS.filter(
    (field) => JSON.stringify(sorted(before[field])) !== JSON.stringify(sorted(after[field])),
  )
    .map(String)
    .concat(changes.password === undefined ? [] : 'password');
  const isAdmin = (user: User) => user.active && user.roles.includes('admin');
  if (isAdmin(before) && !isAdmin(after) && everyAdmin.every((admin) => admin.id === before.id)) {
    throw new ProblemError('user.last_admin');
  }
  if (before.id === actor.userId) checkOwnChange(before, after, changes);
  else {
    // Nor takes a person away from others' units, whose password they could then set.
    checkUnitsGiven(actor.businessUnitIds, before.businessUnitIds);
    checkUnitsGiven(actor.businessUnitIds, after.businessUnitIds);
  }
  // The last who sees every unit: nobody confined could give them back to anybody.
  const seesAll = (user: User) => isAdmin(user) && user.businessUnitIds === null;
  if (seesAll(before) && !seesAll(after) && !everyAdmin.some((one) => one.id !== before.id && seesAll(one))) {
    throw new ProblemError('user.last_admin', { of: 'allUnits' });
  }
  return { after, fields, endsSessions: fields.some((field) => !NOT_OF_THE_SESSION.includes(field)) };
}

const FIELDS = [
  'name',
  'email',
  'roles',
  'rights',
  'businessUnitIds',
  'active',
  'externalKey',
  'orderLimitCents',
] as const;

/** Neither opens nor closes anything, or is asked for anew with each order: the person stays signed in. */
const NOT_OF_THE_SESSION: readonly string[] = ['name', 'email', 'externalKey', 'orderLimitCents'];

/** The same for two orders of a list, or of the rights. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return [...value].sort();
  return value !== null && typeof value === 'object' ? Object.entries(value).sort() : value;
}

/** Giving away one's own rights is fine; taking more, or a new password without the old one, is not. */
function checkOwnChange(before: User, after: User, changes: Changes): void {
  const wider =
    before.businessUnitIds !== null &&
    (after.businessUnitIds?.some((unit) => !before.businessUnitIds?.includes(unit)) ?? true);
  // An admin who becomes something else steps down: every other role may do less.
  const stepsDown = before.roles.includes('admin') && !after.roles.includes('admin');
  const moreRoles = !stepsDown && after.roles.some((role) => !before.roles.includes(role));
  const moreRights = rightsOf(after).some((right) => !rightsOf(before).includes(right));
  const [was, now] = [before.orderLimitCents, after.orderLimitCents];
  const moreToSpend = was !== now && (was === null || now === null || now > was);
  if (wider || moreRoles || moreRights || moreToSpend || changes.password !== undefined) {
    throw new ProblemError('session.forbidden', { reason: 'own_rights' });
  }
}
