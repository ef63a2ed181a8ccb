/** `npm run build`: dist/pwa, dist/extension and dist/firefox. */
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';

const built = (await install()) && (await build());
if (built) console.log('dist/pwa, dist/extension, dist/firefox');
process.exitCode = built ? 0 : 1;
