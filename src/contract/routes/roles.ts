/** The sets of roles that rows of the table name (domain-rules §9). */
/** Everybody in the office. */
export const office = ['csr', 'dispatcher', 'purchasing', 'accounting', 'admin'] as const;
/** Who books and changes jobs (domain-rules §9). */
export const booking = ['csr', 'dispatcher', 'admin'] as const;
/** Who moves technicians. */
export const dispatching = ['dispatcher', 'admin'] as const;
/** Who keeps customers and their jobs. */
export const people = ['csr', 'dispatcher', 'accounting', 'admin'] as const;
/** Users and set-up. */
export const admin = ['admin'] as const;
/** Who sees what things and hours cost (domain-rules §9: prices all; costs and margins these). */
export const costs = ['purchasing', 'accounting', 'admin'] as const;
/** Who keeps vendors and what is bought from them; nobody else sees them. */
export const buying = ['purchasing', 'accounting', 'admin'] as const;
/** Who says what an hour costs: whoever keeps the books. */
export const costKeeping = ['accounting', 'admin'] as const;
/** Who says what orders, returns and stock are made of. */
export const purchaseKeeping = ['purchasing', 'admin'] as const;
