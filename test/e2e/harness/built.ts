/** Set-up of the projects in a browser: one build before all their files, which run two at a time and would each begin one. */
import type { TestProject } from 'vitest/node';
import { ensureBuilt } from './build';

export default async function built(project: TestProject): Promise<void> {
  await ensureBuilt();
  project.onTestsRerun(ensureBuilt);
}
