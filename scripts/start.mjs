/**
 * `npm start`: from a fresh clone to a look at the thing. Installs, builds, checks a sample in the terminal,
 * serves app and samples on this machine, and shows the extension where a browser for it is there.
 * `--once` ends after the terminal check.
 */
import { install } from './lib/install.mjs';
import { at } from './lib/paths.mjs';

const SAMPLE = 'samples/planted-2024.html';
const FIRST_PORT = 4173;

process.exitCode = await start();

async function start() {
  if (!(await install())) return 1;
  const { build } = await import('./lib/build.mjs');
  console.log('构建 Building …');
  if (!(await build({ fresh: true }))) return 1;
  if (!(await checkSample())) return 1;
  if (process.argv.includes('--once')) return 0;
  return show();
}

async function checkSample() {
  const { cliBundle } = await import('./lib/bundle.mjs');
  const { run } = await import('./lib/run.mjs');
  console.log(`\n核查样例 Checking a sample: ${SAMPLE}\n`);
  const { code } = await run(process.execPath, [await cliBundle(), SAMPLE]);
  // The sample has planted errors: 1 says that they were found.
  if (code === 1) return true;
  console.error(
    `核查样例未按预期结束（退出码 ${code}）。 The check of the sample ended with ${code}; expected 1, errors found.`,
  );
  return false;
}

async function show() {
  const { serve } = await import('./lib/serve.mjs');
  let app;
  let samples;
  try {
    app = await serve(at('dist', 'pwa'), { from: FIRST_PORT, fallback: 'index.html' });
    // A port of their own: the samples stand for another site's pages, and the app's worker must not answer for them.
    samples = await serve(at('samples'), { from: app.port + 1 });
  } catch (error) {
    console.error(`未能提供网页 Could not serve: ${error.message}`);
    return 1;
  }
  const page = `http://127.0.0.1:${samples.port}/planted-2024.html`;
  console.log(guide(`http://127.0.0.1:${app.port}/`, `http://127.0.0.1:${samples.port}/`));
  const stop = await showInBrowser(page);
  return new Promise((resolve) => {
    const end = () => {
      stop();
      app.server.close();
      samples.server.close();
      app.server.closeAllConnections();
      samples.server.closeAllConnections();
      resolve(0);
    };
    process.once('SIGINT', end);
    process.once('SIGTERM', end);
  });
}

/** A browser is a help, not a need: whatever it does, the pages stay served. */
async function showInBrowser(page) {
  const { showExtension } = await import('./lib/show.mjs');
  try {
    return await showExtension(at('dist', 'extension'), page);
  } catch (error) {
    console.error(`浏览器未能打开 The browser could not be opened: ${error.message}`);
    return () => {};
  }
}

function guide(app, samples) {
  return `
应用 App            ${app}
样例网页 Samples    ${samples}planted-2024.html（含预设错误 with planted errors）
                    ${samples}shuyang-development-bureau-2023.html
                    ${samples}shanghai-general-office-2019.html

装入扩展：
  1. 在浏览器地址栏打开 chrome://extensions（Edge 为 edge://extensions）。
  2. 打开右上角“开发者模式”。
  3. 点“加载已解压的扩展程序”，选择 ${at('dist', 'extension')}
  4. 打开上面的样例网页，点工具栏上的“勾稽”。

To load the extension: open chrome://extensions, turn on Developer mode, click Load unpacked,
choose the folder above, open a sample page and click Gouji in the toolbar.

按 Ctrl+C 结束。 Ctrl+C ends this.
`;
}
