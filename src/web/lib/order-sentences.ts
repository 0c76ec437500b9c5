/** Sentences for the refusals of purchasing's rules: orders, receipts, bills, SKUs, stock (domain-rules §5, §6). */
import type { RefusalCode } from '#domain/decision.ts';
import { cents, decimalOfQuantity, formatCents, quantity } from '#domain/money.ts';
import { fieldWord } from './field-words.ts';
import { inactiveSentence } from './inactive-text.ts';
import { byHandText, orderCommandWord, orderStatusWord } from './order-words.ts';
import { numberOf, type Params, textOf } from './refusal-params.ts';
import type { Sentence } from './refusal-text.ts';

type OrderCode = Extract<
  RefusalCode,
  `${'apPayment' | 'bill' | 'catalogue' | 'order' | 'receipt' | 'replenishment' | 'return' | 'sku' | 'stock'}.${string}`
>;

const whole = (value: unknown): number | undefined => {
  const number = numberOf(value);
  return Number.isSafeInteger(number) ? number : undefined;
};
/** "1,250.00", of cents; the words where the server did not tell. */
const amount = (value: unknown, unknown: string): string => {
  const number = whole(value);
  return number === undefined ? unknown : formatCents(cents(number));
};
/** "2.5", of 1/10,000. */
const units = (value: unknown, unknown: string): string => {
  const number = whole(value);
  return number === undefined ? unknown : decimalOfQuantity(quantity(number));
};
const serialOf = ({ serial }: Params): string => `Serial number ${textOf(serial) ?? ''}`.trim();

const NEXT: Readonly<Record<string, string>> = {
  Pending: 'Send it first.',
  Sent: 'Take it back to pending, or receive what came.',
  PartiallyReceived: 'Receive the rest, or correct what was received.',
  Received: 'Correct a receipt, or write a new order.',
  Exported: 'It is in the books; what is wrong with it is corrected by a new document.',
  Canceled: 'Duplicate it to order again.',
};

