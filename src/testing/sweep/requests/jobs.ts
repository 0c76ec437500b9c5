/** For every route of `contract/routes/jobs.ts` a request that succeeds. */

import type { BodyIn } from '#contract/endpoints.ts';
import type { jobs } from '#contract/routes/jobs.ts';
import { addMinutes } from '#domain/time.ts';
import { bookingBody } from '../../company.ts';
import {
  ana,
  cancel,
  command,
  expectedOf,
  FIRST,
  freeHours,
  freshCard,
  hold,
  nothing,
  step,
} from '../fresh-cards.ts';
import { byId, fresh, type RequestsOf } from './makers.ts';

export const jobsRequests: RequestsOf<typeof jobs> = {
  'jobs.list': async ({ mine }) => ({
    query: {
      customerId: String(mine.customerId),
      status: 'Scheduled',
      from: FIRST,
      to: addMinutes(FIRST, 9000),
      q: 'no',
    },
  }),
  'jobs.get': byId(({ mine }) => mine.card.job.id),
  'jobs.book': async ({ company, mine }) => {
    const body: BodyIn<'jobs.book'> = {
      ...bookingBody(company, { ...freeHours(), technicianIds: [company.technicianIds[1]!] }),
      customer: { id: mine.customerId },
      location: { id: mine.locationId },
      billToCustomerId: mine.customerId,
      tagIds: [mine.tagId],
      recallForJobId: mine.card.job.id,
      warrantyForJobId: mine.card.job.id,
    };
    return { body };
  },
  'jobs.update': command('jobs.update', [], ({ company, mine }) => ({
    changes: {
      summary: `Changed ${fresh()}`,
      jobTypeId: company.jobTypeId,
      businessUnitId: company.businessUnitId,
      billToCustomerId: mine.customerId,
      campaignId: company.campaignId,
      tagIds: [mine.tagId],
    },
  })),
  'jobs.invoice': byId(({ mine }) => mine.card.job.id),
  'jobs.refreshInvoice': async (ground) => {
    const { job, invoice } = await freshCard(ground, [], []);
    await ground.company.person('csr').call('customers.update', {
      params: { id: job.customerId },
      body: {
        expected: [{ kind: 'customer', id: job.customerId, version: 1 }],
        changes: { name: `Corrected ${fresh()}` },
      },
    });
    return {
      params: { id: job.id },
      body: { expected: [{ kind: 'invoice', id: invoice.id, version: 1 }] },
    };
  },
  'jobs.hold': command('jobs.hold', [], hold),
  'jobs.resume': command('jobs.resume', [step('jobs.hold', hold)], nothing),
  'jobs.cancel': command('jobs.cancel', [], cancel),
  'jobs.removeCancellation': command('jobs.removeCancellation', [step('jobs.cancel', cancel)], nothing),
  'jobs.complete': command('jobs.complete', [], nothing),
  'jobs.reopen': command('jobs.reopen', [step('jobs.complete')], nothing),
  'jobs.assign': command(
    'jobs.assign',
    [],
    (ground) => ({ technicianIds: [ana(ground).technicianId] }),
    true,
  ),
  'jobs.unassign': command('jobs.unassign', [], (ground) => ({ technicianIds: [ana(ground).technicianId] })),
  'jobs.bulk': async (ground) => {
    const card = await freshCard(ground, [], []);
    const { campaignId } = ground.company;
    return {
      body: {
        jobIds: [card.job.id],
        expected: expectedOf(card),
        step: { type: 'change', addTagIds: [ground.mine.tagId], priority: 'High', campaignId },
      },
    };
  },
  'jobs.addAppointment': command('jobs.addAppointment', [], (ground) => ({
    ...freeHours(),
    technicianIds: [ana(ground).technicianId],
  })),
};
