/** Checks that the installed command can be set up from nothing, and refunds with the sandbox, with a provider of each kind. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { run } from "./command.ts";
import type { Check } from "./finding.ts";

export const checkCli: Check = async ({ folder, write }) => {
  mkdirSync(join(folder, "command"), { recursive: true });
  const file = write("command.mjs", program);
  const { ok, output } = await run([process.execPath, file], folder, {}, 600_000);
  const problems = ok ? [] : [`refunding from the command line fails: ${output}`];
  return [{ package: "@refunds/cli", column: "command", cell: "refunds", problems }];
};

/** The path of the README: `init`, credentials, `doctor`, `refund`. */
const program = String.raw`import { execFile } from "node:child_process";
import { appendFileSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { toWire } from "@refunds/core/provider";
import { createSandbox } from "@refunds/sandbox";
import { serve } from "@refunds/sandbox/server";

const cwd = "command";
const bin = fileURLToPath(new URL("node_modules/@refunds/cli/dist/cli.js", import.meta.url));
const refunds = async (...args) => {
  const { stdout } = await promisify(execFile)(process.execPath, [bin, ...args], { cwd });
  return stdout;
};
// The build writes the help; with another option, the parser prints it.
const help = await refunds("--help");
if (!help.startsWith("Usage: refunds")) throw new Error("--help is not the help");
if (help !== (await refunds("--json", "--help"))) throw new Error("--help is not what the parser prints");

const sandbox = await createSandbox();
const server = await serve(sandbox);
// With and without key pairs, with and without an amount, and those that only accept a refund.
const kinds = new Map();
for (const one of sandbox.providers) {
  const hasKeys = Object.values(one.credentials[0]).some((value) => String(value).includes("-----BEGIN"));
  const hasAmount = one.requestFor(one.payments[0]).amount !== undefined;
  kinds.set([hasKeys, hasAmount, one.confirms].join(), one);
}
for (const { provider, credentials, payments, confirms, requestFor } of kinds.values()) {
  const files = ["refunds.config.ts", ".env", ".env.example", "refunds.sqlite", "refunds.sqlite-mark"];
  for (const name of files) rmSync(cwd + "/" + name, { force: true });
  await refunds("init", "--yes", "--provider", provider, "--environment", "sandbox");
  const config = readFileSync(cwd + "/refunds.config.ts", "utf8");
  writeFileSync(cwd + "/refunds.config.ts", config.replace("http://127.0.0.1:4010", server.url));
  // The sandbox makes key pairs when it starts, so init cannot know them.
  for (const [option, value] of Object.entries(credentials[0])) {
    if (!String(value).includes("-----BEGIN")) continue;
    const [, variable] = new RegExp(option + ": process\\.env\\.(\\w+)").exec(config);
    appendFileSync(cwd + "/.env", variable + '="' + value + '"\n');
  }
  await refunds("doctor");
  const [first] = payments;
  const request = requestFor(first, first.amount.value, "order-1042-refund-1");
  const payment = Object.entries(request.payment).flatMap((pair) => ["--payment", pair.join("=")]);
  const { amount } = request;
  const money = amount && toWire(amount, { unit: "major", as: "string" }) + " " + amount.currency;
  const what = amount ? ["--amount", money] : ["--full"];
  const extra = Object.entries(request.extra ?? {}).flatMap((pair) => ["--extra", pair.join("=")]);
  const key = ["--key", "order-1042-refund-1"];
  const args = ["--account", provider, ...key, ...payment, ...what, ...extra, "--yes", "--json"];
  const { outcome } = JSON.parse(await refunds("refund", ...args));
  if (outcome.status !== (confirms ? "succeeded" : "pending")) throw new Error(provider + ": " + JSON.stringify(outcome));
}
if (sandbox.refunds.length !== kinds.size) throw new Error("not every refund moved money");
await server.close();
`;
