const BROWSERS = [
  ['Edge', /Edg\//],
  ['Opera', /OPR\//],
  ['Firefox', /Firefox\//],
  ['Chrome', /Chrom(e|ium)\//],
  ['Safari', /Safari\//],
] as const;
const SYSTEMS = [
  ['Windows', /Windows/],
  ['iPad or iPhone', /iPad|iPhone/],
  ['Mac', /Mac OS/],
  ['Android', /Android/],
  ['Linux', /Linux/],
] as const;

/** "Chrome on Windows": enough to know one's own browser again. Something else is shown as it names itself. */
export function browserOf(userAgent: string): string {
  const browser = BROWSERS.find(([, sign]) => sign.test(userAgent))?.[0];
  const system = SYSTEMS.find(([, sign]) => sign.test(userAgent))?.[0];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? (userAgent.slice(0, 60) || 'Unknown browser');
}
