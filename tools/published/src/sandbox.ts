import { run } from "./command.ts";
import type { Check, Finding } from "./finding.ts";
import type { Project } from "./project.ts";

/** The installed clients refund through the installed sandbox, and its command starts. */
export const checkSandbox: Check = async (project) => [
  ...(await Promise.all(project.packages.map((_, at) => refundOnce(project, at)))).flat(),
  await checkCommand(project),
];

async function refundOnce(project: Project, at: number): Promise<Finding[]> {
  const { name, provider } = project.packages[at] ?? {};
  if (!name || !provider) return [];
  const { word, vectors } = provider;
  const file = project.write(
    `refund-${at}.mjs`,
    `import { createSandbox } from "@refunds/sandbox";
import { ${word} as factory } from "${name}";
const refund = ${refundProgram};
await refund(await createSandbox(), factory, "${word}", ${JSON.stringify(vectors.requests[0]?.given)});
`,
  );
  const { ok, output } = await run([process.execPath, file], project.folder);
  const problems = ok ? [] : [`refunding against the sandbox fails: ${output}`];
  return [{ package: name, column: "sandbox", cell: "refunds", problems }];
}

/**
 * Refunds the first ordinary payment with every kind of credential, twice each. The page's own example says which of
 * a payment's identifiers a request has, and whether it has an amount.
 */
const refundProgram = `async (sandbox, factory, word, example) => {
  const { credentials, payments } = sandbox.provider(word);
  const { payment, amount } = payments.find(({ always }) => !always);
  const ids = Object.keys(example.payment).map((id) => [id, payment[id]]);
  const request = { payment: Object.fromEntries(ids), ...(example.amount && { amount }) };
  for (const credential of credentials) {
    const client = factory({ environment: "test", ...credential, fetch: sandbox.fetch });
    for (const wanted of ["succeeded", "declined"]) {
      const outcome = await client.refund(request);
      if (outcome.status !== wanted) {
        throw new Error(\`\${wanted} is due to \${JSON.stringify(request)}, and \${JSON.stringify(outcome)} came\`);
      }
    }
    if (sandbox.refunds.length !== 1) throw new Error(\`\${sandbox.refunds.length} refunds moved money\`);
    sandbox.reset();
  }
}`;

async function checkCommand({ folder }: Project): Promise<Finding> {
  const command = "npx --no-install refunds-sandbox --help";
  const { ok, stdout, output } = await run(command.split(" "), folder);
  const helps = ok && stdout.startsWith("Usage: refunds-sandbox") && stdout.includes("--port");
  const problems = helps ? [] : [`${command} does not help: ${output}`];
  return { package: "@refunds/sandbox", column: "sandbox", cell: "npx --help", problems };
}
