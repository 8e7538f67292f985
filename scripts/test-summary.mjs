// A vitest reporter: writes what test.mjs prints at the end to the file MODERATO_TEST_SUMMARY.
import { writeFileSync } from 'node:fs';

/**
 * @typedef {object} LeftOut
 * @property {string} suite
 * @property {number} tests
 * @property {string | undefined} note
 *
 * @typedef {object} Summary
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {LeftOut[]} leftOut
 * @property {string[]} broken what failed outside of any test
 */

export default class TestSummary {
  /**
   * @param {readonly import('vitest/node').TestModule[]} modules
   * @param {readonly unknown[]} unhandled
   * @param {import('vitest/node').TestRunEndReason} reason
   */
  onTestRunEnd(modules, unhandled, reason) {
    const file = process.env.MODERATO_TEST_SUMMARY;
    if (file) writeFileSync(file, JSON.stringify(summarize(modules, unhandled, reason)));
  }
}

/**
 * @param {readonly import('vitest/node').TestModule[]} modules
 * @param {readonly unknown[]} unhandled
 * @param {import('vitest/node').TestRunEndReason} reason
 * @returns {Summary}
 */
function summarize(modules, unhandled, reason) {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const inState = (/** @type {string} */ state) =>
    tests.filter((test) => test.result().state === state);
  const broken = [
    ...modules.flatMap(brokenParts),
    ...unhandled.map((error) => `an error outside of any test: ${error?.message ?? error}`),
    ...(reason === 'interrupted' ? ['the run was interrupted'] : []),
  ];
  // A test that never ran, for its run was cut off, has not passed.
  const pending = inState('pending');
  return {
    passed: inState('passed').length,
    failed: inState('failed').length + pending.length + broken.length,
    skipped: inState('skipped').length,
    leftOut: groupBySuite(inState('skipped')),
    broken,
  };
}

/**
 * A file that does not load and a hook that throws fail no test, and yet what they hold was not tested.
 *
 * @param {import('vitest/node').TestModule} module
 */
function brokenParts(module) {
  const parts = [];
  if (module.errors().length > 0) parts.push(`${module.relativeModuleId} did not load or clean up`);
  else if (module.children.size === 0) parts.push(`${module.relativeModuleId} holds no test`);
  for (const suite of module.children.allSuites()) {
    if (suite.errors().length > 0)
      parts.push(`${module.relativeModuleId} > ${suite.fullName}: a hook failed`);
  }
  return parts;
}

/** @param {import('vitest/node').TestCase[]} skipped */
function groupBySuite(skipped) {
  /** @type {Map<string, LeftOut>} */
  const groups = new Map();
  for (const test of skipped) {
    const suite = `${test.module.relativeModuleId} > ${outermostSuite(test)}`;
    const group = groups.get(suite) ?? { suite, tests: 0, note: test.result().note };
    group.tests += 1;
    groups.set(suite, group);
  }
  return [...groups.values()];
}

/** @param {import('vitest/node').TestCase} test */
function outermostSuite(test) {
  let part = /** @type {import('vitest/node').TestCase | import('vitest/node').TestSuite} */ (test);
  while (part.parent.type === 'suite') part = part.parent;
  return part.name;
}
