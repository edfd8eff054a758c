/** Rules for the workflows and actions of this repository. Each rule returns a message for each violation. */
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

/** What commands may call: the scripts of the root, and existing paths. */
export interface Repository {
  readonly scripts: readonly string[];
  readonly exists: (path: string) => boolean;
}

type Rule = (workflow: Workflow, text: string, repository: Repository) => string[];

const stepsOf = ({ jobs = {}, runs }: Workflow): Step[] =>
  [...Object.values(jobs), runs ?? {}].flatMap(({ steps = [] }) => steps);

/** `owner/name/path@<commit> # v1.2.3`: a tag can be moved, and a hash alone does not show the version. */
const pinned: Rule = (workflow, text, { exists }) => {
  const used = stepsOf(workflow).flatMap(({ uses }) => uses ?? []);
  const commented = [...text.matchAll(/uses: (\S+@[0-9a-f]{40}) # v\d+\.\d+\.\d+$/gm)];
  const fine = new Set(commented.map(([, uses]) => uses));
  return used
    .filter((uses) => (uses.startsWith("./") ? !exists(`${uses}/action.yml`) : !fine.has(uses)))
    .map((uses) => `${uses} must be pinned to a commit, with its version in a comment`);
};

const lowPermissions: Rule = ({ jobs, permissions }) => {
  if (!jobs) return [];
  if (permissions === undefined || typeof permissions === "string") {
    return ["the workflow must set each permission that it needs"];
  }
  const all = Object.entries(jobs).flatMap(([name, job]) =>
    typeof job.permissions === "string" ? [`${name} must set each permission that it needs`] : [],
  );
  const raised = Object.entries(permissions).filter(
    ([scope, access]) => !(scope === "contents" && access === "read") && access !== "none",
  );
  return [...all, ...raised.map(([scope]) => `the workflow grants ${scope} to every job`)];
};

/** An expression is replaced before the shell runs, so that text from outside could become a command. */
const noExpressionInCommands: Rule = (workflow) =>
  stepsOf(workflow)
    .flatMap(({ run, with: inputs }) => [run, inputs?.script])
    .filter((command) => typeof command === "string" && command.includes("${{"))
    .map((command) => `"${command}" contains an expression; pass the value in "env"`);

const noSecrets: Rule = (_, text) =>
  [...text.matchAll(/secrets(\.\w+|\[)|NPM_TOKEN|NODE_AUTH_TOKEN/g)].map(
    ([found]) => `${found}: workflows must not use secrets`,
  );

/** With these triggers, a pull request or comment from outside runs with this repository's permissions. */
const noForeignTriggers: Rule = (_, text) =>
  [...text.matchAll(/^ {2}(pull_request_target|workflow_run|issue_comment)\b/gm)].map(
    ([, trigger]) => `${trigger} runs code from outside with permissions`,
  );

const noCredentialsOnDisk: Rule = (workflow) =>
  stepsOf(workflow)
    .filter(({ uses }) => uses?.startsWith("actions/checkout@"))
    .filter((step) => step.with?.["persist-credentials"] !== false)
    .map(() => "a checkout leaves its token on disk; set persist-credentials: false");

/** The gate and `changes` compare with the last release, and fail without its tag. */
const pastIsThere: Rule = ({ jobs = {} }) =>
  Object.entries(jobs)
    .filter(([, { steps = [] }]) =>
      steps.some(({ run = "" }) => /\.ci\/run|pnpm changes/.test(run)),
    )
    .filter(([, { steps = [] }]) => !steps.some((step) => step.with?.["fetch-depth"] === 0))
    .map(([name]) => `${name} compares with the last release, but has no tags; set fetch-depth: 0`);

const bounded: Rule = ({ jobs = {} }) =>
  Object.entries(jobs)
    .filter(([, job]) => !job["timeout-minutes"])
    .map(([name]) => `${name} could run for six hours; set timeout-minutes`);

/** Only a job in the environment "release", which people must approve, may have the identity to publish; and one that only deploys Pages. */
const guardedIdentity: Rule = ({ jobs = {} }) =>
  Object.entries(jobs)
    .filter(([, { permissions }]) => typeof permissions === "object" && permissions["id-token"])
    .filter(([, job]) => job.environment !== "release" && !onlyDeploysPages(job))
    .map(([name]) => `${name} can publish outside the environment "release"`);

const onlyDeploysPages = ({ environment, steps = [] }: Job): boolean =>
  environment === "github-pages" &&
  steps.every(({ uses }) => uses?.startsWith("actions/deploy-pages@"));

const commandsExist: Rule = (workflow, _, { scripts, exists }) =>
  stepsOf(workflow)
    .flatMap(({ run, with: inputs }) => [run ?? [], inputs?.script ?? []].flat())
    .flatMap((commands) => String(commands).trim().split("\n"))
    .flatMap((command) => {
      const [program = "", called = ""] = command.trim().split(/\s+/);
      if (program.includes("/")) return exists(program) ? [] : [`${program} does not exist`];
      if (program !== "pnpm") return [`${program}: call a script of package.json with pnpm`];
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

/** All violations in a workflow or in an `action.yml`. */
export function problemsOf(text: string, repository: Repository): string[] {
  const workflow: Workflow = parse(text);
  return rules.flatMap((rule) => rule(workflow, text, repository));
}

/** The permissions of each job, as `job: scope access`. */
export const rightsOf = (text: string): string[] => {
  const { jobs = {}, permissions = {} }: Workflow = parse(text);
  return Object.entries(jobs).flatMap(([name, job]) =>
    Object.entries(job.permissions ?? permissions).map(
      ([scope, access]) => `${name}: ${scope} ${access}`,
    ),
  );
};
