import { run } from './run.mjs';

/** Reads every file of a folder with `pandas.read_html`, the lxml parser, and prints files and seconds of the processor. */
const PROGRAM = `
import glob, io, sys, time
import pandas
pages = [open(name, encoding="utf-8").read() for name in sorted(glob.glob(sys.argv[1] + "/*.html"))]
pandas.read_html(io.StringIO(pages[0]), flavor="lxml")
start = time.process_time()
for page in pages:
    pandas.read_html(io.StringIO(page), flavor="lxml")
print(pandas.__version__, len(pages), time.process_time() - start)
`;

/** The Python that a system’s own packages belong to is not always the first. */
const PYTHONS = ['python3', '/usr/bin/python3', 'python'];

/** Files a second; null where no Python here has pandas and lxml. */
export async function pandasRate(folder) {
  for (const python of PYTHONS) {
    const { code, output } = await run(python, ['-c', PROGRAM, folder], { capture: true, limit: 300_000 });
    const [version, count, seconds] = output.trim().split(' ');
    if (code === 0) return { version, perSecond: Number(count) / Number(seconds) };
  }
  return null;
}
