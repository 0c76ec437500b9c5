import { expect, test } from 'vitest';
import type { JobCardView } from '#contract/job.ts';
import { rearrange as body } from '#contract/rearrangement.ts';
import { makeCompany } from '#testing/company.ts';
import { eachEngine } from '#testing/databases.ts';
import { book, give, placesOf, to, two, undo, visitOf } from '#testing/rearranging.ts';

eachEngine('several visits parked in one step', (database) => {
  test('several are parked at once, told as parked, and one undo gives each back to who had it', async () => {
    const company = await makeCompany(database());
    const { ana, sam, cards, dispatcher } = await two(company);
    const [lane, other] = company.holdingLaneIds;
    const both = [to(cards[0], 9, 11), { ...to(cards[1], 15, 16), holdingLaneId: other }] as const;
    const parked = await give(dispatcher, cards, [{ ...both[0], holdingLaneId: lane }, both[1]]);
    const standing = parked.cards.map((card) => visitOf(card));
    expect(standing.map(({ holdingLaneId, assignments }) => [holdingLaneId, assignments])).toEqual([
      [lane, []],
      [other, []],
    ]);
    const { items } = await dispatcher.call('operations.list');
    expect(items[0]).toMatchObject({ id: parked.operationId, verb: 'appointment.parked' });
    await undo(dispatcher);
    expect(await placesOf(company, cards)).toEqual([`9-11 ${ana}`, `13-14 ${sam}`]);
  });

  test('one is parked, one taken out of its lane and one given from it to somebody, all in one step', async () => {
    const company = await makeCompany(database());
    const { ana, sam, cards, dispatcher } = await two(company);
    const [lane] = company.holdingLaneIds;
    const third = await book(company, 17, 18);
    const inLane = [to(cards[1], 13, 14), to(third, 17, 18)].map((move) => ({
      ...move,
      holdingLaneId: lane,
    }));
    const { cards: now } = await give(dispatcher, [cards[1], third], inLane);
    const parked = now.find(({ job }) => job.id === cards[1].job.id)!;
    const loose = now.find(({ job }) => job.id === third.job.id)!;
    const { cards: after } = await give(
      dispatcher,
      [cards[0], parked, loose],
      [
        { ...to(cards[0], 9, 11), holdingLaneId: lane },
        { ...to(parked, 13, 14), holdingLaneId: null },
        to(loose, 17, 18, [null, sam]),
      ],
    );
    const laneOf = ({ job }: JobCardView) =>
      visitOf(after.find((card) => card.job.id === job.id)!).holdingLaneId;
    expect([cards[0], parked, loose].map(laneOf)).toEqual([lane, null, null]);
    expect(await placesOf(company, [cards[0], parked, loose])).toEqual(['9-11', '13-14', `17-18 ${sam}`]);
    await undo(dispatcher);
    expect(await placesOf(company, [cards[0], parked, loose])).toEqual([`9-11 ${ana}`, '13-14', '17-18']);
  });

  test('nobody is sent to a visit that is parked by the same move, and a lane nobody has is refused', async () => {
    const company = await makeCompany(database());
    const { ana, sam, cards, dispatcher } = await two(company);
    const [lane] = company.holdingLaneIds;
    const sent = { ...to(cards[0], 9, 11, [ana, sam]), holdingLaneId: lane };
    expect(body.safeParse({ expected: [], moves: [sent] }).success).toBe(false);
    await expect(
      give(dispatcher, cards, [{ ...to(cards[0], 9, 11), holdingLaneId: 999_999 }]),
    ).rejects.toMatchObject({ code: 'record.not_found' });
  });
});
