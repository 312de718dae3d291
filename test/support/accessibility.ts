import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

const axe = fileURLToPath(import.meta.resolve('axe-core/axe.min.js'));

/** Of all that passes it would gather how, on every element. */
const run = "axe.run({ resultTypes: ['violations'] }).then(({ violations }) => violations)";

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly help: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary: string }[];
}

/** What axe calls serious or critical on the page as it stands, one line each; none is what is wanted. */
export async function seriousProblems(page: Page): Promise<string[]> {
  // Evaluated, not put into the page as a script, which the window's policy refuses.
  await page.evaluate(await readFile(axe, 'utf8'));
  const violations = (await page.evaluate(run)) as Violation[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 300)} ${failureSummary}`),
    );
}
