/** Who may buy for how much: §5 "needed when total exceeds the author’s limit", approver ≠ author, what reopens it. */
import { describe, expect, test } from 'vitest';
import { cents, unitPrice } from '../money.ts';
import { limitOf } from './approval.ts';
import type { OrderCommand, OrderContext } from './commands.ts';
import { decideOrder } from './decide.ts';
import { APPROVER, AUTHOR, card, context, units, yes } from './order.fixture.ts';
import type { OrderCard } from './purchase-order.ts';

/** The order comes to 200.00, its author may spend 150.00. */
const LIMIT = cents(150_00);
const author = (changes: Partial<OrderContext> = {}) =>
  context({ actorLimitCents: LIMIT, authorLimitCents: LIMIT, ...changes });
const approver = (changes: Partial<OrderContext> = {}) =>
  context({ actorId: APPROVER, actorLimitCents: null, authorLimitCents: LIMIT, ...changes });
const step = (so: OrderCard, command: OrderCommand, by: OrderContext) => yes(decideOrder(so, command, by));
const code = (so: OrderCard, command: OrderCommand, by: OrderContext) => {
  const decided = decideOrder(so, command, by);
  return decided.ok ? null : decided.refusal;
};
const SUBMIT: OrderCommand = { type: 'submit', memo: 'For the Reeds' };
const APPROVE: OrderCommand = { type: 'approve', memo: '' };
const SEND: OrderCommand = { type: 'send' };
const dearer = (cost: number): OrderCommand => ({
  type: 'edit',
  changes: {},
  change: [{ id: 11, changes: { cost: unitPrice(cost) } }],
});
const approved = () => step(step(card(), SUBMIT, author()), APPROVE, approver());

test('within their limit nobody is asked', () => {
  const by = author({ authorLimitCents: cents(200_00) });
  expect(step(card(), SEND, by).order.status).toBe('Sent');
});

test('a cent above it an order is sent once somebody else has said yes', () => {
  const by = author({ authorLimitCents: cents(199_99) });
  expect(code(card(), SEND, by)).toEqual({
    code: 'order.needs_approval',
    params: { totalCents: 200_00, limitCents: 199_99 },
  });
  const asked = step(card(), SUBMIT, by);
  expect(asked.order.approval).toMatchObject({ status: 'PendingApproval', requested: { by: AUTHOR } });
  expect(code(asked, SEND, by)?.code).toBe('order.waits_for_approval');
  expect(code(asked, SUBMIT, by)?.code).toBe('order.already_submitted');
  const so = step(asked, APPROVE, approver());
  expect(so.order.approval).toMatchObject({
    status: 'Approved',
    approvedCents: 200_00,
    decided: { by: APPROVER },
  });
  expect(step(so, SEND, by).order.status).toBe('Sent');
});

describe('nobody approves their own order', () => {
  test('neither who wrote it, nor who asked, nor who made it dearer', () => {
    const asked = step(card(), SUBMIT, author());
    expect(code(asked, APPROVE, author({ actorLimitCents: null }))?.code).toBe('order.own_approval');
    const byOther = step(card(), SUBMIT, approver());
    expect(code(byOther, APPROVE, approver())?.code).toBe('order.own_approval');
    const raised = step(asked, dearer(900_000), approver());
    expect(code(raised, APPROVE, approver())?.code).toBe('order.own_approval');
  });

  test('and nobody more than they may spend themselves', () => {
    const asked = step(card(), SUBMIT, author());
    expect(code(asked, APPROVE, approver({ actorLimitCents: cents(199_99) }))).toEqual({
      code: 'order.above_limit',
      params: { totalCents: 200_00, limitCents: 199_99 },
    });
  });

  test('what nobody asks for is not approved', () => {
    expect(code(card(), APPROVE, approver())?.code).toBe('order.no_request');
    expect(code(approved(), APPROVE, approver())?.code).toBe('order.no_request');
  });
});

test('a rejected one is submitted again, and is not rejected any more once it is another one', () => {
  const reject: OrderCommand = { type: 'reject', reason: 'CostTooHigh', memo: 'Ask Boyd' };
  const rejected = step(step(card(), SUBMIT, author()), reject, approver());
  expect(rejected.order.approval).toMatchObject({
    status: 'Rejected',
    reason: 'CostTooHigh',
    approvedCents: null,
  });
  expect(code(rejected, SEND, author())?.code).toBe('order.needs_approval');
  expect(step(rejected, SUBMIT, author()).order.approval?.status).toBe('PendingApproval');
  expect(step(rejected, dearer(400_000), author()).order.approval).toBeNull();
});

describe('an edit after the yes', () => {
  test('up to the approved total leaves it', () => {
    expect(step(approved(), dearer(490_000), author()).order.approval?.status).toBe('Approved');
  });

  test('above it asks again, in the editor’s name', () => {
    const so = step(approved(), dearer(500_001), author());
    expect(so.order.approval?.status).toBe('Approved'); // 2 × 50.0001 is 100.00 to the cent
    const above = step(approved(), dearer(510_000), author({ actorId: 902 }));
    expect(above.order).toMatchObject({ raisedBy: 902, approval: { status: 'PendingApproval' } });
    expect(above.order.approval).toMatchObject({ requested: { by: 902 }, approvedCents: null });
  });

  test('to another vendor asks again at the same price', () => {
    const so = step(approved(), { type: 'edit', changes: { vendorId: 41 } }, author());
    expect(so.order.approval?.status).toBe('PendingApproval');
  });

  test('by somebody who may spend so much alone needs nobody', () => {
    const so = step(approved(), dearer(510_000), approver({ actorId: 902 }));
    expect(so.order).toMatchObject({ approval: null, raisedBy: 902 });
    expect(step(so, SEND, author({ authorLimitCents: null })).order.status).toBe('Sent');
  });
});

test('what the vendor has already is not made dearer than was approved', () => {
  const sent = step(approved(), SEND, author());
  expect(code(sent, dearer(510_000), author())).toEqual({
    code: 'order.above_approval',
    params: { totalCents: 202_00, approvedCents: 200_00, limitCents: LIMIT },
  });
  expect(step(sent, dearer(490_000), author()).order.approval?.status).toBe('Approved');
  expect(step(sent, dearer(510_000), approver()).order.raisedBy).toBe(APPROVER);
});

test('an order without a line is neither submitted nor sent', () => {
  const empty = card({}, [{ ...card().lines[0]!, active: false, quantity: units(1) }]);
  expect(code(empty, SUBMIT, author())?.code).toBe('order.no_lines');
  expect(code(empty, SEND, author())?.code).toBe('order.no_lines');
});

test('a limit of the person stands above those of the roles, and gives nobody who may not buy anything', () => {
  const limits = [{ role: 'purchasing' as const, limitCents: cents(500_00) }];
  expect(limitOf(['purchasing'], limits)).toBe(500_00);
  expect(limitOf(['purchasing', 'admin'], limits)).toBeNull();
  for (const own of [0, 100_00, 9_000_00])
    expect(limitOf(['purchasing', 'admin'], limits, cents(own))).toBe(own);
  expect(limitOf(['csr'], limits, cents(9_000_00))).toBe(0);
});