export const ORDER_SENTENCES = {
  'order.not_in_status': ({ status, command }) =>
    `You cannot ${orderCommandWord(command)} this order: it is ${orderStatusWord(status)}. ${NEXT[String(status)] ?? 'Reload to see what can be done.'}`,
  'order.no_lines': () => 'There is nothing on this order yet. Add a line first.',
  'order.already_submitted': ({ status }) =>
    status === 'Approved'
      ? 'This order is approved already. Send it.'
      : 'This order waits for its approval already.',
  'order.no_request': () => 'Nobody asks for approval of this order now. Reload to see where it stands.',
  'order.own_approval': () =>
    'Nobody approves what they ordered, raised or asked for themselves. Ask somebody else.',
  'order.above_limit': ({ totalCents, limitCents }) =>
    `The order comes to ${amount(totalCents, 'more')}, and you may approve ${amount(limitCents, 'less')}. Ask somebody with a higher limit.`,
  'order.waits_for_approval': () => 'This order waits for its approval. It can be sent once it is approved.',
  'order.needs_approval': ({ totalCents, limitCents }) =>
    `The order comes to ${amount(totalCents, 'more')}, and its author may spend ${amount(limitCents, 'less')} alone. Submit it for approval.`,
  'order.being_sent': ({ byName }) =>
    `${textOf(byName) ?? 'Somebody'} is sending this order to the vendor. Wait until it has gone, or stop the sending first.`,
  'order.not_sending': () => 'This order is not being sent any more. Reload to see what became of it.',
  'order.going_out': () =>
    'The e-mail is going out at this moment, or has gone. In a few seconds the order says which.',
  'order.by_hand': ({ option }) => byHandText(option),
  'order.no_mail_server': () =>
    'There is no mail server to send it by. Print the paper, give it to the vendor, and mark the order as sent.',
  'order.no_address': () =>
    'There is no e-mail address to send it to. Give one here, or on the vendor’s page.',
  'order.bad_address': ({ address }) =>
    `${textOf(address) ?? 'This'} is not an e-mail address. Give addresses like orders@example.com, with commas between them.`,
  'order.field_locked': ({ field, status }) =>
    `${lockedWord(field)} cannot be changed any more: the order is ${orderStatusWord(status)}.`,
  'order.type_of_replenishment': () =>
    'This order was proposed to fill up the stock, and its type says so. Write another order for another type.',
  'order.too_many_lines': ({ count, most }) =>
    `An order has at most ${numberOf(most) ?? 300} lines, and this would be ${numberOf(count) ?? 'more'}. Put the rest on another order.`,
  'order.line_too_dear': ({ mostCents }) =>
    `A line comes to ${amount(mostCents, 'a hundred billion')} at most. Look at its quantity and its cost.`,
  'order.unit_in_books': ({ number, syncStatus }) =>
    `Bill ${numberOf(number) ?? ''} of this order is ${syncStatus === 'Pending' ? 'paid in part or whole' : 'in the books'} of its business unit, so the order stays there, too. Take that back first; what is exported stays where it is.`,
  'order.below_received': ({ received }) =>
    `${units(received, 'More')} of this line came already, so no less can be ordered. Correct the receipt first.`,
  'order.above_approval': ({ totalCents, approvedCents, limitCents }) =>
    `With this the order comes to ${amount(totalCents, 'more')}; ${amount(approvedCents ?? limitCents, 'less')} may be spent. The vendor has it already, so put what is more on another order.`,
  'order.something_received': () =>
    'Something of this order came already, so it cannot be canceled. Close it short, or cancel the receipt first.',
  'order.reason_required': () => 'Say why the rest does not come.',
  'order.inactive_reference': ({ inactive }) => inactiveSentence(inactive),
  'replenishment.changed': () =>
    'Some of this was ordered or came meanwhile, or is not needed any more. Nothing was ordered; look at what is proposed now.',
  'replenishment.not_sold': () =>
    'The vendor of a line does not sell it any more. Choose another vendor for it.',
  'receipt.nothing': () => 'Say how much of which line came: more than none of at least one.',
  'receipt.in_future': () => 'That day is still to come. Choose today or an earlier day.',
  'receipt.line_off_order': () => 'This line is not on the order any more. Reload to see its lines.',
  'receipt.too_much': ({ ordered, received, most }) =>
    `With this ${units(received, 'more')} came, and ${units(ordered, 'less')} were ordered; ${units(most, 'no more')} can be taken. Raise the ordered quantity, or send back what is too much.`,
  'receipt.serials_missing': ({ quantity: came, serials }) =>
    `${units(came, 'Other')} units came with ${numberOf(serials) ?? 'other'} serial numbers. Give one number for each whole unit.`,
  'receipt.serial_twice': (params) => `${serialOf(params)} is given twice. Check the units.`,
  'receipt.serial_known': (params) => `${serialOf(params)} lies in stock already. Check the unit.`,
  'receipt.canceled': () => 'This receipt is canceled. Receive anew what came.',
  'receipt.exported': () =>
    'This receipt is in the books. Return the goods to the vendor, or write a new order.',
  'receipt.not_on_hand': ({ leaving, onHand }) =>
    `${units(leaving, 'More')} would have to leave, and ${units(onHand, 'less')} lie there: the rest was used or moved. Bring it back first, or change less.`,
  'receipt.serial_gone': (params) =>
    `${serialOf(params)} does not lie there any more: it was used or moved. Bring it back first.`,
  'receipt.returned': ({ returned }) =>
    `${units(returned, 'Some')} of this line went back to the vendor, so no less can have come. Cancel the return first.`,
  'return.not_in_status': ({ status }) =>
    status === 'CreditReceived'
      ? 'The vendor’s credit is here, so this return is done. Write another one.'
      : status === 'Canceled'
        ? 'This return is canceled. Write another one.'
        : 'This return is at another step by now. Reload to see what can be done.',
  'return.nothing': () => 'Say how much goes back of which line: more than none of at least one.',
  'return.too_much': ({ quantity: back, most }) =>
    `${units(back, 'More')} would go back, and ${units(most, 'less')} of this line are here. Send less.`,
  'return.fee_above_value': ({ feeCents, valueCents }) =>
    `The vendor would keep ${amount(feeCents, 'more')} of goods worth ${amount(valueCents, 'less')}. Check the restocking fee.`,
  'bill.closed': ({ status }) =>
    status === 'Reconciled'
      ? 'This bill is reconciled. What is wrong with it is made good by a credit.'
      : 'This bill is canceled. Nothing is done with it any more.',
  'bill.figures_given': () =>
    'The vendor’s figures stand as they were given. Say what you think of the differences.',
  'bill.no_figures': () => 'The vendor’s figures are not here yet. Enter them first.',
  'bill.differences_open': ({ open }) =>
    numberOf(open) === 1
      ? 'One difference has no verdict yet. Accept it, or ask the vendor for a credit.'
      : `${numberOf(open) ?? 'Some'} differences have no verdict yet. Accept them, or ask the vendor for a credit.`,
  'bill.not_reconciled': () => 'Only a reconciled bill goes into the books. Settle its differences first.',
  'bill.not_in_books_status': ({ syncStatus, command }) =>
    command === 'unpost'
      ? 'Only a bill that is posted and not exported yet can be taken back out of the books.'
      : syncStatus === 'Exported'
        ? 'This bill is exported already. What is wrong with it is made good by a credit.'
        : command === 'export'
          ? 'This bill is not posted yet. Post it first.'
          : 'This bill is posted already.',
  'bill.paid': () => 'This bill is paid in part or whole. Take the payment back first.',
  'bill.no_such_difference': () => 'This difference is not there any more. Reload to see what is left.',
  'bill.nothing_to_claim': () =>
    'The vendor asks for less here, so there is nothing to claim. Accept it, or ask the vendor about it.',
  'bill.of_receipt': () => 'This bill says what a receipt brought. Cancel the receipt, and it goes along.',
  'bill.not_accepted': () => 'Nothing of it is accepted yet. Cancel it instead.',
  'bill.made_good': () =>
    'It was made good already, or makes another good itself. Key in what is right as a new bill.',
  'apPayment.nothing': () => 'Choose at least one bill to pay.',
  'apPayment.in_future': () =>
    'A payment is written down on the day it was made, not before. Choose today or earlier.',
  'apPayment.not_payable': ({ number }) =>
    `Bill ${numberOf(number) ?? ''} is not reconciled, so it is not paid. Settle its differences first.`,
  'apPayment.other_payee': ({ number }) =>
    `Bill ${numberOf(number) ?? ''} is paid to somebody else. Pay it with a payment of its own.`,
  'apPayment.other_currency': ({ number, currency }) =>
    `Bill ${numberOf(number) ?? ''} is in ${textOf(currency) ?? 'another currency'}. Pay it with a payment of its own.`,
  'apPayment.too_much': ({ number, openCents }) =>
    `${amount(openCents, 'Less')} of bill ${numberOf(number) ?? ''} is open. Somebody may have paid some of it: look at it again.`,
  'apPayment.below_none': ({ cents: over }) =>
    `The credits come to ${amount(over, 'some')} more than the bills. Apply less of them, or pay more bills.`,
  'apPayment.canceled': () => 'This payment is taken back already.',
  'catalogue.listed_already': ({ code }) =>
    `${textOf(code) ?? 'The SKU'} is in this vendor’s catalogue already. Change it there.`,
  'catalogue.too_many_breaks': ({ most }) =>
    `A SKU has at most ${numberOf(most) ?? 10} price breaks. Leave out those you do not need.`,
  'catalogue.breaks_out_of_order': ({ from }) =>
    `Price breaks go from below upwards, each from more than the one before it. Correct the one from ${units(from, 'the same or less')}.`,
  'catalogue.preferred_elsewhere': () =>
    'Another vendor is preferred for this SKU by now, and there is one. Say on the SKU’s page which it is.',
  'catalogue.inactive_reference': ({ inactive }) => inactiveSentence(inactive),
  'sku.code_taken': ({ code }) =>
    `Another SKU has the code ${textOf(code) ?? ''} already. Choose another, or open that one.`.replace(
      '  ',
      ' ',
    ),
  'sku.kind_fixed': () =>
    'Some of it has been counted or received, so it stays what it is. Make another SKU for the other kind.',
  'sku.service_serialized': () => 'A service lies nowhere and has no serial numbers. Choose another kind.',
  'sku.serials_fixed': ({ onHand }) =>
    `${units(onHand, 'Some')} of it lie in stock, and numbers are for all of them or for none. Count it to zero first.`,
  'sku.in_stock': ({ onHand }) =>
    `${units(onHand, 'Some')} of it lie in stock. Count it to zero first, then take it out of use.`,
  'sku.inactive_reference': ({ inactive }) => inactiveSentence(inactive),
  'stock.not_kept': () => 'A service is done and lies nowhere. Choose a material or a piece of equipment.',
  'stock.out_of_use': () => 'This SKU is out of use. Bring it back first.',
  'stock.serials_missing': ({ quantity: counted, serials }) =>
    `${units(counted, 'Other')} units were counted with ${numberOf(serials) ?? 'other'} serial numbers. Give one number for each whole unit.`,
  'stock.serial_twice': (params) => `${serialOf(params)} is given twice. Check the units.`,
  'stock.not_on_hand': ({ wanted, onHand }) =>
    `Only ${units(onHand, 'less')} lie there, and this takes ${units(wanted, 'more')}. Take it from another place, or ask purchasing to count this one.`,
  'stock.serial_not_here': (params) =>
    `${serialOf(params)} does not lie there. Check the unit and its place.`,
  'stock.job_canceled': () => 'This job is canceled: nothing is used on it any more.',
  'stock.taken_back': () => 'This was put back already.',
  'stock.serial_elsewhere': (params) => `${serialOf(params)} lies at another place. Count that one first.`,
  'stock.most_below_least': () => 'The most is less than the least. Give a higher most, or a lower least.',
} satisfies Record<OrderCode, Sentence>;

/** "Lines can …" reads badly of a line's field, so it says which of a line. */
function lockedWord(field: unknown): string {
  const name = String(field);
  if (name === 'lines.add' || name === 'lines.remove') return 'The lines';
  return name.startsWith('lines.') ? `${fieldWord(name.slice('lines.'.length))} of a line` : fieldWord(name);
}
