/** What customers and the ways to reach them are (domain-rules §1). */
export const CUSTOMER_TYPES = ['Residential', 'Commercial'] as const;
export type CustomerType = (typeof CUSTOMER_TYPES)[number];

/** `Phone` is a landline: it takes no SMS. */
export const CONTACT_KINDS = ['Phone', 'Mobile', 'Email'] as const;
export type ContactKind = (typeof CONTACT_KINDS)[number];
