import { readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./command.ts";
import type { CheckDocumentation, Verdict } from "./watch.ts";

/** What `npm run docs:check` says with its exit code. */
const meanings: Readonly<Record<number, Verdict["status"]>> = {
  0: "same",
  1: "changed",
  2: "unreadable",
};

/**
 * Asks `npm run docs:check`, twice where the first answer is not "same": once as JSON, because a program that broke ends
 * with 1 as well, but not with JSON; and once for people. A page that only hiccuped is in order the second time.
 */
export function checkBy(root: string, environment: NodeJS.ProcessEnv): CheckDocumentation {
  // What reads pages from outside has no business with GitHub.
  const { GH_TOKEN: _, ...env } = environment;
  const docsCheck = (...args: string[]) =>
    run(["npm", "run", "--silent", "docs:check", "--", ...args], { cwd: root, env });
  return async ({ name, address }) => {
    // Asked to be silent, npm does not say so itself.
    const { scripts } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
    if (!scripts["docs:check"]) throw new Error('package.json has no script "docs:check"');
    const checked = await docsCheck(name, address, "--json");
    if (checked.code === undefined || !(checked.code in meanings) || !isJson(checked.stdout)) {
      const output = `${checked.stdout}${checked.stderr}`.trim();
      throw new Error(
        `npm run docs:check -- ${name} ${address} --json failed (${checked.code}):\n${output}`,
      );
    }
    if (checked.code === 0) return { status: "same" };
    const readable = await docsCheck(name, address);
    const status = readable.code === undefined ? undefined : meanings[readable.code];
    if (status === undefined) {
      throw new Error(
        `npm run docs:check -- ${name} ${address} failed:\n${readable.stderr.trim()}`,
      );
    }
    if (status === "same") return { status };
    return { status, report: readable.stdout.trim() || readable.stderr.trim() };
  };
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
