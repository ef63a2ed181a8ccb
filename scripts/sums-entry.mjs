import { sumsMain } from '../core/cli/sums';

// `… | head` closes the pipe when it has seen enough: an end, not a failure.
process.stdout.on('error', (error) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

try {
  // Not process.exit: what is still on its way to a pipe would be cut off.
  process.exitCode = await sumsMain(process.argv.slice(2));
} catch (error) {
  // A bug of ours, told apart from what the files are: 0, 1 and 2 speak of those.
  console.error(error);
  process.exitCode = 3;
}
