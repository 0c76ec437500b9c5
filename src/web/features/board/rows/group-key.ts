import type { LaneId } from '../grid/types.ts';

/** A group's head is a row of the grid, and has an id no technician has. */
const PREFIX = 'group:';
export const groupIdOf = (key: string): string => PREFIX + key;
export const groupKeyOf = (id: LaneId): string => String(id).slice(PREFIX.length);
