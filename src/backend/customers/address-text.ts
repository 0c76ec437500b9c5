/** A location `l` as one line of text, for `select` lists: as much of it as the place on the screen has room for. */

/** `12 Main St Apt 4` */
export const STREET = `concat_ws(' ', l.street, nullif(l.unit, ''))`;

/** `12 Main St Apt 4, Quincy` */
export const STREET_AND_CITY = `concat_ws(', ', ${STREET}, nullif(l.city, ''))`;

/** `12 Main St Apt 4, Quincy, MA 02169` */
export const WHOLE_ADDRESS = `concat_ws(', ', ${STREET}, nullif(l.city, ''),
  nullif(concat_ws(' ', nullif(l.state, ''), nullif(l.zip, '')), ''))`;
