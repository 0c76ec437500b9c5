/** Letters a job's summary may have. */
export const LONGEST_SUMMARY = 2000;
