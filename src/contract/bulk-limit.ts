/** Rows of one step on many. Apart from the schemas, so that a screen can name it without zod. */
export const MOST_IN_BULK = 500;
/** Visits moved in one step: more than a big company's worst day of one dispatcher. */
export const MOST_IN_REARRANGEMENT = 200;
/** Bills reconciled, or moved in the books, in one step. */
export const MOST_BILLS_AT_ONCE = 200;
