import { describe, expect, it } from 'vitest';
import type { Instant } from '#domain/time.ts';
import { orderView } from '../order-view.fixture.ts';
import { correctBody, expectedChanges, isUnchanged, receiveBody } from './receipt-bodies.ts';
import { afterCanceled, checkCorrect, checkReceive } from './receipt-check.ts';
import {
  blankDraft,
  draftOf,
  type LineDraft,
  rowsOf,
  rowsToReceive,
  rowWithCode,
  withAllOpen,
  withOneMore,
} from './receipt-draft.ts';
import { receiptEffects } from './receipt-effects.ts';

const who = { actorId: 7, now: '2026-11-23T15:00:00.000Z' as Instant };
const [PUMP, HEATER] = [11, 12];

/** A receipt of the order with these lines typed. */
function typed(view: ReturnType<typeof orderView>, lines: Readonly<Record<number, Partial<LineDraft>>>) {
  const draft = blankDraft(view);
  return {
    ...draft,
    lines: Object.fromEntries(
      Object.entries(draft.lines).map(([key, line]) => [key, { ...line, ...lines[Number(key)] }]),
    ),
  };
}

describe('receiving on the page', () => {
  it('fills in what is open of every line, except of numbered units, which are scanned', () => {
    const view = orderView({ receipts: 'one pump' });
    const draft = withAllOpen(blankDraft(view), rowsToReceive(view));
    expect(draft.lines[PUMP]?.text).toBe('3');
    expect(draft.lines[HEATER]?.text).toBe('');
  });

  it('adds one to the line of a scanned code, ours before the vendor’s, however it is written', () => {
    const view = orderView();
    const rows = rowsToReceive(view);
    const row = rowWithCode(rows, ' pump ');
    expect(row?.key).toBe(PUMP);
    expect(rowWithCode(rows, 'V-99')?.key).toBe(PUMP);
    expect(rowWithCode(rows, 'nothing')).toBeUndefined();
    const once = withOneMore(blankDraft(view), row!);
    expect(withOneMore(once, row!).lines[PUMP]?.text).toBe('2');
  });

  it('does not let less have come than went back', () => {
    const view = orderView({ receipts: 'all', returned: [{ lineId: PUMP, quantity: 20_000 }] });
    const [receipt] = view.receipts;
    const correct = (quantity: number) =>
      checkCorrect(
        view,
        { receiptId: 21, lines: [{ id: receipt!.lines[0]!.id, inventoryLocationId: 4, quantity }] },
        who,
      ).lines.get(PUMP)?.code;
    expect(correct(10_000)).toBe('receipt.returned');
    expect(correct(20_000)).toBeUndefined();
  });

  it('says at every line in the wrong what is wrong with it, before anything is sent', () => {
    const view = orderView();
    const draft = typed(view, { [PUMP]: { text: '9' }, [HEATER]: { serials: ['A', 'B', 'C'] } });
    const { lines, after } = checkReceive(view, receiveBody(rowsToReceive(view), draft), who);
    expect([...lines].map(([id, { code }]) => [id, code])).toEqual([
      [PUMP, 'receipt.too_much'],
      [HEATER, 'receipt.too_much'],
    ]);
    expect(after).toBeNull();
  });

  it('refuses nothing typed, a day to come, and a number that lies here already', () => {
    const view = orderView({ receipts: 'one heater' });
    const rows = rowsToReceive(view);
    expect(checkReceive(view, receiveBody(rows, blankDraft(view)), who).whole?.code).toBe('receipt.nothing');
    const late = { ...typed(view, { [PUMP]: { text: '1' } }), receivedOn: '2030-01-01' as never };
    expect(checkReceive(view, receiveBody(rows, late), who).whole?.code).toBe('receipt.in_future');
    const known = typed(view, { [HEATER]: { serials: ['S-1'] } });
    expect(checkReceive(view, receiveBody(rows, known), who).lines.get(HEATER)?.code).toBe(
      'receipt.serial_known',
    );
  });

  it('sends the days given for what is still to come, and of nothing that is wholly here', () => {
    const view = orderView();
    const expectedOn = '2026-12-01' as never;
    const draft = typed(view, {
      [PUMP]: { text: '4', expectedOn },
      [HEATER]: { serials: ['A'], expectedOn },
    });
    expect(expectedChanges(rowsToReceive(view), draft)).toEqual([{ id: HEATER, changes: { expectedOn } }]);
  });
});

describe('a receipt put right', () => {
  it('sends only what is otherwise, and says what leaves the shelf and where the order goes', () => {
    const view = orderView({ receipts: 'all' });
    const receipt = view.receipts[0]!;
    const rows = rowsOf(view, receipt);
    const draft = draftOf(receipt);
    expect(isUnchanged(correctBody(receipt, rows, draft))).toBe(true);
    const [pump] = rows;
    const less = {
      ...draft,
      lines: { ...draft.lines, [pump!.key]: { ...draft.lines[pump!.key]!, text: '3' } },
    };
    const body = correctBody(receipt, rows, less);
    expect(body).toMatchObject({ changes: {}, lines: [{ id: pump!.key, quantity: 30_000 }] });
    const { after } = checkCorrect(view, body, who);
    expect(receiptEffects(view, after!, () => 'Main')).toEqual([
      '1 × PUMP leaves Main.',
      'The order goes from received to partially received.',
    ]);
  });

  it('canceled, all of it leaves and the order is sent again', () => {
    const view = orderView({ receipts: 'all' });
    const after = afterCanceled(view, view.receipts[0]!.id, who);
    expect(receiptEffects(view, after!, () => 'Main')).toEqual([
      '4 × PUMP leave Main.',
      '2 × HEATER leave Main.',
      'The order goes from received to sent.',
    ]);
  });
});
