// Every npm script starts here, on a fresh clone too: no package may be imported before install() has run.
// Plain old syntax in this file, so that an old Node prints the sentence below and not a syntax error.
const [major, minor] = process.versions.node.split('.').map(Number);
const supported = (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;

if (!supported) {
  console.error(
    `Truckroll needs Node.js 20.19, 22.12 or newer; this is ${process.versions.node} (${process.execPath}).`,
  );
  process.exit(1);
}

import('./setup/commands.mjs').then(({ main }) => main(process.argv.slice(2)));
