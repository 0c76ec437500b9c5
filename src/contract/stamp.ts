/** Who did it, and when: on orders and on what belongs to them. */
import { z } from 'zod';
import { instant } from './scalars.ts';

export const stamp = { by: z.int(), byName: z.string(), at: instant };
export const stamped = z.strictObject(stamp);
