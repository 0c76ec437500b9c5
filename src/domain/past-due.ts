/** By how long something is past due (domain-rules §8): the same days for what vendors are owed and what customers owe. */

/** The first day past due of each bucket after the first; the last has no end. The database buckets by the same days. */
export const FIRST_DAYS = [1, 31, 61, 91] as const;
export const PAST_DUE = ['1–30 days', '31–60 days', '61–90 days', 'Over 90 days'] as const;
