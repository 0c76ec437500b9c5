import { expect, test } from 'vitest';
import type { Id } from '#domain/ids.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { at, book, expectedOf, give, placesOf, to, two, undo, visitOf } from '#testing/rearranging.ts';

eachEngine('several visits moved in one step while others work on them too', (database) => {
  test('whoever moved one of them meanwhile stops all of them; a confirmation since is kept beside it', async () => {
    const company = await makeCompany(database());
    const { ana, sam, cards, dispatcher } = await two(company);
    const admin = company.person('admin');
    const moves = [to(cards[0], 10, 12), to(cards[1], 15, 16)];
    const params = { id: visitOf(cards[1]).id };
    await admin.call('appointments.confirm', { params, body: { expected: expectedOf([cards[1]]) } });
    const { merged } = await give(dispatcher, cards, moves);
    expect(merged).toBe(true);
    await expect(give(admin, cards, [to(cards[0], 11, 13), to(cards[1], 16, 17)])).rejects.toMatchObject({
      code: 'request.stale',
      params: { kind: 'appointment', byName: 'dispatcher' },
    });
    await expect(give(admin, [cards[0]], [to(cards[1], 18, 19)])).rejects.toMatchObject({
      code: 'request.versions_missing',
      params: { id: params.id },
    });
    expect(await placesOf(company, cards)).toEqual([`10-12 ${ana}`, `15-16 ${sam}`]);
  });

  test('of two who move the same ones at the same moment exactly one wins', async () => {
    const company = await makeCompany(database());
    const { ana, sam, cards, dispatcher } = await two(company);
    const moves = [to(cards[0], 10, 12), to(cards[1], 15, 16)];
    const others = [to(cards[1], 17, 18), to(cards[0], 11, 13)];
    const both = await Promise.allSettled([
      give(dispatcher, cards, moves),
      give(company.person('admin'), [...cards].reverse(), others),
    ]);
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const lost = both.find((one) => one.status === 'rejected')!;
    expect(lost.reason).toMatchObject({ code: 'request.stale' });
    const places = {
      first: [`10-12 ${ana}`, `15-16 ${sam}`],
      second: [`11-13 ${ana}`, `17-18 ${sam}`],
    };
    expect(await placesOf(company, cards)).toEqual(
      both[0].status === 'fulfilled' ? places.first : places.second,
    );
  });

  test('a colleague’s later move of one of them keeps the whole step from being taken back', async () => {
    const company = await makeCompany(database());
    const { ana, sam, cards, dispatcher } = await two(company);
    const { cards: after } = await give(dispatcher, cards, [to(cards[0], 10, 12), to(cards[1], 15, 16)]);
    await give(company.person('admin'), after, [to(after[1]!, 17, 18)]);
    await expect(undo(dispatcher)).rejects.toMatchObject({ code: 'undo.changed_since' });
    expect(await placesOf(company, cards)).toEqual([`10-12 ${ana}`, `17-18 ${sam}`]);
  });

  test('visits of a unit one is confined from are not there, nor those nobody has', async () => {
    const company = await makeCompany(database());
    const [ana] = company.technicianIds as [Id];
    const theirs = await company.book({ businessUnitId: company.otherUnitId, start: at(9), end: at(10) });
    const own = await book(company, 9, 11, ana);
    const confined = company.person('dispatcher', { units: [company.businessUnitId] });
    const missing = { code: 'record.not_found', params: { kind: 'appointment' } };
    const moves = [to(own, 12, 14), to(theirs, 15, 16)];
    await expect(give(confined, [own, theirs], moves)).rejects.toMatchObject(missing);
    const nobodys = [{ ...to(own, 12, 14), appointmentId: 999_999 }];
    await expect(give(confined, [own], nobodys)).rejects.toMatchObject(missing);
    expect(await placesOf(company, [own])).toEqual([`9-11 ${ana}`]);
  });
});
