/** For every route of `contract/routes/projects.ts` a request that succeeds. */
import type { projects } from '#contract/routes/projects.ts';
import { expectedOf, freeHours, type Maker } from '../fresh-cards.ts';
import type { Ground } from '../ground.ts';
import { fresh, type RequestsOf, versionOf } from './makers.ts';

const onMine: Maker = async ({ mine }) => ({ params: { id: mine.projectId } });

/** A new job at the project's location. */
async function jobThere({ company, mine }: Ground) {
  const { cards } = await company.person('admin').call('jobs.book', {
    key: `project job ${fresh()}`,
    body: {
      customer: { id: mine.customerId },
      location: { id: mine.locationId },
      jobTypeId: company.jobTypeId,
      businessUnitId: company.businessUnitId,
      campaignId: company.campaignId,
      priority: 'Normal',
      summary: 'Rough-in',
      appointment: freeHours(),
    },
  });
  return cards[0]!;
}
export const projectsRequests: RequestsOf<typeof projects> = {
  'projects.list': async ({ mine }) => ({
    query: { q: 'lopez', customerId: String(mine.customerId), startsFrom: '2026-01-01' },
  }),
  'projects.setup': async () => ({}),
  'projects.get': onMine,
  'projects.ofJob': async ({ mine }) => ({ params: { id: mine.card.job.id } }),
  'projects.create': async ({ company, mine }) => ({
    body: {
      place: {
        customerId: mine.customerId,
        locationId: mine.locationId,
        billToCustomerId: mine.customerId,
      },
      name: `Project ${fresh()}`,
      typeId: mine.projectTypeId,
      statusId: mine.projectStatusId,
      subStatusId: mine.projectSubStatusId,
      managerUserIds: [120],
      managerTechnicianIds: [company.technicianIds[0]!],
      tagIds: [mine.tagId],
    },
  }),
  'projects.update': async (ground) => {
    const { projectId: id, projectTypeId: typeId, customerId, tagId } = ground.mine;
    const version = await versionOf(ground, 'projects', id);
    return {
      params: { id },
      body: {
        expected: [{ kind: 'project', id, version }],
        changes: {
          name: `Renamed ${fresh()}`,
          typeId,
          billToCustomerId: customerId,
          statusId: ground.mine.projectStatusId,
          subStatusId: ground.mine.projectSubStatusId,
          managerUserIds: [120],
          managerTechnicianIds: [ground.company.technicianIds[0]!],
          tagIds: [tagId],
        },
      },
    };
  },
  'projects.bulk': async (ground) => {
    const { projectId: id, projectTypeId: typeId, projectStatusId: statusId, tagId } = ground.mine;
    const version = await versionOf(ground, 'projects', id);
    return {
      body: {
        projectIds: [id],
        expected: [{ kind: 'project', id, version }],
        changes: {
          statusId,
          typeId,
          addTagIds: [tagId],
          addManagerUserIds: [120],
          addManagerTechnicianIds: [ground.company.technicianIds[0]!],
        },
      },
    };
  },
  'projects.attach': async (ground) => {
    const card = await jobThere(ground);
    return {
      params: { id: ground.mine.projectId },
      body: { expected: expectedOf(card), jobIds: [card.job.id] },
    };
  },
  'projects.detach': async (ground) => {
    const card = await jobThere(ground);
    const { jobs } = await ground.company.person('admin').call('projects.attach', {
      params: { id: ground.mine.projectId },
      body: { expected: expectedOf(card), jobIds: [card.job.id] },
    });
    const expected = jobs.map(({ id, version }) => ({ kind: 'job', id, version }));
    return { params: { id: ground.mine.projectId }, body: { expected, jobIds: [card.job.id] } };
  },
  'projects.jobs': onMine,
  'projects.attachable': onMine,
  'projects.appointments': onMine,
  'projects.budget': onMine,
  'projects.addBudgetLine': async ({ mine }) => ({
    params: { id: mine.projectId },
    body: { label: `Line ${fresh()}`, kind: 'Material', quantity: 20_000 },
  }),
  'budgetLines.change': async (ground) => {
    const id = ground.mine.budgetLineId;
    const version = await versionOf(ground, 'project_budget_lines', id);
    return {
      params: { id },
      body: {
        expected: [{ kind: 'projectBudgetLine', id, version }],
        changes: { label: `Line ${fresh()}` },
      },
    };
  },
};
