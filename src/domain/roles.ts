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
  /** Give a technician while booking, though not later on the board. */
  'assignsWhileBooking',
  /** Say later who goes: on the board, in lists, many at once. */
  'dispatch',
  /** See what things and hours cost, and margins (§9). */
  'seeCosts',
  /** Know whom the company buys from, and what is written about them (§9). */
  'seeVendors',
  /** Apply to what is in the books already, and take back there, with a new entry (§7, §8: "with right"). */
  'correctExported',
  /** Close an accounting period: nothing is entered before its end any more. */
  'closeBooks',
] as const;
export type Right = (typeof RIGHTS)[number];

/** Rights an admin may give to, or take from, one person (§9: "the override right … can be set per person"). */
export const PERSONAL_RIGHTS = [
  'overrideSchedule',
  'doNotServiceOverride',
  'correctExported',
  'closeBooks',
] as const satisfies readonly Right[];

const RIGHTS_OF_ROLE: Readonly<Record<Role, readonly Right[]>> = {
  csr: ['assignsWhileBooking'],
  dispatcher: ['overrideSchedule', 'doNotServiceOverride', 'assignsWhileBooking', 'dispatch'],
  purchasing: ['seeCosts', 'seeVendors'],
  accounting: ['seeCosts', 'seeVendors', 'correctExported', 'closeBooks'],
  admin: RIGHTS,
  technician: [],
};

/** Single rights of one person: true grants, false takes away what a role gives. */
export type PersonalRights = {
  readonly [right in (typeof PERSONAL_RIGHTS)[number]]?: boolean;
};

/** Someone who acts. */
export type Person = { readonly roles: readonly Role[]; readonly rights?: PersonalRights };

/** What an admin has said of this person goes before what their roles say. */
export function hasRight(person: Person, right: Right): boolean {
  const own: Readonly<Partial<Record<Right, boolean>>> = person.rights ?? {};
  return (
    own[right] ??
    person.roles.some((role) => Object.hasOwn(RIGHTS_OF_ROLE, role) && RIGHTS_OF_ROLE[role].includes(right))
  );
}

/** In the order of `RIGHTS`. */
export const rightsOf = (person: Person): readonly Right[] =>
  RIGHTS.filter((right) => hasRight(person, right));

const OFFICE = ['csr', 'dispatcher', 'accounting'] as const;
const BOOKING = ['csr', 'dispatcher'] as const;
const DISPATCHING = ['dispatcher'] as const;
const BUYING = ['purchasing', 'accounting'] as const;

/**
 * Who takes back a step: by its verb or, where that stands for itself alone nowhere, by what it is about. The admin
 * takes back everything, and what is not listed nobody else.
 */
const TAKEN_BACK_BY: Readonly<Record<string, readonly Role[]>> = {
  project: OFFICE,
  customer: OFFICE,
  location: OFFICE,
  contact: OFFICE,
  // Also of what is written on a vendor; on which record, `mayWriteOn` (notes.ts) has said when it was written.
  note: [...OFFICE, 'purchasing'],
  file: [...OFFICE, 'purchasing'],
  job: BOOKING,
  'job.updated': OFFICE,
  'invoice.refreshed': OFFICE,
  'job.completed': DISPATCHING,
  'job.reopened': DISPATCHING,
  appointment: BOOKING,
  'appointment.assigned': DISPATCHING,
  'appointment.unassigned': DISPATCHING,
  'appointment.reassigned': DISPATCHING,
  'appointment.rearranged': DISPATCHING,
  'appointment.parked': DISPATCHING,
  'appointment.taken-to-tray': DISPATCHING,
  'appointment.dispatched': DISPATCHING,
  'appointment.dispatch-canceled': DISPATCHING,
  'appointment.arrived': DISPATCHING,
  'appointment.paused': DISPATCHING,
  'appointment.resumed': DISPATCHING,
  'appointment.left': DISPATCHING,
  shift: DISPATCHING,
  'time-off': DISPATCHING,
  'non-job-event': DISPATCHING,
  'work-pattern': DISPATCHING,
  'labor-cost': ['accounting'],
  vendor: BUYING,
  'vendor-contact': BUYING,
  'catalogue-item': ['purchasing'],
  sku: BUYING,
  'stock-level': ['purchasing'],
  'purchasing-setup': ['purchasing'],
  'books-setup': ['accounting'],
};

/**
 * Whether these roles may take back a step: whoever may not do it any more may not undo it either, although it was
 * their own (R9, R38). `verb` is the step's, `appointment.assigned`.
 */
export function mayTakeBack(roles: readonly Role[], verb: string): boolean {
  if (roles.includes('admin')) return true;
  const about = verb.slice(0, verb.indexOf('.'));
  const listed = [verb, about].find((one) => Object.hasOwn(TAKEN_BACK_BY, one));
  return listed !== undefined && roles.some((role) => TAKEN_BACK_BY[listed]!.includes(role));
}
