import type { Vendor } from '#contract/vendor.ts';
import { someNames } from '../../lib/some-names.ts';

/** What is said before a vendor goes out of use: who is paid through it, and what is bought there. '' for nothing. */
export function outOfUseEffects({
  paidFor,
  inCatalogue,
  preferredFor,
}: Pick<Vendor, 'paidFor' | 'inCatalogue' | 'preferredFor'>): string {
  const isOne = paidFor.length === 1;
  const sentences = [
    ...(paidFor.length > 0
      ? [`${someNames(paidFor)} ${isOne ? 'is' : 'are'} paid through it, and ${isOne ? 'stays' : 'stay'} so.`]
      : []),
    ...(inCatalogue > 0 ? [catalogueSentence(inCatalogue, preferredFor)] : []),
  ];
  return sentences.length === 0
    ? ''
    : [...sentences, 'New orders and other vendors cannot choose it any more.'].join(' ');
}

function catalogueSentence(items: number, preferred: number): string {
  const skus = `${items.toLocaleString('en-US')} ${items === 1 ? 'SKU' : 'SKUs'}`;
  const marked =
    preferred === 0
      ? ''
      : ` It is the preferred vendor of ${preferred === items ? (items === 1 ? 'it' : 'all of them') : preferred.toLocaleString('en-US')}.`;
  return `Its catalogue keeps ${skus}, and nothing is bought from it any more.${marked}`;
}
