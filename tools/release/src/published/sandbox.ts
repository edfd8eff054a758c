import { run } from "./command.ts";
import type { Check, Finding } from "./finding.ts";
import type { Project } from "./project.ts";

/** Checks that installed clients can refund with the installed sandbox, that the code on its page works, and that its command starts. */
export const checkSandbox: Check = async (project) => [
  ...(await Promise.all(project.packages.map((_, at) => refundTwice(project, at)))).flat(),
  await checkCommand(project),
  await checkPage(project),
];

async function refundTwice(project: Project, at: number): Promise<Finding[]> {
  const { name, provider } = project.packages[at] ?? {};
  const providers =
    name === "refunds" ? project.packages.flatMap((each) => each.provider ?? []) : [];
  const refunded = provider ? [provider] : providers;
  if (!name || refunded.length === 0) return [];
  const words = refunded.map(({ word }) => word).join(", ");
  const program = `import { createSandbox } from "@refunds/sandbox";
import { ${words}${provider ? "" : ", createRefunds"} } from "${name}";
const factories = { ${words} };
const refund = ${provider ? byClient : byFacade};
${refundTwiceEach}`;
  const file = project.write(`refund-${at}.mjs`, program);
  const { ok, output } = await run([process.execPath, file], project.folder);
  const problems = ok ? [] : [`refunding with the sandbox fails: ${output}`];
  return [{ package: name, column: "sandbox", cell: "refunds", problems }];
}

const byClient = "(client, request) => client.refund(request)";
const byFacade = `(account, request, key) =>
  createRefunds({ accounts: { account } }).refund({ account: "account", ...request, key })`;

/** Refunds the first regular payment twice, under two keys, with each alternative of the credentials. */
const refundTwiceEach = `const sandbox = await createSandbox();
for (const [word, factory] of Object.entries(factories)) {
  const { environment, credentials, payments, confirms, requestFor } = sandbox.provider(word);
  const payment = payments.find(({ always }) => !always);
  for (const credential of credentials) {
    const client = factory({ environment, ...credential, fetch: sandbox.fetch });
    for (const expected of [confirms ? "succeeded" : "pending", "declined"]) {
      const key = \`order-1042-\${expected}\`;
      const request = requestFor(payment, payment.amount.value, key);
      const outcome = await refund(client, request, key);
      if (outcome.status !== expected) {
        throw new Error(\`expected \${expected} for \${JSON.stringify(request)}, but got \${JSON.stringify(outcome)}\`);
      }
    }
    if (sandbox.refunds.length !== 1) throw new Error(\`\${sandbox.refunds.length} refunds moved money\`);
    sandbox.reset();
  }
}
`;

async function checkCommand({ folder }: Project): Promise<Finding> {
  const command = "npx --no-install refunds-sandbox --help";
  const { ok, stdout, output } = await run(command.split(" "), folder);
  const isHelp = ok && stdout.startsWith("Usage: refunds-sandbox") && stdout.includes("--port");
  const problems = isHelp ? [] : [`${command} does not print the help: ${output}`];
  return { package: "@refunds/sandbox", column: "sandbox", cell: "npx --help", problems };
}

/** Checks that the code on the sandbox's page runs with the installed packages. */
async function checkPage(project: Project): Promise<Finding> {
  const { ok, output } = await run(
    [process.execPath, project.write("page.mjs", runEachSnippet)],
    project.folder,
  );
  const problems = ok ? [] : [`the code on the sandbox's page fails: ${output}`];
  return { package: "@refunds/sandbox", column: "page", cell: "code runs", problems };
}

const runEachSnippet = `import { writeFileSync } from "node:fs";
import { createSandbox } from "@refunds/sandbox";
import { serve } from "@refunds/sandbox/server";
const sandbox = await createSandbox();
const server = await serve(sandbox);
const page = await (await fetch(server.url)).text();
const entities = { amp: "&", lt: "<", gt: ">", quot: '"', "#39": "'" };
const codes = [...page.matchAll(/<pre class="code">([^<]+)<\\/pre>/g)].map(([, code]) =>
  code.replace(/&(\\S+?);/g, (_, name) => entities[name]),
);
if (codes.length !== sandbox.providers.length) throw new Error(\`\${codes.length} code samples on the page\`);
for (const [at, code] of codes.entries()) {
  writeFileSync(\`pasted-\${at}.mjs\`, code);
  await import(\`./pasted-\${at}.mjs\`);
  const last = sandbox.requests.at(-1);
  if (!last?.moved) throw new Error(\`\${code}\\n\${JSON.stringify(last)}\`);
}
if (sandbox.refunds.length !== codes.length) throw new Error("not every code sample refunded");
await server.close();
`;
