/**
 * Money without floats (domain-rules §1, "Precision"): amounts in whole cents, unit prices, costs and quantities in
 * 1/10,000, rates in 1/1,000,000; each its own branded type, so that they cannot be mixed up.
 * Rounding happens in two places only, per line and half away from zero (domain-rules §7): `lineTotal` and `taxOf`.
 * Products are made in BigInt, because price × quantity passes 2^53 long before a total does.
 */
declare const centsBrand: unique symbol;
declare const unitPriceBrand: unique symbol;
declare const quantityBrand: unique symbol;
declare const rateBrand: unique symbol;

/** Whole hundredths of a currency unit; negative for credits and discounts. */
export type Cents = number & { readonly [centsBrand]: true };
/** 1/10,000 of a currency unit. */
export type UnitPrice = number & { readonly [unitPriceBrand]: true };
/** 1/10,000 of a unit. */
export type Quantity = number & { readonly [quantityBrand]: true };
/** 1/1,000,000: 8.25 % is 82,500. */
export type Rate = number & { readonly [rateBrand]: true };

const CENT_PLACES = 2;
const UNIT_PLACES = 4;
const RATE_PLACES = 6;

function whole(value: number, what: string): number {
  if (!Number.isSafeInteger(value)) throw new RangeError(`Not a whole number of ${what}: ${value}`);
  return value === 0 ? 0 : value; // -0 would print as "-0.00" and fail toBe(0)
}

/** Throws RangeError for a fraction and beyond ±2^53. */
export const cents = (value: number): Cents => whole(value, 'cents') as Cents;
export const unitPrice = (value: number): UnitPrice => whole(value, '1/10,000 of a price') as UnitPrice;
export const quantity = (value: number): Quantity => whole(value, '1/10,000 of a quantity') as Quantity;
export const rate = (value: number): Rate => whole(value, '1/1,000,000 of a rate') as Rate;

const DECIMAL = /^([+-]?)(\d+)(?:\.(\d+))?$/;

/** `12.3` with 2 places to 1230, digit by digit. Digits beyond the places must be zeros: nothing is rounded here. */
function scaled(text: string, places: number, what: string): number {
  const match = DECIMAL.exec(text.trim());
  const fraction = match?.[3] ?? '';
  if (!match || /[1-9]/.test(fraction.slice(places))) throw new RangeError(`Not ${what}: ${text}`);
  const digits = BigInt(match[2] + fraction.slice(0, places).padEnd(places, '0'));
  return whole(Number(match[1] === '-' ? -digits : digits), what);
}

/** Plain decimal text (`12.30`, `-5`, `+0.5`) without thousands separators. Throws RangeError for anything else. */
export const centsFromDecimal = (text: string): Cents => scaled(text, CENT_PLACES, 'an amount') as Cents;
/** At most four decimal places. */
export const unitPriceFromDecimal = (text: string): UnitPrice =>
  scaled(text, UNIT_PLACES, 'a unit price') as UnitPrice;
/** At most four decimal places. */
export const quantityFromDecimal = (text: string): Quantity =>
  scaled(text, UNIT_PLACES, 'a quantity') as Quantity;
/** At most six decimal places: `0.0825` is 8.25 %. */
export const rateFromDecimal = (text: string): Rate => scaled(text, RATE_PLACES, 'a rate') as Rate;

/** In percent, at most four decimal places: `8.25` is 82,500. */
export const rateFromPercent = (text: string): Rate => scaled(text, RATE_PLACES - 2, 'a rate') as Rate;

function decimal(value: number, places: number, keep: number): string {
  const digits = String(Math.abs(value)).padStart(places + 1, '0');
  const fraction = digits.slice(-places);
  const kept = fraction.slice(0, keep) + fraction.slice(keep).replace(/0+$/, '');
  return `${value < 0 ? '-' : ''}${digits.slice(0, -places)}${kept ? `.${kept}` : ''}`;
}

