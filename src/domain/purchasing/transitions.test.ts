/** Every cell of command × status and of field × status, against the tables written out here by hand (§5). */
import { describe, expect, test } from 'vitest';
import { cents, rate, unitPrice } from '../money.ts';
import { day, instant } from '../time.ts';
import type { OrderCommand, OrderCommandType } from './commands.ts';
import { decideOrder } from './decide.ts';
import { commandsForOrder } from './gate.ts';
import {
  APPROVER,
  AUTHOR,
  after,
  came,
  card,
  context,
  IN_STATUS,
  line,
  now,
  receiving,
  SHELF,
  units,
} from './order.fixture.ts';
import { ORDER_STATUSES, type OrderCard, type OrderFields, type OrderStatus } from './purchase-order.ts';
import { FIELD_TABLE, LINE_TABLE, ORDER_COMMANDS } from './transitions.ts';

/** Refused by a status: '–'. */
const CELLS: Readonly<Record<OrderCommandType, Readonly<Record<OrderStatus, OrderStatus | '–'>>>> = {
  edit: row('Pending', 'Sent', 'PartiallyReceived', 'Received', '–', '–'),
  submit: row('Pending', '–', '–', '–', '–', '–'),
  approve: row('Pending', '–', '–', '–', '–', '–'),
  reject: row('Pending', '–', '–', '–', '–', '–'),
  send: row('Sent', '–', '–', '–', '–', '–'),
  startSending: row('Pending', '–', '–', '–', '–', '–'),
  finishSending: row('Sent', '–', '–', '–', '–', '–'),
  stopSending: row('Pending', '–', '–', '–', '–', '–'),
  sendAgain: row('–', 'Sent', 'PartiallyReceived', 'Received', '–', '–'),
  backToPending: row('–', 'Pending', '–', '–', '–', '–'),
  receive: row('–', 'PartiallyReceived', 'PartiallyReceived', '–', '–', '–'),
  correctReceipt: row('–', '–', 'PartiallyReceived', 'PartiallyReceived', '–', '–'),
  cancelReceipt: row('–', '–', 'Sent', 'Sent', '–', '–'),
  closeShort: row('–', 'Canceled', 'Received', '–', '–', '–'),
  cancel: row('Canceled', 'Canceled', '–', '–', '–', '–'),
  export: row('–', '–', '–', 'Exported', '–', '–'),
};

function row(...cells: (OrderStatus | '–')[]): Record<OrderStatus, OrderStatus | '–'> {
  return Object.fromEntries(ORDER_STATUSES.map((status, index) => [status, cells[index]!])) as Record<
    OrderStatus,
    OrderStatus | '–'
  >;
}

const COMMANDS: Readonly<Record<OrderCommandType, OrderCommand>> = {
  edit: { type: 'edit', changes: { memo: 'Ask for Jo' } },
  submit: { type: 'submit', memo: '' },
  approve: { type: 'approve', memo: '' },
  reject: { type: 'reject', reason: 'CostTooHigh', memo: '' },
  send: { type: 'send' },
  startSending: { type: 'startSending', sendId: 110 },
  finishSending: { type: 'finishSending' },
  stopSending: { type: 'stopSending' },
  sendAgain: { type: 'sendAgain' },
  backToPending: { type: 'backToPending' },
  receive: receiving([came({ id: 103 })], { receiptId: 99 }),
  correctReceipt: {
    type: 'correctReceipt',
    receiptId: 100,
    changes: {},
    lines: [{ id: 101, inventoryLocationId: 60, quantity: units(1), serials: [] }],
  },
  cancelReceipt: { type: 'cancelReceipt', receiptId: 100 },
  closeShort: { type: 'closeShort', memo: 'The vendor has no more' },
  cancel: { type: 'cancel', reason: 'NotRequired', memo: '' },
  export: { type: 'export' },
};

const ENDS_SENDING: readonly OrderCommandType[] = ['finishSending', 'stopSending'];
const SENDING = { by: AUTHOR, at: now, sendId: 110 };

