/** What the books are made of (domain-rules §7), what things are sold for, and how much a role may order without being approved (§5). */
import { DUE_BY } from '../payment-term.ts';
import type { Role } from '../roles.ts';
import { MARKED_UP_KINDS, MOST_MARKUP } from '../sku/sale-price.ts';
import { TAX_BASES } from '../tax-rates.ts';
import { WHOLE_RATE } from '../vendor/vendor.ts';
import { externalKey, name, type SetupKindRow } from './kind-row.ts';
import { SETUP_TITLES } from './kind-titles.ts';

export const GL_ACCOUNT_KINDS = ['Asset', 'Liability', 'Equity', 'Income', 'Expense'] as const;
/** Who raises orders or says yes to them: nobody else sees what an order costs (§9). */
export const ORDERING_ROLES = ['purchasing', 'accounting', 'admin'] as const satisfies readonly Role[];

const MOST_STEP = 100_000_000_000;

export const BOOK_KINDS = {
  paymentTerm: {
    ...SETUP_TITLES.paymentTerm,
    purpose: 'When a bill or an invoice is due. Documents that are made already keep theirs.',
    naming: 'name',
    uniqueWithin: [],
    fields: [
      name(),
      { name: 'dueBy', title: 'Due', type: 'choice', choices: DUE_BY, required: true, initial: 'Days' },
      {
        name: 'dueInDays',
        title: 'Days',
        type: 'whole',
        min: 0,
        max: 365,
        required: true,
        initial: 0,
        onlyWhen: { field: 'dueBy', is: ['Days'] },
        hint: '0: due on receipt.',
      },
      {
        name: 'dueDay',
        title: 'Day of the month',
        type: 'whole',
        min: 1,
        max: 31,
        onlyWhen: { field: 'dueBy', is: ['DayOfThisMonth', 'DayOfNextMonth'], needed: true },
        hint: 'In a shorter month its last day.',
      },
      {
        name: 'discountRate',
        title: 'Early discount, %',
        type: 'percent',
        max: WHOLE_RATE,
        required: true,
        initial: 0,
        hint: 'Of the invoice, for who pays early. 0: none.',
      },
      {
        name: 'discountDays',
        title: 'Paid within, days',
        type: 'whole',
        min: 0,
        max: 365,
        required: true,
        initial: 0,
        hint: 'Counted from the invoice’s day.',
      },
      externalKey,
    ],
  },
  glAccount: {
    ...SETUP_TITLES.glAccount,
    purpose: 'The accounts of the general ledger that documents are booked to.',
    // Its number is what the books know it by: two may be called Other.
    naming: 'number',
    uniqueWithin: [],
    fields: [
      { name: 'number', title: 'Number', type: 'text', max: 30, required: true },
      name(),
      { name: 'kind', title: 'Kind', type: 'choice', choices: GL_ACCOUNT_KINDS, required: true },
      externalKey,
    ],
  },
  taxZone: {
    ...SETUP_TITLES.taxZone,
    purpose: 'Where the same sales taxes hold. What they are is said under “Tax rates”.',
    naming: 'name',
    uniqueWithin: [],
    fields: [name(), externalKey],
  },
  taxRate: {
    ...SETUP_TITLES.taxRate,
    purpose:
      'What is charged in a tax zone from a day on, until a later rate of that name takes its place. Documents that are made already keep theirs.',
    naming: 'name',
    uniqueWithin: ['taxZoneId', 'base', 'validFrom'],
    listedBy: ['taxZoneId', 'base', 'name', 'validFrom'],
    fields: [
      name(),
      { name: 'taxZoneId', title: 'Tax zone', type: 'one', of: 'taxZone', required: true, fixed: true },
      {
        name: 'base',
        title: 'Of',
        type: 'choice',
        choices: TAX_BASES,
        required: true,
        initial: 'Subtotal',
      },
      {
        name: 'rate',
        title: 'Rate, %',
        type: 'percent',
        max: 1_000_000,
        required: true,
        hint: '0: it has ended.',
      },
      { name: 'validFrom', title: 'From', type: 'day', required: true },
      externalKey,
    ],
  },
  paymentType: {
    ...SETUP_TITLES.paymentType,
    purpose: 'How customers pay, and the account their money comes into.',
    naming: 'name',
    uniqueWithin: [],
    fields: [
      name(),
      {
        name: 'glAccountId',
        title: 'GL account',
        type: 'one',
        of: 'glAccount',
        hint: 'Such as the bank, or what the card company still owes.',
      },
      externalKey,
    ],
  },
  accountingPeriod: {
    ...SETUP_TITLES.accountingPeriod,
    purpose: 'Months, mostly. Nothing is entered into a closed one; closing one closes all before it.',
    naming: 'name',
    uniqueWithin: [],
    listedBy: ['startsOn'],
    inOrder: [['startsOn', 'endsOn']],
    fields: [
      name(),
      { name: 'startsOn', title: 'First day', type: 'day', required: true },
      { name: 'endsOn', title: 'Last day', type: 'day', required: true },
      externalKey,
    ],
    told: [
      { name: 'closedAt', title: 'Closed', type: 'instant' },
      { name: 'closedBy', title: 'By', type: 'text' },
      { name: 'closeReason', title: 'Because', type: 'text' },
    ],
  },
  markupRule: {
    ...SETUP_TITLES.markupRule,
    purpose: 'What is put on the cost of a SKU that has no price of its own, by steps of its cost.',
    naming: 'name',
    uniqueWithin: [],
    listedBy: ['kind', 'costFrom'],
    inOrder: [['costFrom', 'costTo']],
    fields: [
      name(),
      {
        name: 'kind',
        title: 'For',
        type: 'choice',
        choices: MARKED_UP_KINDS,
        required: true,
        initial: 'Material',
      },
      {
        name: 'costFrom',
        title: 'Cost from',
        type: 'unitPrice',
        max: MOST_STEP,
        required: true,
        initial: 0,
      },
      {
        name: 'costTo',
        title: 'Up to',
        type: 'unitPrice',
        max: MOST_STEP,
        hint: 'The next step begins with it. Empty: whatever it costs.',
      },
      {
        name: 'markup',
        title: 'Markup, %',
        type: 'percent',
        max: MOST_MARKUP,
        required: true,
        hint: 'Of the cost: 50 makes 150.00 of 100.00.',
      },
      externalKey,
    ],
  },
  approvalLimit: {
    ...SETUP_TITLES.approvalLimit,
    purpose:
      'What a role may order without somebody else’s approval. Of a person’s several roles the highest counts; whose roles are not listed has no limit.',
    naming: 'role',
    uniqueWithin: [],
    listedBy: ['role'],
    fields: [
      { name: 'role', title: 'Role', type: 'choice', choices: ORDERING_ROLES, required: true, fixed: true },
      {
        name: 'limitCents',
        title: 'Limit',
        type: 'amount',
        max: 100_000_000_000,
        hint: 'Of an order’s total, in the order’s currency. Empty: no limit.',
      },
      externalKey,
    ],
  },
} as const satisfies Record<string, SetupKindRow>;
