/** Who looks at the board, and what they have in hand. Ephemeral: kept nowhere but in memory. */
import { z } from 'zod';
import { day, id, idText } from './scalars.ts';

const page = z.string().regex(/^[a-z0-9-]{6,40}$/);
/**
 * `page`: one open page of this person, a name it gave itself; `day`: what it shows, left out when it leaves the board;
 * `hand`: the visit (appointment) it has lifted.
 */
export const presenceQuery = z.strictObject({ page, day: day.optional(), hand: idText.optional() });
const presentPage = z.strictObject({
  userId: id,
  name: z.string(),
  page,
  day,
  hand: id.nullable(),
});
/** Everybody of the company; who asked is among them, without the visit that somebody else has in hand. */
export const presentPages = z.strictObject({ pages: z.array(presentPage) });
export type PresentPage = z.infer<typeof presentPage>;
export type PresentPages = z.infer<typeof presentPages>;
