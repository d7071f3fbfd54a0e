// Runs before start and test, on whatever Node is on the PATH: old syntax only, so that an old one can say it too.
// npm puts node_modules/.bin first, where `npm ci` has laid the Node this program is written for.
var wanted = require('../package.json').dependencies.node;

if (process.versions.node !== wanted) {
  console.error(
    'Signpost needs Node ' +
      wanted +
      ', and this is Node ' +
      process.versions.node +
      '. ' +
      'To get it, run: npm ci --ignore-scripts=false',
  );
  process.exit(1);
}
