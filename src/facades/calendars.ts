/**
 * `/calendars/deliveries/<token>.ics`: for calendar programs, which have no session and send no header (R14). Nothing is
 * kept on the way: each time is asked again, and told in a few bytes when nothing has changed.
 */
import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { ProblemError } from '#contract/problem.ts';
import type { ApiParts } from './app.ts';

const PATH = '/calendars/deliveries/:file';
const ENDING = '.ics';
/** With a key one program asks once an hour; who tries keys is slowed down. */
const RETRY_SECONDS = 60;

export function registerCalendars(
  app: FastifyInstance,
  { deliveryCalendars, isCalendarAllowed }: Pick<ApiParts, 'deliveryCalendars' | 'isCalendarAllowed'>,
): void {
  app.get<{ Params: { file: string } }>(PATH, async (request, reply) => {
    if (!isCalendarAllowed(request.ip)) {
      reply.header('retry-after', String(RETRY_SECONDS));
      throw new ProblemError('request.too_many', { retryAfterSeconds: RETRY_SECONDS });
    }
    const { file } = request.params;
    const calendar = file.endsWith(ENDING) ? await deliveryCalendars(file.slice(0, -ENDING.length)) : null;
    if (calendar === null) throw new ProblemError('route.not_found');
    const tag = `"${createHash('sha256').update(calendar).digest('base64url')}"`;
    reply.header('cache-control', 'private, no-cache').header('etag', tag);
    if (request.headers['if-none-match'] === tag) return reply.code(304).send();
    return reply
      .type('text/calendar; charset=utf-8')
      .header('content-disposition', 'inline; filename="deliveries.ics"')
      .send(calendar);
  });
}
