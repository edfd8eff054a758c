/** What a workflow or an action of this repository must be, as rules that give a sentence for each thing that is not so. */
import { parse } from "yaml";

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Job {
  readonly steps?: readonly Step[];
  readonly permissions?: Readonly<Record<string, string>> | string;
  readonly environment?: string;
  readonly "timeout-minutes"?: number;
}

interface Workflow {
  readonly on?: unknown;
  readonly permissions?: Readonly<Record<string, string>> | string;
  readonly jobs?: Readonly<Record<string, Job>>;
  readonly runs?: { readonly steps?: readonly Step[] };
}

/** What a command may call: the scripts of the root, and whether a path is there. */
export interface Repository {
  readonly scripts: readonly string[];
  readonly exists: (path: string) => boolean;
}

type Rule = (workflow: Workflow, text: string, repository: Repository) => string[];

const stepsOf = ({ jobs = {}, runs }: Workflow): Step[] =>
  [...Object.values(jobs), runs ?? {}].flatMap(({ steps = [] }) => steps);

/** `owner/name/path@<commit> # v1.2.3`: a tag can be moved, and a bare hash tells nobody what it is. */
const pinned: Rule = (workflow, text, { exists }) => {
  const used = stepsOf(workflow).flatMap(({ uses }) => uses ?? []);
  const commented = [...text.matchAll(/uses: (\S+@[0-9a-f]{40}) # v\d+\.\d+\.\d+$/gm)];
  const fine = new Set(commented.map(([, uses]) => uses));
  return used
    .filter((uses) => (uses.startsWith("./") ? !exists(`${uses}/action.yml`) : !fine.has(uses)))
    .map((uses) => `${uses} is not pinned to a commit with its version beside it`);
};

const lowPermissions: Rule = ({ jobs, permissions }) => {
  if (!jobs) return [];
  if (permissions === undefined || typeof permissions === "string") {
    return ["the top says nothing of permissions, or says it for all of them at once"];
  }
  const all = Object.entries(jobs).flatMap(([name, job]) =>
    typeof job.permissions === "string" ? [`${name} asks for all permissions at once`] : [],
  );
  const raised = Object.entries(permissions).filter(
    ([scope, access]) => !(scope === "contents" && access === "read") && access !== "none",
  );
  return [...all, ...raised.map(([scope]) => `the top gives ${scope} to every job`)];
};

/** Text from outside, put into a command before a shell reads it, is a command. */
const noExpressionInCommands: Rule = (workflow) =>
  stepsOf(workflow)
    .flatMap(({ run, with: inputs }) => [run, inputs?.script])
    .filter((command) => typeof command === "string" && command.includes("${{"))
    .map((command) => `"${command}" has an expression in it; hand the value over in "env"`);

const noSecrets: Rule = (_, text) =>
  [...text.matchAll(/secrets(\.\w+|\[)|NPM_TOKEN|NODE_AUTH_TOKEN/g)].map(
    ([found]) => `${found}: nothing here needs a secret`,
  );

/** With these a stranger's pull request or comment runs with this repository's rights. */
const noForeignTriggers: Rule = (_, text) =>
  [...text.matchAll(/^ {2}(pull_request_target|workflow_run|issue_comment)\b/gm)].map(
    ([, trigger]) => `${trigger} runs what strangers write, with rights`,
  );

const noCredentialsOnDisk: Rule = (workflow) =>
  stepsOf(workflow)
    .filter(({ uses }) => uses?.startsWith("actions/checkout@"))
    .filter((step) => step.with?.["persist-credentials"] !== false)
    .map(() => "a checkout leaves its token on disk; say persist-credentials: false");

/** The gate and `changes` compare with the last release; without its tags they refuse. */
const pastIsThere: Rule = ({ jobs = {} }) =>
  Object.entries(jobs)
    .filter(([, { steps = [] }]) =>
      steps.some(({ run = "" }) => /\.ci\/run|pnpm changes/.test(run)),
    )
    .filter(([, { steps = [] }]) => !steps.some((step) => step.with?.["fetch-depth"] === 0))
    .map(([name]) => `${name} compares with the last release and has no tags; say fetch-depth: 0`);

const bounded: Rule = ({ jobs = {} }) =>
  Object.entries(jobs)
    .filter(([, job]) => !job["timeout-minutes"])
    .map(([name]) => `${name} may run for six hours; give it timeout-minutes`);

/** Who can say that this repository publishes is one job, and people stand before it. */
const guardedIdentity: Rule = ({ jobs = {} }) =>
  Object.entries(jobs)
    .filter(([, { permissions }]) => typeof permissions === "object" && permissions["id-token"])
    .filter(([, { environment }]) => environment !== "release")
    .map(([name]) => `${name} can publish outside the environment "release"`);

const commandsExist: Rule = (workflow, _, { scripts, exists }) =>
  stepsOf(workflow)
    .flatMap(({ run, with: inputs }) => [run ?? [], inputs?.script ?? []].flat())
    .flatMap((commands) => String(commands).trim().split("\n"))
    .flatMap((command) => {
      const [program = "", called = ""] = command.trim().split(/\s+/);
      if (program.includes("/")) return exists(program) ? [] : [`there is no ${program}`];
      if (program !== "pnpm") return [`${program}: call a script of package.json by pnpm`];
      return called === "install" || scripts.includes(called)
        ? []
        : [`package.json has no script "${called}"`];
    });

const rules: readonly Rule[] = [
  pinned,
  lowPermissions,
  noExpressionInCommands,
  noSecrets,
  noForeignTriggers,
  noCredentialsOnDisk,
  pastIsThere,
  bounded,
  guardedIdentity,
  commandsExist,
];

/** Everything that is wrong with a workflow, or with an action's `action.yml`. */
export function problemsOf(text: string, repository: Repository): string[] {
  const workflow: Workflow = parse(text);
  return rules.flatMap((rule) => rule(workflow, text, repository));
}

/** What each job may do beyond reading its inputs, as `job: scope access`. */
export const rightsOf = (text: string): string[] => {
  const { jobs = {}, permissions = {} }: Workflow = parse(text);
  return Object.entries(jobs).flatMap(([name, job]) =>
    Object.entries(job.permissions ?? permissions).map(
      ([scope, access]) => `${name}: ${scope} ${access}`,
    ),
  );
};