/** In this status, being sent or with a request where the command answers one. */
function cardFor(status: OrderStatus, type: OrderCommandType): OrderCard {
  const so = IN_STATUS[status];
  if (ENDS_SENDING.includes(type)) return { ...so, order: { ...so.order, sending: SENDING } };
  if (type !== 'approve' && type !== 'reject') return so;
  const approval = {
    status: 'PendingApproval' as const,
    requested: { by: AUTHOR, at: now },
    decided: null,
    approvedCents: null,
    reason: null,
    memo: '',
  };
  return { ...so, order: { ...so.order, approval } };
}

describe.each(ORDER_COMMANDS)('%s', (type) => {
  test.each(ORDER_STATUSES)('while %s', (status) => {
    const so = cardFor(status, type);
    expect(so.order.status).toBe(status);
    const by = context({ actorId: APPROVER, serialAt: () => SHELF });
    const to = CELLS[type][status];
    const decided = decideOrder(so, COMMANDS[type], by);
    expect(commandsForOrder(so, by).includes(type)).toBe(to !== '–');
    expect(decided).toMatchObject(
      to === '–'
        ? { ok: false, refusal: { code: 'order.not_in_status', params: { status, command: type } } }
        : { ok: true, value: { order: { status: to } } },
    );
  });
});

describe.each(ORDER_COMMANDS)('while its e-mail is under way: %s', (type) => {
  test.each(ORDER_STATUSES)('%s', (status) => {
    const so = cardFor(status, type);
    const order = { ...so.order, sending: SENDING };
    const by = context({ actorId: APPROVER, serialAt: () => SHELF });
    const isOpen = ENDS_SENDING.includes(type) && status === 'Pending';
    const decided = decideOrder({ ...so, order }, COMMANDS[type], by);
    expect(decided.ok).toBe(isOpen);
    if (!decided.ok && CELLS[type][status] !== '–') {
      expect(decided.refusal.code).toBe('order.being_sent');
    }
  });
});

test.each(ENDS_SENDING)('%s: only of an order that is being sent', (type) => {
  expect(decideOrder(card(), COMMANDS[type], context())).toMatchObject({
    refusal: { code: 'order.not_sending' },
  });
});

test('what the mail server has taken is sent, whatever its author may spend by now', () => {
  const so = after(card(), COMMANDS.startSending);
  const poorer = context({ authorLimitCents: cents(1) });
  expect(decideOrder(so, COMMANDS.finishSending, poorer)).toMatchObject({
    value: { order: { status: 'Sent', sending: null, sent: { by: AUTHOR, at: now } } },
  });
  expect(decideOrder(card(), COMMANDS.startSending, poorer)).toMatchObject({
    refusal: { code: 'order.needs_approval' },
  });
});

const P = 'P';
const UNTIL_SENT = 'PS';
const UNTIL_ALL_CAME = 'PSp';
const ALWAYS = 'PSpR';
/** The letters of the statuses in which the field may be changed: Pending, Sent, partially received, Received. */
const FIELDS: Readonly<Record<keyof typeof FIELD_TABLE, string>> = {
  vendorId: P,
  typeId: UNTIL_SENT,
  businessUnitId: UNTIL_ALL_CAME,
  inventoryLocationId: UNTIL_ALL_CAME,
  shipTo: P,
  shipToPhone: P,
  shipToFax: P,
  shippingType: UNTIL_ALL_CAME,
  shippingDate: UNTIL_ALL_CAME,
  date: P,
  requiredOn: P,
  jobId: P,
  projectId: P,
  technicianId: UNTIL_ALL_CAME,
  purchaseForCustomerId: ALWAYS,
  tax: UNTIL_ALL_CAME,
  shippingCents: UNTIL_ALL_CAME,
  memo: ALWAYS,
  externalPoNumber: ALWAYS,
  vendorInvoiceNumber: UNTIL_SENT,
  paymentTermId: ALWAYS,
  taxZoneId: ALWAYS,
  showTaxPerCategory: ALWAYS,
  printTemplate: P,
  descriptionsFrom: P,
  sentOn: 'S',
};
const LETTER: Readonly<Record<OrderStatus, string>> = {
  Pending: 'P',
  Sent: 'S',
  PartiallyReceived: 'p',
  Received: 'R',
  Exported: 'E',
  Canceled: 'C',
};

