/** Purchase orders (domain-rules §5, §9): bought by purchasing and the admin, read and approved by accounting, too. */
import { type Route, route } from '../endpoint.ts';
import { IMPORT_BODY } from '../import-limits.ts';
import { buying, costKeeping, purchaseKeeping } from './roles.ts';

type StepRoles = typeof buying | typeof purchaseKeeping | typeof costKeeping;
const step = (name: string, summary: string, roles: StepRoles = purchaseKeeping) =>
  route('POST', `/api/purchase-orders/:id/${name}`, {
    summary,
    roles,
    idempotency: 'versions',
    audit: `purchase-order.${name}`,
  });

export const purchaseOrders = {
  'purchaseOrders.list': route('GET', '/api/purchase-orders', {
    summary: 'Purchase orders by status, vendor, type, business unit, job, project, technician, day or text',
    roles: buying,
  }),
  'purchaseOrders.spend': route('GET', '/api/purchase-orders/spend', {
    summary: 'What was ordered and received in a span of days, by what it was for',
    roles: buying,
  }),
  'purchaseOrders.deliveries': route('GET', '/api/purchase-orders/deliveries', {
    summary: 'What vendors are to bring, by day; what is overdue as well',
    roles: buying,
  }),
  'purchaseOrders.feed': route('GET', '/api/purchase-orders/deliveries/feed', {
    summary: 'Whether my calendar has an address to read deliveries from',
    roles: buying,
  }),
  'purchaseOrders.makeFeed': route('POST', '/api/purchase-orders/deliveries/feed', {
    summary: 'Make a new address for my calendar of deliveries; the one before ends',
    roles: buying,
    idempotency: 'natural',
    audit: 'delivery-feed.make',
  }),
  'purchaseOrders.revokeFeed': route('DELETE', '/api/purchase-orders/deliveries/feed', {
    summary: 'End the address of my calendar of deliveries',
    roles: buying,
    idempotency: 'natural',
    audit: 'delivery-feed.revoke',
  }),
  'purchaseOrders.checkImport': route('POST', '/api/purchase-orders/check-import', {
    summary: 'What a CSV of open orders of another system would raise; nothing is written',
    roles: purchaseKeeping,
    idempotency: 'natural',
    audit: 'purchase-order.check-import',
    bodyLimit: IMPORT_BODY,
  }),
  'purchaseOrders.import': route('POST', '/api/purchase-orders/import', {
    summary: 'Raise the open orders of a CSV as it was checked; orders that cannot be taken are left out',
    roles: purchaseKeeping,
    idempotency: 'key',
    audit: 'purchase-order.imported',
    bodyLimit: IMPORT_BODY,
  }),
  'purchaseOrders.projects': route('GET', '/api/purchase-orders/projects', {
    summary: 'Projects to order for, by number or name: what they are called and nothing else',
    roles: buying,
  }),
  'purchaseOrders.get': route('GET', '/api/purchase-orders/:id', {
    summary: 'A purchase order with its lines and receipts',
    roles: buying,
  }),
  'purchaseOrders.paper': route('GET', '/api/purchase-orders/:id/paper', {
    summary: 'The paper of a purchase order, as PDF or workbook',
    roles: buying,
    kind: 'download',
  }),
  'purchaseOrders.create': route('POST', '/api/purchase-orders', {
    summary: 'Raise a purchase order',
    roles: purchaseKeeping,
    idempotency: 'key',
    audit: 'purchase-order.create',
    bodyLimit: 1024 * 1024,
  }),
  'purchaseOrders.update': route('PATCH', '/api/purchase-orders/:id', {
    summary: 'Change a purchase order and its lines',
    roles: purchaseKeeping,
    idempotency: 'versions',
    audit: 'purchase-order.update',
    bodyLimit: 1024 * 1024,
  }),
  'purchaseOrders.submit': step('submit', 'Ask for approval'),
  'purchaseOrders.approve': step('approve', 'Approve a purchase order', buying),
  'purchaseOrders.reject': step('reject', 'Reject a purchase order', buying),
  'purchaseOrders.send': step('send', 'Send it by the vendor’s delivery option'),
  'purchaseOrders.stopSending': step('stop-sending', 'Stop an e-mail that has not gone out yet'),
  'purchaseOrders.markSent': step('mark-sent', 'Say that the vendor has it'),
  'purchaseOrders.backToPending': step('back-to-pending', 'Take back that it was sent'),
  'purchaseOrders.receive': step('receive', 'Receive goods of a purchase order'),
  'purchaseOrders.correctReceipt': step('correct-receipt', 'Correct what was received'),
  'purchaseOrders.cancelReceipt': step('cancel-receipt', 'Cancel a receipt'),
  'purchaseOrders.closeShort': step('close-short', 'Close a purchase order with what came'),
  'purchaseOrders.cancel': step('cancel', 'Cancel a purchase order'),
  'purchaseOrders.ofCanceledJobs': route('GET', '/api/orders-of-canceled-jobs', {
    summary: 'Open orders of canceled jobs that nobody has decided about',
    roles: buying,
  }),
  'purchaseOrders.keep': step('keep', 'Keep the order though its job is canceled'),
  'purchaseOrders.export': step('export', 'Mark a purchase order as exported', costKeeping),
} as const satisfies Record<string, Route>;
