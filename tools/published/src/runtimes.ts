import { Miniflare } from "miniflare";
import { binary, run } from "./command.ts";
import type { Check, Finding } from "./finding.ts";
import type { Project } from "./project.ts";
import { bundleWorker, type Told, writeVectorsProgram } from "./vectors-program.ts";

interface Runtime {
  readonly title: string;
  /** How its `navigator.userAgent` starts: what ran is what the table says. */
  readonly userAgent: string;
  readonly tell: (project: Project) => Promise<Told>;
}

const runtimes: readonly Runtime[] = [
  {
    title: "Node 22",
    userAgent: "Node.js/22",
    tell: byCommand(() => binary(import.meta.resolve("node22/package.json"), "node")),
  },
  {
    title: "Node 24",
    userAgent: "Node.js/24",
    tell: byCommand(() => binary(import.meta.resolve("node/package.json"), "node")),
  },
  {
    title: "Bun",
    userAgent: "Bun/",
    tell: byCommand(() => binary(import.meta.resolve("bun/package.json"), "bun"), ["run"]),
  },
  {
    title: "Deno",
    userAgent: "Deno/",
    tell: byCommand(
      () => binary(import.meta.resolve("deno/package.json"), "deno"),
      // Without a single permission, and without asking for one.
      ["run", "--quiet", "--no-prompt", "--cached-only", "--node-modules-dir=manual"],
    ),
  },
  { title: "workerd", userAgent: "Cloudflare-Workers", tell: byMiniflare },
];

/** The tarballs' code passes every wire vector in every runtime. One that cannot run fails. */
export const checkRuntimes: Check = async (project) => {
  await writeVectorsProgram(project);
  project.write(
    "main.mjs",
    `import { run } from "./vectors.mjs";\nconsole.log(JSON.stringify(await run()));\n`,
  );
  const findings: Finding[] = [];
  for (const runtime of runtimes) {
    const told = await runtime.tell(project).catch((error: unknown) => String(error));
    findings.push(...judge(runtime, told, project));
  }
  return findings;
};

function judge(
  { title, userAgent }: Runtime,
  told: Told | string,
  { packages }: Project,
): Finding[] {
  return packages.flatMap(({ name, provider }) => {
    if (!provider) return [];
    const { word, vectors } = provider;
    const wanted = 1 + vectors.requests.length + vectors.answers.length;
    const finding = (problems: string[]): Finding[] => [
      { package: name, column: title, cell: String(wanted - 1), problems },
    ];
    if (typeof told === "string") return finding([`did not run the wire vectors: ${told}`]);
    if (!told.runtime.startsWith(userAgent)) return finding([`${told.runtime} ran in its place`]);
    const results = told.results[word] ?? [];
    return finding([
      ...(results.length === wanted ? [] : [`ran ${results.length} of ${wanted} checks`]),
      ...results.flatMap(({ kind, name: vector, problems }) =>
        problems.map((problem) => `${kind} "${vector}": ${problem}`),
      ),
    ]);
  });
}

function byCommand(command: () => string[], args: readonly string[] = []): Runtime["tell"] {
  return async ({ folder }) => {
    // Deno keeps its caches here instead of in the user's home.
    const env = { DENO_DIR: `${folder}/.deno`, DENO_NO_UPDATE_CHECK: "1" };
    const { ok, stdout, output } = await run([...command(), ...args, "main.mjs"], folder, env);
    if (!ok) throw new Error(output);
    return JSON.parse(stdout);
  };
}

async function byMiniflare(project: Project): Promise<Told> {
  const script = await bundleWorker(project);
  // No flag for Node's modules, and no way out to the network.
  const workerd = new Miniflare({
    modules: true,
    script,
    compatibilityDate: "2026-07-01",
    outboundService: () => new Response("no network in this check", { status: 599 }) as never,
  });
  try {
    const response = await workerd.dispatchFetch("http://localhost/");
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return JSON.parse(text);
  } finally {
    await workerd.dispose();
  }
}
