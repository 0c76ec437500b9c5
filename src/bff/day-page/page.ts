/**
 * The technician's day as one small page without a script: it opens on any phone, at once, and prints. Everything that
 * people typed goes through `escapeHtml`; styles are in `public/day.css`, for the policy allows no others.
 */
import type { DayVisit, TechnicianDay } from '#contract/technician-day.ts';
import { oneLine } from '#domain/messages/one-line.ts';
import { escapeHtml } from '#domain/messages/simple-html.ts';
import { spokenDay, spokenTime } from '#domain/messages/spoken-times.ts';

const text = (words: string): string => escapeHtml(oneLine(words));
/** Several lines stay several: instructions are lists. */
const lines = (words: string): string => words.split(/\r?\n/).map(text).filter(Boolean).join('<br>');

export function dayPage(
  { company, technicianName, day, asOf, visits }: TechnicianDay,
  token: string,
): string {
  const own = visits.filter(({ isTheirs }) => isTheirs);
  const others = visits.filter(({ isTheirs }) => !isTheirs);
  const zone = visits[0]?.timeZone;
  const body = [
    `<header><p>${text(company)}</p><h1>${spokenDay(day)}</h1><p dir="auto">${text(technicianName)}</p></header>`,
    '<main>',
    own.length > 0
      ? `<ol>${own.map(visitItem).join('')}</ol>`
      : '<p class="none">Nothing is planned for you on this day.</p>',
    others.length > 0
      ? `<section><h2>Not yours any more</h2><ul>${others.map(goneItem).join('')}</ul></section>`
      : '',
    '</main>',
    `<footer><p><a href="/day/${escapeHtml(token)}.ics">Put it into your calendar</a></p>`,
    `<p>${zone ? `As of ${spokenTime(asOf, zone)}. ` : ''}Open the link again to see changes. It is yours alone and ends by itself.</p></footer>`,
  ];
  return documentOf(`${spokenDay(day)} · ${oneLine(company)}`, body.join(''));
}

const STATUS: Partial<Record<DayVisit['status'], string>> = {
  Dispatched: 'On the way',
  Working: 'At work',
  Done: 'Done',
};

function visitItem(visit: DayVisit): string {
  const { start, end, windowStart, windowEnd, timeZone, customerName, phones, status } = visit;
  const address = addressOf(visit);
  const window =
    windowStart && windowEnd
      ? `<p class="quiet">Promised ${spokenTime(windowStart, timeZone)} – ${spokenTime(windowEnd, timeZone)}</p>`
      : '';
  const said = STATUS[status];
  return [
    `<li><h2><time datetime="${start}">${spokenTime(start, timeZone)}</time> – `,
    `<time datetime="${end}">${spokenTime(end, timeZone)}</time>${said ? ` <span>${said}</span>` : ''}</h2>`,
    window,
    `<p dir="auto"><b>${text(customerName)}</b></p>`,
    address
      ? `<p dir="auto"><a rel="noreferrer" href="${escapeHtml(mapOf(address))}">${escapeHtml(address)}</a></p>`
      : '',
    ...phones.map((phone) => `<p><a href="tel:${phone.replace(/[^\d+]/g, '')}">${text(phone)}</a></p>`),
    `<p class="quiet">${text(visit.jobType)}, job ${visit.jobNumber}-${visit.appointmentNumber}</p>`,
    visit.summary ? `<p dir="auto">${lines(visit.summary)}</p>` : '',
    visit.instructions ? `<p dir="auto" class="note">${lines(visit.instructions)}</p>` : '',
    '</li>',
  ].join('');
}

const goneItem = ({ start, timeZone, jobNumber, appointmentNumber, status }: DayVisit): string =>
  `<li><s>${spokenTime(start, timeZone)}, job ${jobNumber}-${appointmentNumber}</s> ${
    status === 'Canceled' ? 'canceled' : status === 'Hold' ? 'on hold' : 'somebody else goes'
  }</li>`;

const addressOf = ({ street, unit, city, state, zip }: DayVisit): string =>
  [[street, unit].filter(Boolean).join(' '), city, [state, zip].filter(Boolean).join(' ')]
    .map(oneLine)
    .filter(Boolean)
    .join(', ');

/** Opens the phone's own map, on every system; a browser shows the page. */
const mapOf = (address: string): string =>
  `https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(address)}`;

/** One sentence for whoever cannot be let in, and nothing about why somebody else could. */
export const sentencePage = (title: string, sentence: string): string =>
  documentOf(title, `<main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(sentence)}</p></main>`);

const documentOf = (title: string, body: string): string =>
  [
    '<!doctype html><html lang="en"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="robots" content="noindex, nofollow"><meta name="referrer" content="no-referrer">',
    '<meta name="format-detection" content="telephone=no">',
    `<title>${escapeHtml(title)}</title>`,
    '<link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/day.css">',
    `</head><body>${body}</body></html>`,
  ].join('');
