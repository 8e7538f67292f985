import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of one project follow each other, so that they share what is loaded; the quickest come last. */
const PROJECTS = ['screenshots', 'faults', 'browser', 'e2e', 'integration', 'unit'];

/** Files that start processes of their own, which are short to read and long to run. */
const STARTS_PROCESSES = /\/e2e\/(standalone|production|first-admin|slow-streams)[^/]*$/;

/** Lets no long file run alone at the end, also on a machine that has never run them. */
export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((one, other) => rank(one) - rank(other));
  }
}

function rank({ project, moduleId }: TestSpecification): number {
  return 2 * PROJECTS.indexOf(project.name) + (STARTS_PROCESSES.test(moduleId) ? 0 : 1);
}
