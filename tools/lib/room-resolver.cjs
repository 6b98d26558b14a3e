const { readdirSync } = require('node:fs');
const { join } = require('node:path');

const LIBS = join(__dirname, '..', '..', 'libs');

/**
 * How the dependency checker finds files: `@app/<room>/x.js` is libs/<room>/src/x.ts. Without it such imports are
 * passed over in silence and no rule about rooms would ever fail.
 */
module.exports = {
  resolve: {
    alias: Object.fromEntries(readdirSync(LIBS).map((room) => [`@app/${room}`, join(LIBS, room, 'src')])),
    extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
  },
};
