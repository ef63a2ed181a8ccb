/** `npm run build`: dist/pwa and dist/extension. */
import { build } from './lib/build.mjs';
import { install } from './lib/install.mjs';

const built = (await install()) && (await build());
if (built) console.log('dist/pwa, dist/extension');
process.exitCode = built ? 0 : 1;
