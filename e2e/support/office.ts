/** What a journey needs in the books before it begins, over the wire as the signed-in person of `page`. */
import { randomUUID } from 'node:crypto';
import { expect, type Page } from '@playwright/test';
import { urlOf } from '#contract/client.ts';
import type { Customer } from '#contract/customer.ts';
import type { EndpointName, ResultOf } from '#contract/endpoints.ts';
import { endpoints } from '#contract/endpoints.ts';
import type { JobCardView } from '#contract/job.ts';

type Ask = { readonly params?: Readonly<Record<string, string | number>>; readonly body?: unknown };

/** @returns the answer of one endpoint; anything but a success fails the journey with what was said */
export async function ask<N extends EndpointName>(
  page: Page,
  name: N,
  { params = {}, body }: Ask = {},
): Promise<ResultOf<N>> {
  const answer = await page.request.fetch(urlOf(name, params), {
    method: endpoints[name].method,
    headers: {
      'x-csrf': '1',
      // A page that has gone nowhere yet has no origin of its own.
      origin: process.env.E2E_ORIGIN ?? new URL(page.url()).origin,
      'idempotency-key': randomUUID(),
    },
    ...(body === undefined ? {} : { data: body }),
  });
  expect(answer.status(), `${name}: ${await answer.text()}`).toBeLessThan(300);
  return (await answer.json()) as ResultOf<N>;
}

export async function makeCustomer(
  page: Page,
  customer: Readonly<Record<string, unknown>> & { name: string },
): Promise<Customer> {
  const { customer: made } = await ask(page, 'customers.create', { body: customer });
  return made;
}

let booked = 0;
/** A job without a technician, some weeks from now, at the customer's first place. It takes nobody's time. */
export async function bookFor(page: Page, customer: Customer): Promise<JobCardView> {
  const setup = await ask(page, 'setup.get');
  const unit = setup.businessUnits.find(({ active }) => active)!;
  const type = setup.jobTypes.find(
    ({ active, businessUnitIds }) =>
      active && (businessUnitIds.length === 0 || businessUnitIds.includes(unit.id)),
  )!;
  booked += 1;
  const start = Date.now() + (30 * 24 + booked) * 3_600_000;
  const { cards } = await ask(page, 'jobs.book', {
    body: {
      customer: { id: customer.id },
      location: { id: customer.locations[0]!.id },
      jobTypeId: type.id,
      businessUnitId: unit.id,
      campaignId: setup.campaigns.find(({ active }) => active)!.id,
      priority: 'Normal',
      summary: 'No heat upstairs',
      appointment: {
        start: new Date(start).toISOString(),
        end: new Date(start + 1_800_000).toISOString(),
      },
    },
  });
  return cards[0]!;
}

/** Cancels it for the first reason the company has. */
export async function cancel(page: Page, { job, appointments }: JobCardView): Promise<void> {
  const { reasons } = await ask(page, 'setup.get');
  await ask(page, 'jobs.cancel', {
    params: { id: job.id },
    body: {
      expected: [
        { kind: 'job', id: job.id, version: job.version },
        ...appointments.map(({ id, version }) => ({ kind: 'appointment', id, version })),
      ],
      reasonId: reasons.find(({ kind, active }) => kind === 'Cancel' && active)!.id,
      memo: '',
    },
  });
}
