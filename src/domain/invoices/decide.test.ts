import { describe, expect, test } from 'vitest';
import { unitPrice } from '../money.ts';
import { makeInvoiceCard, makeItem, VOIDED } from './card.fixture.ts';
import {
  decideItems,
  INVOICE_COMMANDS,
  INVOICE_STATES,
  type InvoiceCommand,
  type InvoiceState,
  invoiceGate,
  invoiceState,
} from './decide.ts';
import type { Invoice } from './invoice.ts';

const IN: Readonly<Record<InvoiceState, Partial<Invoice>>> = {
  Pending: {},
  Posted: { syncStatus: 'Posted' },
  Exported: { syncStatus: 'Exported' },
  Void: { voided: VOIDED },
};
/** Domain-rules §7's table, column by column: who reads the rules finds the cell here. */
const CELLS: Readonly<Record<InvoiceCommand, readonly InvoiceState[]>> = {
  edit: ['Pending'],
  editItems: ['Pending'],
  apply: ['Pending', 'Posted', 'Exported'],
  unapply: ['Pending', 'Posted', 'Exported'],
  send: ['Pending', 'Posted', 'Exported'],
  review: ['Pending', 'Posted', 'Exported'],
  post: ['Pending'],
  unpost: ['Posted'],
  correct: ['Exported'],
  void: ['Pending'],
};
const cells = INVOICE_STATES.flatMap((state) => INVOICE_COMMANDS.map((command) => [state, command] as const));

describe('every command on an invoice in every state', () => {
  test.each(cells)('%s: %s', (state, command) => {
    const card = makeInvoiceCard(IN[state]);
    expect(invoiceState(card.invoice)).toBe(state);
    const refusal = CELLS[command].includes(state)
      ? null
      : { code: 'invoice.not_in_status', params: { number: 1000, status: state, command } };
    expect(invoiceGate(card, command)).toEqual(refusal);
  });
});

test('what something is applied to is not made void, and a job’s invoice goes only with its job', () => {
  expect(invoiceGate(makeInvoiceCard({}, [makeItem()], 1), 'void')).toMatchObject({
    code: 'invoice.applied',
  });
  expect(invoiceGate(makeInvoiceCard({ kind: 'Job' }), 'void')).toMatchObject({ code: 'invoice.of_job' });
});

describe('items', () => {
  const codeOf = (...given: Parameters<typeof decideItems>) => {
    const decided = decideItems(...given);
    return decided.ok ? null : decided.refusal.code;
  };
  test.each(INVOICE_STATES)('are edited in %s alone where the table says so', (state) => {
    const card = makeInvoiceCard(IN[state]);
    expect(codeOf(card, card.items)).toBe(state === 'Pending' ? null : 'invoice.not_in_status');
  });

  test('of a receipt or an estimate go only with that', () => {
    const item = makeItem({ source: 'Receipt', sourceId: 5 });
    const card = makeInvoiceCard({}, [item]);
    expect(codeOf(card, [{ ...item, active: false }])).toBe('invoice.item_of_source');
    expect(codeOf(card, [{ ...item, price: unitPrice(1) }])).toBeNull();
  });

  test('keep what was paid covered', () => {
    const item = makeItem();
    const card = makeInvoiceCard({}, [item], 5000);
    expect(codeOf(card, [{ ...item, price: unitPrice(476_000) }])).toBe('invoice.below_applied');
    expect(codeOf(card, [{ ...item, price: unitPrice(477_000) }])).toBeNull();
  });

  test('come to ten billion at most', () => {
    const card = makeInvoiceCard();
    const dear = makeItem({ price: unitPrice(100_000_000_000_000_0) });
    expect(codeOf(card, [dear])).toBe('invoice.too_large');
  });
});
