/**
 * What becomes of a row. `create`: booked, nothing to remark. `report`: booked, with remarks. `duplicate`: booked and
 * tagged, because an earlier row has the same address, type and day. `exists`: booked by an earlier import, left as it
 * is. `reject`: nothing is made.
 */
export const ROW_FATES = ['create', 'exists', 'duplicate', 'report', 'reject'] as const;
export type RowFate = (typeof ROW_FATES)[number];
