/** The variables of the board's map (MAP_STYLE_URL, or MAP_TILES_URL with MAP_ATTRIBUTION; MAP_ORIGINS). */
import type { BffMap } from '#bff/config.ts';
import { safeAddress } from './safe-address.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** null: the browser draws a plain map itself and asks nobody. @throws Error naming the variable and what it may be */
export function mapEnvironment(env: Env): BffMap | null {
  const { MAP_STYLE_URL: style, MAP_TILES_URL: tiles, MAP_ATTRIBUTION: attribution = '' } = env;
  const others = (env.MAP_ORIGINS ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
    .map((one) => originOf('MAP_ORIGINS', one));
  if (style && tiles) throw new Error('Only one of MAP_STYLE_URL and MAP_TILES_URL can be set.');
  if (style) {
    const origin = originOf('MAP_STYLE_URL', style);
    return { tiles: { kind: 'style', url: style }, origins: [...new Set([origin, ...others])] };
  }
  if (!tiles) {
    if (others.length > 0) throw new Error('MAP_ORIGINS is for MAP_STYLE_URL, which is not set.');
    return null;
  }
  if (!['{z}', '{x}', '{y}'].every((part) => tiles.includes(part)))
    throw new Error(`MAP_TILES_URL must have {z}, {x} and {y} in it; it is "${tiles}".`);
  // Whose pictures they are has to be said on the map; nearly every licence of tiles asks for it.
  if (!attribution) throw new Error('MAP_ATTRIBUTION must say whose tiles those of MAP_TILES_URL are.');
  const origin = originOf('MAP_TILES_URL', tiles);
  return {
    tiles: { kind: 'raster', url: tiles, attribution: escaped(attribution) },
    origins: [...new Set([origin, ...others])],
  };
}

/** The map writes attributions as markup, because those of styles are links. */
const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

function originOf(name: string, text: string): string {
  const url = safeAddress(text);
  // What stands in the content security policy must not be able to end the list or open it to all.
  if (!url || url.username || /[\s;,'"*]/.test(url.origin))
    throw new Error(`${name} must be an address like https://tiles.example/…; it is "${text}".`);
  return url.origin;
}
