export { recordsNamed } from '../../parts/records-named.ts';
