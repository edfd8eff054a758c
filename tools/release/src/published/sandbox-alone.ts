/** Checks a project with only the sandbox, first without msw and then with msw. */
import { readdirSync, statSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./command.ts";
import { compilers } from "./compilers.ts";
import type { Check } from "./finding.ts";
import { installInto, type Project } from "./project.ts";
import { strictest } from "./types.ts";

const name = "@refunds/sandbox";

/** The sandbox, core with openapi-fetch and its types, commander, srvx, and @noble/hashes for MD5, which WebCrypto lacks. */
const maxPackages = 7;
const maxBytes = 2_500_000;

export const checkSandboxAlone: Check = async ({ packages }) => {
  const sandbox = packages.find((each) => each.name === name);
  const core = packages.find((each) => each.name === "@refunds/core");
  if (!sandbox || !core) throw new Error(`${name} or @refunds/core has no tarball`);
  const own = { [name]: `file:${sandbox.tarball}`, [core.name]: `file:${core.tarball}` };
  const alone = await installInto(own);
  const { count, bytes } = installed(alone.folder);
  const problems = [
    ...(count > maxPackages
      ? [`installs ${count} packages; at most ${maxPackages} are allowed`]
      : []),
    ...(bytes > maxBytes ? [`installs ${bytes} bytes; at most ${maxBytes} are allowed`] : []),
    ...(await fails(
      alone,
      "without msw",
      withoutMsw,
      `import "${name}";\nimport "${name}/server";`,
    )),
  ];
  const { msw } = sandbox.manifest.peerDependencies ?? {};
  if (msw === undefined) throw new Error(`${name} must have msw as a peer dependency`);
  await installInto({ ...own, msw }, alone.folder);
  problems.push(...(await fails(alone, "with msw", withMsw, `import "${name}/msw";`)));
  if (problems.length === 0) await rm(alone.folder, { recursive: true });
  const cell = `${count} packages, ${(bytes / 1e6).toFixed(1)} MB`;
  return [{ package: name, column: "installs", cell, problems }];
};

function installed(folder: string): { count: number; bytes: number } {
  const files = readdirSync(join(folder, "node_modules"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const manifests = files.filter((file) =>
    /node_modules[\\/](@[^\\/]+[\\/])?[^\\/@]+[\\/]package\.json$/.test(file),
  );
  return {
    count: manifests.length,
    bytes: files.reduce((sum, file) => sum + statSync(file).size, 0),
  };
}

/** Runs one program and compiles another, and returns the problems. */
async function fails(
  { folder, write }: Pick<Project, "folder" | "write">,
  how: string,
  program: string,
  typed: string,
): Promise<string[]> {
  const ran = await run([process.execPath, write("program.mjs", program)], folder);
  const compilerOptions = {
    ...strictest,
    lib: [...strictest.lib, "esnext"],
    module: "nodenext",
    moduleResolution: "nodenext",
  };
  write("typed.ts", `${typed}\nexport {};\n`);
  const config = write("tsconfig.json", JSON.stringify({ files: ["typed.ts"], compilerOptions }));
  const [newest] = compilers;
  const compiled = await run(
    [...(newest?.command ?? []), "--pretty", "false", "-p", config],
    folder,
  );
  return [
    ...(ran.ok ? [] : [`${how}: ${ran.output}`]),
    ...(compiled.ok ? [] : [`${how}, its types: ${compiled.output}`]),
  ];
}

/** Sends the example refund of each provider. The code before this defines `send` and `base`. */
const refundsEach = `
for (const provider of sandbox.providers) {
  const { url, ...init } = await provider.exampleRefund(base(provider));
  const response = await send(url, init);
  const situation = response.headers.get("x-refunds-sandbox");
  if (situation !== (provider.confirms ? "refunded" : "pending")) throw new Error(\`\${url}: \${situation}\`);
  await response.text();
}
if (sandbox.refunds.length !== sandbox.providers.length) throw new Error("not every refund moved money");
`;

const withoutMsw = `import { createSandbox } from "${name}";
import { serve } from "${name}/server";
const sandbox = await createSandbox();
{
  const [send, base] = [sandbox.fetch, ({ servers }) => servers[0].replace(/\\/$/, "")];
${refundsEach}
}
sandbox.reset();
const server = await serve(sandbox);
{
  const [send, base] = [fetch, ({ provider }) => \`\${server.url}/\${provider}\`];
${refundsEach}
}
await server.close();
const missing = await import("${name}/msw").catch((error) => error);
if (missing.code !== "ERR_MODULE_NOT_FOUND" || !missing.message.includes("'msw'")) {
  throw new Error(\`importing ${name}/msw without msw does not say that msw is missing: \${missing.message}\`);
}
`;

const withMsw = `import { createSandbox } from "${name}";
import { mswHandlers } from "${name}/msw";
import { setupServer } from "msw/node";
const sandbox = await createSandbox();
const server = setupServer(...mswHandlers(sandbox));
server.listen({ onUnhandledFrame: "error" });
const [send, base] = [fetch, ({ servers }) => servers[0].replace(/\\/$/, "")];
${refundsEach}
server.close();
`;
