/** The most that one figure of a document may be: quantities and costs in 1/10,000, amounts in cents. */
export const MOST_UNITS = 10_000_000_000;
export const MOST_COST = 1_000_000_000_000;
export const MOST_CENTS = 10_000_000_000_000;
