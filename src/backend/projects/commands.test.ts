import { expect, test } from 'vitest';
import { day } from '#domain/time.ts';
import { eachEngine } from '#testing/databases.ts';
import { attach, bookAgain, key, makeOffice, placeOf, project, update } from '#testing/projects.ts';

eachEngine('a project', (database) => {
  test('is made blank at a customer’s location, with everything one knows of it', async () => {
    const office = await makeOffice(database());
    const [ana] = office.technicianIds;
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(
        `insert into company.custom_fields (tenant_id, id, owner, key, label, kind, created_on, modified_on)
         values (1, 920, 'project', 'permit', 'Permit number', 'Text', now(), now())`,
      ),
    );
    const given = {
      description: 'New heat pump',
      statusId: office.planned,
      subStatusId: office.estimating,
      startsOn: day('2026-12-01'),
      targetCompletion: day('2026-12-20'),
      managerUserIds: [120],
      managerTechnicianIds: [ana!],
      customFields: { permit: 'M-1' },
      externalKey: 'crm-7',
    };
    const made = await project(office, placeOf(await office.book()), given);
    expect(made).toMatchObject({ ...given, name: 'Whole house', actualCompletion: null, number: 1000 });
    expect((await project(office, placeOf(await office.book()))).number).toBe(1001);
  });

  test('at another customer’s location it needs to be said who pays', async () => {
    const office = await makeOffice(database());
    const [tenant, landlord] = [await office.book(), await office.book({ name: 'Landlord' })];
    const place = { customerId: tenant.job.customerId, locationId: landlord.job.locationId };
    await expect(project(office, place)).rejects.toMatchObject({
      code: 'job.location_of_other_customer',
    });
    const billToCustomerId = landlord.job.customerId;
    expect(await project(office, { ...place, billToCustomerId })).toMatchObject({ billToCustomerId });
  });

  test('a company without statuses can have projects all the same', async () => {
    const office = await makeOffice(database());
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx
        .query('delete from company.project_sub_statuses; ')
        .then(() => tx.query('delete from company.project_statuses')),
    );
    expect((await project(office, placeOf(await office.book()))).statusId).toBeNull();
  });

  test('a status is not chosen over the sub-status somebody has just given: who comes second is asked', async () => {
    const office = await makeOffice(database());
    const { id, version } = await project(office, placeOf(await office.book()), { statusId: office.planned });
    const [dispatcher, csr] = [office.person('dispatcher'), office.person('csr')];
    const from = { params: { id } };
    const body = (changes: object) => ({ expected: [{ kind: 'project' as const, id, version }], changes });
    await dispatcher.call('projects.update', { ...from, body: body({ subStatusId: office.estimating }) });
    await expect(
      csr.call('projects.update', { ...from, body: body({ statusId: office.completed }) }),
    ).rejects.toMatchObject({
      code: 'request.stale',
      params: { fields: [{ field: 'subStatusId', byName: 'dispatcher', now: office.estimating }] },
    });
    // What nobody else has touched goes in beside it.
    const { merged, card } = await csr.call('projects.update', { ...from, body: body({ name: 'Attic' }) });
    expect([merged, card.project.subStatusId]).toEqual([true, office.estimating]);
  });

  test('a required field of the company’s is asked for, by its name, and not emptied later', async () => {
    const office = await makeOffice(database());
    await database().transaction({ tenantId: 'system' }, (tx) =>
      tx.query(
        `insert into company.custom_fields (tenant_id, id, owner, key, label, kind, required_at_booking, created_on, modified_on)
         values (1, 170, 'project', 'permit', 'Permit', 'Text', true, now(), now())`,
      ),
    );
    await expect(project(office, placeOf(await office.book()))).rejects.toMatchObject({
      code: 'request.invalid',
      fields: [{ path: 'customFields.permit', code: 'required' }],
    });
    const customFields = { permit: 'B-17' };
    const made = await project(office, placeOf(await office.book()), { customFields });
    const csr = office.person('csr');
    for (const emptied of [{}, { permit: '' }, { permit: ' \u200b' }]) {
      await expect(update(csr, made, { customFields: emptied })).rejects.toMatchObject({
        code: 'request.invalid',
        fields: [{ path: 'changes.customFields.permit', code: 'required' }],
      });
    }
    const { card } = await update(csr, made, { customFields: { permit: 'B-18' } });
    expect(card.project.customFields).toEqual({ permit: 'B-18' });
  });

  test('an external key names one project', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    await project(office, placeOf(card), { externalKey: 'crm-7' });
    await expect(project(office, placeOf(card), { externalKey: 'crm-7' })).rejects.toMatchObject({
      fields: [{ path: 'externalKey', code: 'taken' }],
    });
  });

  test('a status that closes completes it today on its own clock; what the rules refuse is refused here', async () => {
    const office = await makeOffice(database());
    const csr = office.person('csr');
    const made = await project(office, placeOf(await office.book()));
    const { card } = await update(csr, made, { statusId: office.completed });
    expect(card.project).toMatchObject({ statusId: office.completed, actualCompletion: '2026-11-20' });
    await expect(update(csr, card.project, { subStatusId: office.estimating })).rejects.toMatchObject({
      code: 'project.sub_status_of_other_status',
    });
    await expect(update(csr, card.project, { startsOn: day('2026-11-21') })).rejects.toMatchObject({
      code: 'project.dates_out_of_order',
    });
    await expect(update(csr, card.project, { actualCompletion: day('2026-11-21') })).rejects.toMatchObject({
      code: 'project.completion_in_future',
    });
  });

  test('two who change different fields are merged, the same field is shown with who and what', async () => {
    const office = await makeOffice(database());
    const made = await project(office, placeOf(await office.book()));
    await update(office.person('csr'), made, { name: 'Attic' });
    const dispatcher = office.person('dispatcher');
    const { merged, card } = await update(dispatcher, made, { targetCompletion: day('2026-12-24') });
    expect([merged, card.project.name]).toEqual([true, 'Attic']);
    await expect(update(dispatcher, made, { name: 'Cellar' })).rejects.toMatchObject({
      code: 'request.stale',
      params: { kind: 'project', byName: 'dispatcher', fields: [{ field: 'name', byName: 'csr' }] },
    });
  });

  test('with jobs in it it is not put away; an empty one is, and lists do not show it', async () => {
    const office = await makeOffice(database());
    const csr = office.person('csr');
    const card = await office.book();
    const full = await project(office, { jobId: card.job.id });
    await expect(update(csr, full, { active: false })).rejects.toMatchObject({
      code: 'project.has_jobs',
    });
    const blank = await project(office, placeOf(card));
    await update(csr, blank, { active: false });
    const { items } = await csr.call('projects.list');
    expect(items.map(({ id }) => id)).toEqual([full.id]);
    const loose = await bookAgain(office, card);
    await expect(attach(csr, blank.id, loose)).rejects.toMatchObject({ code: 'project.put_away' });
  });

  test('is found by status, start, completion, manager, customer and words', async () => {
    const office = await makeOffice(database());
    const csr = office.person('csr');
    const [lopez, moss] = [await office.book(), await office.book({ name: 'Ida Moss' })];
    const [ana] = office.technicianIds;
    const attic = await project(office, placeOf(lopez), {
      name: 'Attic',
      startsOn: day('2026-11-02'),
      managerTechnicianIds: [ana!],
    });
    const cellar = await project(office, placeOf(moss), {
      name: 'Cellar 100 %',
      startsOn: day('2026-11-09'),
      managerUserIds: [120],
    });
    await update(csr, cellar, { statusId: office.completed, actualCompletion: day('2026-11-15') });
    const found = async (query: Record<string, unknown>) =>
      (await csr.call('projects.list', { query })).items.map(({ name }) => name);
    expect(await found({})).toEqual(['Cellar 100 %', 'Attic']);
    expect(await found({ statusIds: [office.completed] })).toEqual(['Cellar 100 %']);
    expect(await found({ startsFrom: day('2026-11-02'), startsTo: day('2026-11-08') })).toEqual(['Attic']);
    expect(await found({ completedFrom: day('2026-11-15'), completedTo: day('2026-11-15') })).toEqual([
      'Cellar 100 %',
    ]);
    expect(await found({ completedFrom: day('2026-11-16') })).toEqual([]);
    expect(await found({ managerUserId: 120 })).toEqual(['Cellar 100 %']);
    expect(await found({ managerTechnicianId: ana })).toEqual(['Attic']);
    expect(await found({ customerId: lopez.job.customerId })).toEqual(['Attic']);
    expect(await found({ locationId: moss.job.locationId })).toEqual(['Cellar 100 %']);
    expect(await found({ q: 'ida' })).toEqual(['Cellar 100 %']);
    expect(await found({ q: `${attic.number}` })).toEqual(['Attic']);
    expect(await found({ q: '100 %' })).toEqual(['Cellar 100 %']);
  });

  test('pages follow each other by number, and only the first counts', async () => {
    const office = await makeOffice(database());
    const card = await office.book();
    for (const name of ['One', 'Two', 'Three']) await project(office, placeOf(card), { name });
    const csr = office.person('csr');
    const first = await csr.call('projects.list', { query: { limit: 2 } });
    expect(first).toMatchObject({ items: [{ name: 'Three' }, { name: 'Two' }], total: 3 });
    expect(await csr.call('projects.list', { query: { limit: 2, after: first.next } })).toMatchObject({
      items: [{ name: 'One' }],
      next: null,
      total: null,
    });
  });

  test('the same key makes one project', async () => {
    const office = await makeOffice(database());
    const body = { place: placeOf(await office.book()), name: 'Once' };
    const once = key();
    const csr = office.person('csr');
    const [a, b] = [
      await csr.call('projects.create', { key: once, body }),
      await csr.call('projects.create', { key: once, body }),
    ];
    expect(b).toEqual(a);
    expect((await csr.call('projects.list')).total).toBe(1);
  });
});