const OTHER: Readonly<Record<keyof typeof FIELD_TABLE, unknown>> = {
  vendorId: 41,
  typeId: 51,
  businessUnitId: 22,
  inventoryLocationId: 61,
  shipTo: 'JobSite',
  shipToPhone: '617 555 0100',
  shipToFax: '617 555 0101',
  shippingType: 'Freight',
  shippingDate: day('2026-11-24'),
  date: day('2026-11-21'),
  requiredOn: day('2026-11-30'),
  jobId: 5,
  projectId: 6,
  technicianId: 7,
  purchaseForCustomerId: 8,
  tax: { kind: 'Typed', cents: cents(100) },
  shippingCents: cents(900),
  memo: 'Other',
  externalPoNumber: 'X-1',
  vendorInvoiceNumber: 'V-1',
  paymentTermId: 9,
  taxZoneId: 10,
  showTaxPerCategory: true,
  printTemplate: 'Short',
  descriptionsFrom: 'Vendor',
  sentOn: instant('2026-11-22T15:00:00Z'),
};

describe.each(Object.keys(FIELD_TABLE) as (keyof typeof FIELD_TABLE)[])('%s', (field) => {
  test.each(ORDER_STATUSES)('while %s', (status) => {
    const isOpen = FIELDS[field].includes(LETTER[status]);
    const decided = decideOrder(
      IN_STATUS[status],
      { type: 'edit', changes: { [field]: OTHER[field] } },
      context(),
    );
    expect(decided.ok).toBe(isOpen);
    if (!decided.ok && ['P', 'S', 'p', 'R'].includes(LETTER[status])) {
      expect(decided.refusal).toEqual({ code: 'order.field_locked', params: { field, status } });
    }
    if (decided.ok) {
      const { order } = decided.value;
      const is = field === 'sentOn' ? order.sent?.at : order[field as keyof OrderFields];
      expect(is).toEqual(OTHER[field]);
    }
  });
});

const LINES: Readonly<Record<keyof typeof LINE_TABLE, string>> = {
  add: P,
  remove: P,
  skuId: P,
  serialized: P,
  stocked: P,
  description: P,
  vendorPartNumber: P,
  quantity: ALWAYS,
  cost: UNTIL_ALL_CAME,
  expectedOn: UNTIL_ALL_CAME,
};
const CHANGED_LINE = line({
  skuId: 79,
  serialized: true,
  stocked: false,
  description: 'Other',
  vendorPartNumber: 'P-2',
  quantity: units(5),
  cost: unitPrice(510_000),
  expectedOn: day('2026-12-01'),
});

describe.each(Object.keys(LINE_TABLE) as (keyof typeof LINE_TABLE)[])('of a line: %s', (what) => {
  test.each(ORDER_STATUSES)('while %s', (status) => {
    const edit =
      what === 'add'
        ? { add: [line({ id: 13, position: 3 })] }
        : what === 'remove'
          ? { remove: [11] }
          : { change: [{ id: 11, changes: { [what]: CHANGED_LINE[what] } }] };
    const decided = decideOrder(IN_STATUS[status], { type: 'edit', changes: {}, ...edit }, context());
    expect(decided.ok).toBe(LINES[what].includes(LETTER[status]));
  });
});

test('a field given as it is changes nothing and is refused nowhere', () => {
  const { Received: so } = IN_STATUS;
  const changes = { vendorId: so.order.vendorId, tax: { kind: 'Rate', rate: rate(0) } as const };
  expect(decideOrder(so, { type: 'edit', changes }, context()).ok).toBe(true);
});

test('a card’s status is what its stamps and receipts make it, in whatever order they came', () => {
  expect(card().order.status).toBe('Pending');
  for (const status of ORDER_STATUSES) expect(IN_STATUS[status].order.status).toBe(status);
});
