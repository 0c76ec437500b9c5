/** How orders reach a vendor, as people say it; files say it so, too. */
export { DELIVERY_WORDS } from '#domain/vendor/delivery.ts';
