import { booking } from '#contract/routes/roles.ts';
import type { Role } from '#domain/roles.ts';
import type { OfficeHandler } from '../office.ts';

/** Answers with everybody, so that a page knows at once whether it has what it lifted. */
export const sayPresence: OfficeHandler<'presence.say'> = async ({ people }, { session, query }) => {
  const { tenantId, userId, name, roles } = session.actor;
  // Who may move no visit keeps none from those who may.
  const mayLift = roles.some((role: Role) => (booking as readonly Role[]).includes(role));
  await people.say(tenantId, {
    userId,
    name,
    page: query.page,
    day: query.day ?? null,
    hand: mayLift ? (query.hand ?? null) : null,
  });
  return { status: 200, body: { pages: people.present(tenantId) } };
};
