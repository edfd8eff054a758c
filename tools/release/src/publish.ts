import { run } from "@refunds/published/command";
import { mustRun } from "./must-run.ts";
import { packFolder, readPlan } from "./pack-folder.ts";
import { changeset, underPnpm } from "./tools.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The oldest npm that publishes by a workflow's identity instead of a token. */
const oldestNpm = [11, 5, 1] as const;

/**
 * Publishes what waits in `.pack`, with provenance, and tags it. Either everything it needs is there, or nothing is
 * published.
 * @returns what changesets printed
 * @throws outside the release workflow, and where something is missing, in a sentence that says what to do
 */
export async function publish(root: string, env: Environment): Promise<string> {
  refuseElsewhere(env);
  const planned = readPlan(root);
  await refuseOldNpm(root, env);
  await refuseNewNames(
    root,
    env,
    planned.map(({ name }) => name),
  );
  const command = [...changeset, "publish", "--from-pack-dir", packFolder];
  return mustRun(underPnpm(root, command), root, { ...env, NPM_CONFIG_PROVENANCE: "true" });
}

function refuseElsewhere(env: Environment): void {
  if (env.GITHUB_ACTIONS === "true" && env.ACTIONS_ID_TOKEN_REQUEST_URL) return;
  throw new Error(
    "`pnpm release` publishes, and only the release workflow does: npm wants proof of where a package was made, which a " +
      "workflow with `id-token: write` can give. To see what a release would do, run `pnpm release --dry-run`; how one is " +
      "made stands in docs/releasing.md.",
  );
}

async function refuseOldNpm(root: string, env: Environment): Promise<void> {
  const version = (await mustRun(["npm", "--version"], root, env)).trim();
  const parts = version.split(".").map(Number);
  const at = oldestNpm.findIndex((oldest, index) => parts[index] !== oldest);
  if (at >= 0 && !((parts[at] ?? 0) > (oldestNpm[at] ?? 0))) {
    throw new Error(
      `npm ${version} cannot publish by the workflow's identity; ${oldestNpm.join(".")} can. Raise node in .node-version, which brings npm.`,
    );
  }
}

/** A trusted publisher is a setting of a package that exists, so the first version of each needs a person. */
async function refuseNewNames(
  root: string,
  env: Environment,
  names: readonly string[],
): Promise<void> {
  const missing: string[] = [];
  for (const name of names) {
    const { ok, output } = await run(["npm", "view", name, "name", "--json"], root, env);
    if (ok) continue;
    if (!/\bE404\b/.test(output)) {
      throw new Error(`The registry does not say whether it has ${name}:\n${output}`);
    }
    missing.push(name);
  }
  if (missing.length > 0) {
    throw new Error(
      `The registry has never seen ${missing.join(", ")}, and a workflow cannot create a name. Nothing was published. Publish ` +
        "each once by hand, and make this workflow its trusted publisher: docs/releasing.md, the first release.",
    );
  }
}
