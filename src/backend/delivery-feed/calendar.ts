/**
 * Deliveries as an iCalendar file (RFC 5545): a whole day each, that takes nobody's time. Nothing in it costs anything:
 * an address is passed on sooner than a password.
 */
import ical, { ICalEventTransparency } from 'ical-generator';
import { oneLine } from '#domain/messages/one-line.ts';
import { decimalOfQuantity, quantity } from '#domain/money.ts';
import type { KeptDelivery } from '../purchasing/deliveries.ts';

/** How often a calendar may look again. */
const HOUR_SECONDS = 3600;
/** What a phone shows of an event; the rest is on the order's page. */
const MOST_LINES = 20;

/**
 * The same deliveries make the same file, whenever it is asked for: a calendar that has it is told so.
 * @param publicOrigin where orders are opened; its host makes UIDs nobody else gives
 */
export function deliveryCalendar(
  deliveries: readonly KeptDelivery[],
  company: string,
  publicOrigin: string,
): string {
  const { hostname } = new URL(publicOrigin);
  const calendar = ical({
    prodId: { company: 'Truckroll', product: 'Truckroll', language: 'EN' },
    // The library writes the name as it is given.
    name: `Deliveries ${oneLine(company).replace(/[,;\\]/g, ' ')}`.trim(),
    ttl: HOUR_SECONDS,
  });
  for (const one of deliveries) {
    calendar.createEvent({
      // By its first line: the event moves when the vendor names another day.
      id: `delivery-${one.orderId}-${one.id}@${hostname}`,
      sequence: one.version,
      stamp: one.modifiedOn,
      lastModified: one.modifiedOn,
      start: one.day,
      allDay: true,
      transparency: ICalEventTransparency.TRANSPARENT,
      summary: oneLine(`${one.isOverdue ? 'Overdue: ' : ''}PO ${one.orderNumber} · ${one.vendorName}`),
      location: oneLine(one.place),
      url: `${publicOrigin}/purchase-orders/${one.orderId}`,
      description: described(one),
    });
  }
  return calendar.toString();
}

function described({ lines, jobNumber, isPromised }: KeptDelivery): string {
  const more = lines.length - MOST_LINES;
  return [
    ...lines
      .slice(0, MOST_LINES)
      .map((line) =>
        oneLine(`${decimalOfQuantity(quantity(line.quantity))} ${line.unit} ${line.description}`),
      ),
    ...(more > 0 ? [`and ${more} more`] : []),
    ...(jobNumber === null ? [] : [`For job ${jobNumber}`]),
    ...(isPromised ? [] : ['The vendor has named no day; this is the day it was asked for.']),
  ].join('\n');
}
