/** The orders of the demo company, as data: what was ordered when, and what became of it. */

export type OrderPlan = {
  readonly daysAgo: number;
  readonly vendor: string;
  readonly type: 'Stock' | 'Special order' | 'Counter pick-up';
  /** Code of a SKU, or words for free text; how many; cost where it is not the SKU's. */
  readonly lines: readonly (readonly [what: string, units: string, cost?: string])[];
  readonly memo?: string;
  /** For a job that is still ahead. */
  readonly forJob?: boolean;
  readonly shipping?: number;
  /** Days after the order: sent, and how much of each line came when with which invoice. */
  readonly sentAfter?: number;
  readonly came?: readonly (readonly [after: number, units: readonly string[], invoice: string])[];
  /** Of each receipt's bill in turn: the paper said the same, asked more, or was posted; left out, it is waited for. */
  readonly papers?: readonly ('same' | 'dearer' | 'posted')[];
  readonly end?: 'submitted' | 'approved' | 'rejected' | 'canceled' | 'short' | 'exported';
};

export const ORDER_PLANS: readonly OrderPlan[] = [
  {
    daysAgo: 62,
    vendor: 'Johnstone',
    type: 'Stock',
    lines: [
      ['CAP-4505', '50', '9.85'],
      ['FRG-2231', '6'],
    ],
    sentAfter: 0,
    came: [[3, ['50', '6'], 'JS-88120']],
    papers: ['posted'],
    end: 'exported',
  },
  {
    daysAgo: 34,
    vendor: 'Grainger',
    type: 'Stock',
    lines: [['FLT-1625', '48', '4.95']],
    sentAfter: 0,
    came: [[2, ['48'], '9411802237']],
    papers: ['same'],
  },
  {
    daysAgo: 21,
    vendor: 'Ferguson',
    type: 'Stock',
    lines: [
      ['PEX-34', '500'],
      ['SMP-13', '2'],
      ['Crimp rings 3/4 in, bag of 50', '4', '11.40'],
    ],
    shipping: 38_00,
    sentAfter: 1,
    came: [
      [4, ['300', '0', '4'], 'F-220417'],
      [9, ['200', '2', '0'], 'F-220655'],
    ],
    papers: ['same'],
  },
  {
    daysAgo: 16,
    vendor: 'Johnstone',
    type: 'Stock',
    lines: [
      ['TST-T6', '8'],
      ['CAP-4505', '24', '10.90'],
    ],
    memo: 'Deliver before nine, dock at the back.',
    sentAfter: 0,
    came: [[5, ['6', '24'], 'JS-90277']],
    papers: ['dearer'],
  },
  {
    daysAgo: 12,
    vendor: 'Sid Harvey',
    type: 'Stock',
    lines: [['FRG-2231', '4', '91.75']],
    sentAfter: 1,
    came: [[6, ['3'], 'SH-5512']],
    end: 'short',
  },
  {
    daysAgo: 9,
    vendor: 'Ferguson',
    type: 'Stock',
    lines: [
      ['PEX-34', '1000', '0.81'],
      ['SMP-13', '3'],
    ],
    sentAfter: 0,
  },
  {
    daysAgo: 5,
    vendor: 'Ferguson',
    type: 'Special order',
    lines: [['WH-50G', '1']],
    forJob: true,
    memo: 'Natural gas, short model.',
    sentAfter: 0,
  },
  {
    daysAgo: 4,
    vendor: 'Sid Harvey',
    // Received by itself when it is sent.
    type: 'Counter pick-up',
    lines: [['TST-T6', '1', '124']],
    forJob: true,
    sentAfter: 0,
  },
  {
    daysAgo: 3,
    vendor: 'Grainger',
    type: 'Stock',
    lines: [['FLT-1625', '24', '5.60']],
    end: 'canceled',
  },
  {
    daysAgo: 2,
    vendor: 'Johnstone',
    type: 'Special order',
    lines: [
      ['CND-3T', '2'],
      ['Line set, 30 ft', '1', '148.20'],
    ],
    forJob: true,
    end: 'approved',
  },
  {
    daysAgo: 1,
    vendor: 'Ferguson',
    type: 'Stock',
    lines: [
      ['WH-50G', '4'],
      ['SMP-13', '4'],
    ],
    memo: 'Two for the shelf, two for the Addition.',
    end: 'submitted',
  },
  { daysAgo: 1, vendor: 'Grainger', type: 'Stock', lines: [['CND-3T', '2', '2140']], end: 'rejected' },
  {
    daysAgo: 0,
    vendor: 'Johnstone',
    type: 'Stock',
    lines: [
      ['CAP-4505', '12', '10.90'],
      ['FRG-2231', '2'],
      ['TST-T6', '4'],
    ],
  },
];
