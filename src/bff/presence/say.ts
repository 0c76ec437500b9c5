import type { OfficeHandler } from '../office.ts';

/** Answers with everybody, so that a page knows at once whether it has what it lifted. */
export const sayPresence: OfficeHandler<'presence.say'> = async ({ people }, { session, query }) => {
  const { tenantId, userId, name } = session.actor;
  await people.say(tenantId, {
    userId,
    name,
    page: query.page,
    day: query.day ?? null,
    hand: query.hand ?? null,
  });
  return { status: 200, body: { pages: people.present(tenantId) } };
};
