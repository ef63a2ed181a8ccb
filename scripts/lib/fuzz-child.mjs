/** A process of `npm run fuzz`: the cases of one reader, each result told to who started it. Its memory is theirs alone. */
import { fuzz } from './fuzz.mjs';

// Who started it is gone.
process.on('disconnect', () => process.exit());
process.on('message', async ({ entry, range }) => {
  await fuzz(entry, range, (result) => process.send({ result }));
  process.send({ megabytes: process.resourceUsage().maxRSS / 1024 }, () => process.disconnect());
});
