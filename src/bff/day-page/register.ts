/**
 * `/day/<link>` and `/day/<link>.ics`: a technician's day for whoever has the link of their message. No session, no
 * cookie, no script, nothing stored on the way, nothing a search engine keeps; the link itself is in no log (the route's
 * template is) and in no referrer.
 */
import type { FastifyInstance, FastifyReply } from 'fastify';
import type { DayAnswer, TechnicianDays } from '#contract/technician-day.ts';
import type { Clock } from '#db/clock.ts';
import { throttledNetwork } from '../address.ts';
import type { ResponseHeaders } from '../headers.ts';
import { dayPage, sentencePage } from './page.ts';
import { perMinute } from './rate.ts';

/** A phone opens it a few times a day; a whole office behind one address does, too. */
const MOST_PER_MINUTE = 60;
const CALENDAR = '.ics';

/** All of it: a link with a blank or a slash too many must not open the office's screens, nor be asked of them. */
const DAY_PATH = '/day/*';

export function registerDayPage(
  app: FastifyInstance,
  days: TechnicianDays,
  clock: Pick<Clock, 'ms'>,
  headers: ResponseHeaders,
): void {
  const isAllowed = perMinute(clock, MOST_PER_MINUTE);
  app.get<{ Params: { '*': string } }>(DAY_PATH, { config: { kind: 'dayPage' } }, async (request, reply) => {
    const given = request.params['*'];
    const asCalendar = given.endsWith(CALENDAR);
    const token = asCalendar ? given.slice(0, -CALENDAR.length) : given;
    reply.headers(headers.dayPage);
    if (!isAllowed(throttledNetwork(request.address))) {
      reply.header('retry-after', '60');
      return say(
        reply,
        429,
        'A moment, please',
        'This was opened very often just now. Try again in a minute.',
      );
    }
    try {
      if (asCalendar) {
        const answer = await days.calendar(token);
        if (answer.kind !== 'found') return refuse(reply, answer.kind);
        return reply
          .type('text/calendar; charset=utf-8; method=PUBLISH')
          .header('content-disposition', 'attachment; filename="day.ics"')
          .send(answer.value);
      }
      const answer = await days.page(token);
      if (answer.kind !== 'found') return refuse(reply, answer.kind);
      return reply.type('text/html; charset=utf-8').send(dayPage(answer.value, token));
    } catch (err) {
      request.log.error({ err }, 'a technician’s day could not be shown');
      return say(
        reply,
        503,
        'Not now',
        'Your day cannot be shown at the moment. Try again in a minute, or call the office.',
      );
    }
  });
}

const refuse = (reply: FastifyReply, why: Exclude<DayAnswer<unknown>['kind'], 'found'>) =>
  why === 'ended'
    ? say(
        reply,
        410,
        'This link has ended',
        'It was for one day only. The link in your newest message shows what is next; else call the office.',
      )
    : say(
        reply,
        404,
        'This link is not complete',
        'Open it from the message itself, or copy all of it. Should that not help, call the office.',
      );

const say = (reply: FastifyReply, status: number, title: string, sentence: string) =>
  reply.code(status).type('text/html; charset=utf-8').send(sentencePage(title, sentence));
