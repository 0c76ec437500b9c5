/**
 * Roles and rights (domain-rules §9). Which role may call which route stands in the contract's endpoint table;
 * here are the rights that rules and screens ask for inside a route. One table, default deny.
 */
export const ROLES = ['csr', 'dispatcher', 'purchasing', 'accounting', 'admin', 'technician'] as const;
export type Role = (typeof ROLES)[number];

export const RIGHTS = [
  /** Take time that is taken (a hard schedule guard), with a reason. */
  'overrideSchedule',
  /** Book for a customer marked do-not-service. "Overrides" are the dispatcher's (§9), so a CSR has to ask. */
  'doNotServiceOverride',
  /** Costs and margins; prices are for all. */
  'seesCosts',
  /** Move, assign, dispatch on the board. */
  'schedulesWork',
  /** Give a technician while booking, though not later on the board. */
  'assignsWhileBooking',
  'editsShifts',
  'managesSetup',
  'managesUsers',
] as const;
export type Right = (typeof RIGHTS)[number];

const RIGHTS_OF_ROLE: Readonly<Record<Role, readonly Right[]>> = {
  csr: ['assignsWhileBooking'],
  dispatcher: [
    'overrideSchedule',
    'doNotServiceOverride',
    'schedulesWork',
    'assignsWhileBooking',
    'editsShifts',
  ],
  purchasing: ['seesCosts'],
  accounting: ['seesCosts'],
  admin: RIGHTS,
  technician: [],
};

/** Single rights of one person: true grants, false takes away what a role gives. */
export type PersonalRights = Readonly<Partial<Record<Right, boolean>>>;

/** Someone who acts. */
export type Person = { readonly roles: readonly Role[]; readonly rights?: PersonalRights };

export function hasRight(person: Person, right: Right): boolean {
  return (
    person.rights?.[right] ??
    person.roles.some((role) => Object.hasOwn(RIGHTS_OF_ROLE, role) && RIGHTS_OF_ROLE[role].includes(right))
  );
}

export const rightsOf = (person: Person): readonly Right[] =>
  RIGHTS.filter((right) => hasRight(person, right));
