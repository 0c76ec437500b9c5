/** Roles and rights: domain-rules §9. Default deny; the route matrix is in the contract's endpoint table. */
export const ROLES = ['csr', 'dispatcher', 'purchasing', 'accounting', 'admin', 'technician'] as const;
export type Role = (typeof ROLES)[number];

export const RIGHTS = ['overrideSchedule', 'overrideDoNotService', 'seeCosts', 'undo'] as const;
export type Right = (typeof RIGHTS)[number];

const RIGHTS_OF_ROLE: Readonly<Record<Role, readonly Right[]>> = {
  csr: ['undo'],
  dispatcher: ['undo', 'overrideSchedule', 'overrideDoNotService'],
  purchasing: ['undo', 'seeCosts'],
  accounting: ['undo', 'seeCosts'],
  admin: ['undo', 'overrideSchedule', 'overrideDoNotService', 'seeCosts'],
  technician: [],
};

/** Grants (true) and withdrawals (false) for one person, on top of the roles. */
export type PersonalRights = Readonly<Partial<Record<Right, boolean>>>;

/** The rights of a person: those of any role, then the personal grants and withdrawals. */
export function rightsOf(roles: readonly Role[], personal: PersonalRights = {}): Right[] {
  return RIGHTS.filter(
    (right) => personal[right] ?? roles.some((role) => RIGHTS_OF_ROLE[role].includes(right)),
  );
}
