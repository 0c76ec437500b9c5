import type { Vendor } from '#contract/vendor.ts';
import { someNames } from '../../lib/some-names.ts';

/** What is said before a vendor goes out of use: what is still to come, who is paid through it, and what is bought there. '' for nothing. */
export function outOfUseEffects({
  paidFor,
  inCatalogue,
  preferredFor,
  openOrders,
}: Pick<Vendor, 'paidFor' | 'inCatalogue' | 'preferredFor' | 'openOrders'>): string {
  const isOne = paidFor.length === 1;
  const sentences = [
    ...(openOrders > 0 ? [orderSentence(openOrders)] : []),
    ...(paidFor.length > 0
      ? [`${someNames(paidFor)} ${isOne ? 'is' : 'are'} paid through it, and ${isOne ? 'stays' : 'stay'} so.`]
      : []),
    ...(inCatalogue > 0 ? [catalogueSentence(inCatalogue, preferredFor)] : []),
  ];
  return sentences.length === 0
    ? ''
    : [...sentences, 'New orders and other vendors cannot choose it any more.'].join(' ');
}

const orderSentence = (orders: number): string =>
  orders === 1
    ? 'One order of it is still open, and goes on as it is.'
    : `${orders.toLocaleString('en-US')} orders of it are still open, and go on as they are.`;

function catalogueSentence(items: number, preferred: number): string {
  const skus = `${items.toLocaleString('en-US')} ${items === 1 ? 'SKU' : 'SKUs'}`;
  const marked =
    preferred === 0
      ? ''
      : ` It is the preferred vendor of ${preferred === items ? (items === 1 ? 'it' : 'all of them') : preferred.toLocaleString('en-US')}.`;
  return `Its catalogue keeps ${skus}, and nothing is bought from it any more.${marked}`;
}
