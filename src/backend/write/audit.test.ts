import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { bookJob } from '#contract/job-commands.ts';
import type { Actor, UpstreamRequest } from '#contract/upstream.ts';
import { bookingBody, type Company, makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';

const booking = (company: Company, actor: Actor): UpstreamRequest => ({
  endpoint: 'jobs.book',
  actor,
  params: {},
  query: {},
  body: bookJob.parse(bookingBody(company)),
  idempotencyKey: null,
  bodyHash: createHash('sha256').digest('hex'),
  requestId: 'r1',
  address: '192.0.2.7',
  signal: new AbortController().signal,
});

eachEngine('R60 the audit of a booking', (database) => {
  test('says whether a person or somebody’s program made it, from where, and which step it was', async () => {
    const company = await makeCompany(database());
    const { actor } = company.person('csr');
    await company.backend.call(booking(company, actor));
    await company.backend.call(booking(company, { ...actor, userId: 9001, kind: 'apiClient' }));
    const rows = await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(
        `select a.actor_kind, a.actor_id, a.verb, a.address, o.user_id
         from office.audit a join office.operations o on o.id = a.operation_id
         order by a.id`,
      ),
    );
    expect(rows).toMatchObject([
      { actor_kind: 'user', actor_id: actor.userId, user_id: actor.userId, verb: 'job.booked' },
      { actor_kind: 'apiClient', actor_id: 9001, user_id: 9001, address: '192.0.2.7' },
    ]);
  });
});
