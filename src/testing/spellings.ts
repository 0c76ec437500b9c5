/**
 * How a secret may be spelled in bytes somebody reads: as it is, as part of a URL, as JSON text, in hexadecimal, and in
 * base64 at each of the three places it can begin in a longer text (R45).
 */
export function spellings(secret: string): string[] {
  const base64 = [0, 1, 2].map((shift) => {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)]);
    // Without the characters that hold neighbors' bits too.
    const whole = bytes.subarray(0, bytes.length - (bytes.length % 3)).toString('base64');
    return whole.slice(shift === 0 ? 0 : 4);
  });
  const all = [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString('hex'),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
  ];
  return [...new Set(all)];
}

/** The spellings of any of the secrets found in the text. @throws for a secret too short to be told from chance */
export function leaks(text: string, secrets: readonly string[]): string[] {
  for (const secret of secrets)
    if (secret.length < 12) throw new Error(`"${secret}" is too short for a canary`);
  return secrets.flatMap(spellings).filter((spelling) => text.includes(spelling));
}
