import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { at, root } from './paths.mjs';

/**
 * Runs a program to its end. `capture` collects its output; else it goes to `stdio`. Never throws: code 127 when it
 * could not start. `limit` in ms ends one that hangs.
 */
export function run(
  command,
  args,
  { capture = false, stdio = 'inherit', env = process.env, cwd = root, limit = 0 } = {},
) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      timeout: limit,
      killSignal: 'SIGKILL',
      env: capture ? { ...env, NO_COLOR: '1', FORCE_COLOR: '0' } : env,
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : stdio,
    });
    let output = '';
    child.stdout?.on('data', (chunk) => (output += chunk));
    child.stderr?.on('data', (chunk) => (output += chunk));
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) =>
      resolve({ code: code ?? 1, output: signal ? `${output}(${signal})\n` : output }),
    );
  });
}

/** npm, by the very program that runs us where there is one: `npm` alone is not found on Windows without a shell. */
export function npm(args, options) {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') && existsSync(script)
    ? run(process.execPath, [script, ...args], options)
    : run(process.platform === 'win32' ? 'npm.cmd' : 'npm', args, options);
}

/** A JavaScript tool of node_modules. */
export function tool(script, args, options) {
  return run(process.execPath, [at('node_modules', script), ...args], options);
}
