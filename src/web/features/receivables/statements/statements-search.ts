import { idIn, namesIn, type RawSearch, textIn } from '../../../lib/search-params.ts';

export type StatementsSearch = {
  q?: string | undefined;
  customer?: number | undefined;
  sort?: string | undefined;
  hide?: string[] | undefined;
};

/** What the address says, broken or unknown parts left out. */
export const searchIn = (address: RawSearch): StatementsSearch => ({
  q: textIn(address.q),
  customer: idIn(address.customer),
  sort: textIn(address.sort),
  hide: namesIn(address.hide),
});
