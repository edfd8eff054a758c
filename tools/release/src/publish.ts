import { mustRun } from "./must-run.ts";
import { packFolder, readPlan } from "./pack-folder.ts";
import { run } from "./published/command.ts";
import { changeset, underPnpm } from "./tools.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** The oldest npm that can publish with a workflow's identity instead of a token. */
const oldestNpm = [11, 5, 1] as const;

/**
 * Publishes the tarballs in `.pack` with provenance, and creates tags. If anything is missing, nothing is published.
 * @returns the output of changesets
 * @throws {Error} with a message that says what to do, outside of the release workflow or if something is missing
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
    "`pnpm release` publishes, and only the release workflow can do this: npm requires a proof of where a package was built, " +
      "which a workflow with `id-token: write` can provide. To see what a release would do, run `pnpm release --dry-run`. " +
      "See docs/releasing.md.",
  );
}

async function refuseOldNpm(root: string, env: Environment): Promise<void> {
  const version = (await mustRun(["npm", "--version"], root, env)).trim();
  const parts = version.split(".").map(Number);
  const at = oldestNpm.findIndex((oldest, index) => parts[index] !== oldest);
  if (at >= 0 && !((parts[at] ?? 0) > (oldestNpm[at] ?? 0))) {
    throw new Error(
      `npm ${version} cannot publish with the workflow's identity; npm ${oldestNpm.join(".")} or newer is required. Use a newer Node in .node-version, which includes npm.`,
    );
  }
}

/** A trusted publisher can be set only for an existing package, so a person must publish the first version. */
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
      throw new Error(`Cannot find out whether the registry has ${name}:\n${output}`);
    }
    missing.push(name);
  }
  if (missing.length > 0) {
    throw new Error(
      `The registry does not have ${missing.join(", ")}, and a workflow cannot create a package. Nothing was published. Publish ` +
        "each package once by hand, and make this workflow its trusted publisher. See docs/releasing.md, the first release.",
    );
  }
}