/** `-1234.50`: for wires and files, the inverse of `centsFromDecimal`. */
export const decimalOfCents = (amount: Cents): string => decimal(amount, CENT_PLACES, CENT_PLACES);
/** At least two places, more when there are more: `1.50`, `0.0375`. */
export const decimalOfUnitPrice = (price: UnitPrice): string => decimal(price, UNIT_PLACES, 2);
export const decimalOfQuantity = (amount: Quantity): string => decimal(amount, UNIT_PLACES, 0);
export const decimalOfRate = (value: Rate): string => decimal(value, RATE_PLACES, 0);
/** As people write it before the sign: 62,500 is `6.25`. */
export const percentOfRate = (value: Rate): string => decimal(value, RATE_PLACES - 2, 0);

/** `1,234.50` with a leading minus when negative; the currency sign is the reader's business. */
export const formatCents = (amount: Cents): string => inThousands(decimalOfCents(amount));
/** `1,234.50`, `0.0375`: at least two places. */
export const formatUnitPrice = (price: UnitPrice): string => inThousands(decimalOfUnitPrice(price));
/** `1,200`, `2.5`. */
export const formatQuantity = (amount: Quantity): string => inThousands(decimalOfQuantity(amount));

/** The first run of digits are the whole units. */
const inThousands = (text: string): string =>
  text.replace(/\d+/, (units) => units.replace(/\B(?=(\d{3})+$)/g, ','));

const UNITS_IN_CENT = 100;
/** Of one that comes to the amount. */
export const unitPriceOfCents = (amount: Cents): UnitPrice => unitPrice(amount * UNITS_IN_CENT);

/** Throws RangeError when the sum leaves the safe range. */
export const sumCents = (amounts: Iterable<Cents>): Cents => {
  let sum = 0;
  for (const amount of amounts) sum = cents(sum + amount);
  return cents(sum);
};

export const addCents = (a: Cents, b: Cents): Cents => cents(a + b);
export const subtractCents = (a: Cents, b: Cents): Cents => cents(a - b);
export const negateCents = (amount: Cents): Cents => cents(-amount);

/** Half away from zero, so that a reversed line nets to nothing with its original (domain-rules §7). */
function divideRounded(dividend: bigint, divisor: bigint): number {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return whole(Number(dividend < 0n ? -rounded : rounded), 'cents');
}

/** Quantity × unit price, to the cent. */
export const lineTotal = (count: Quantity, price: UnitPrice): Cents =>
  divideRounded(BigInt(count) * BigInt(price), 1_000_000n) as Cents;

/** Amount × rate, to the cent: tax of one line, or a percentage discount. */
export const taxOf = (amount: Cents, at: Rate): Cents =>
  divideRounded(BigInt(amount) * BigInt(at), 1_000_000n) as Cents;

/**
 * Splits a total by weights so that the parts add up to it exactly: each part is rounded towards zero, and the
 * cents left over go to the largest remainders, the earlier part first when they tie.
 * Weights are whole numbers ≥ 0; when all are zero the total is split evenly. Throws RangeError without a part.
 */
export function allocate(total: Cents, weights: readonly number[]): Cents[] {
  if (weights.length === 0) throw new RangeError('Nothing to allocate to');
  const given = weights.map((weight) => {
    if (weight < 0) throw new RangeError(`Not a weight: ${weight}`);
    return BigInt(whole(weight, 'weights'));
  });
  const shares = given.some((weight) => weight > 0n) ? given : given.map(() => 1n);
  const sum = shares.reduce((a, b) => a + b, 0n);
  const sign = total < 0 ? -1 : 1;
  const magnitude = BigInt(Math.abs(total));
  const parts = shares.map((weight) => Number((magnitude * weight) / sum));
  const remainders = shares.map((weight, index) => ({ index, left: (magnitude * weight) % sum }));
  remainders.sort((a, b) => (a.left === b.left ? a.index - b.index : a.left > b.left ? -1 : 1));
  const leftOver = Math.abs(total) - parts.reduce((a, b) => a + b, 0);
  for (const { index } of remainders.slice(0, leftOver)) parts[index]! += 1;
  return parts.map((part) => cents(sign * part));
}

/** Whether the three letters name a currency this machine knows (ISO 4217, capital letters). */
export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code);
